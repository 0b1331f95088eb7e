package io.frond.core.ledger;

/**
 * The ledger refuses what a transaction asks of it. Ends the transaction; a module that catches it
 * gains nothing, because the transaction is over all the same. No stack trace: on the hot path.
 */
public final class LedgerRefusal extends RuntimeException {
  /** Why. */
  public enum Kind {
    /** More than the sender's signed spend limit of the asset. */
    SPEND_LIMIT,
    /** More than the balance, the escrow, the reserve or the shares hold. */
    INSUFFICIENT
  }

  private final Kind kind;
  private final int assetIndex;

  LedgerRefusal(Kind kind, int assetIndex) {
    super(kind + " of asset " + assetIndex, null, false, false);
    this.kind = kind;
    this.assetIndex = assetIndex;
  }

  /** Why. */
  public Kind kind() {
    return kind;
  }

  /** Of which asset; -1 for shares of a pool. */
  public int assetIndex() {
    return assetIndex;
  }
}
