package io.frond.vm;

import org.apache.tuweni.bytes.Bytes32;

/**
 * What a module can do with value. The authority is here and not in the module: from an account
 * only the sender's own can be taken, up to the spend limits that the sender signed in this
 * transaction; everything else comes out of this module's own escrows and pools.
 *
 * <p>Amounts are quanta of their asset; an amount below 1 is an {@link IllegalArgumentException}.
 * What would pass a limit, a balance or a reserve ends the transaction: it is refused with its own
 * typed status and undone, and a module cannot catch it to any effect.
 *
 * <p>{@link Escrow} and {@link Pool} objects are views that the next call for another one reuses:
 * keep the {@link EscrowId} or {@link PoolId} instead.
 */
public interface Ledger extends LedgerView {
  /** Pays from the sender's balance to {@code to}, within the spend limits. */
  void pay(Account to, AssetId asset, long quanta);

  /** Gives an item of the sender, named in the spend limits, to {@code to}. */
  void give(Account to, AssetId collection, Bytes32 item);

  /** Creates an item of a collection that is declared as born on this chain by this module. */
  void mintItem(Account to, AssetId collection, Bytes32 item);

  /**
   * Opens an escrow of this module with {@code quanta} of the sender's, within the spend limits.
   *
   * @param endParentHeight from when on a forced exit pays each account its part of the default
   *     split; above the current parent height and at most the chain's {@code maxLock} later
   * @param defaultSplit who can leave with what if the chain froze now
   */
  Escrow openEscrow(AssetId asset, long quanta, long endParentHeight, Split defaultSplit);

  /**
   * Opens an escrow with an item of the sender's; the default is that {@code defaultOwner} has it.
   */
  Escrow openItemEscrow(
      AssetId collection, Bytes32 item, long endParentHeight, Account defaultOwner);

  /**
   * An escrow of this module.
   *
   * @throws IllegalArgumentException if this module has no open escrow of this id
   */
  Escrow escrow(EscrowId id);

  /** Whether this module has an open escrow of this id. */
  boolean isOpen(EscrowId id);

  /** Opens an empty pool of this module. */
  Pool openPool();

  /**
   * A pool of this module.
   *
   * @throws IllegalArgumentException if this module has no pool of this id
   */
  Pool pool(PoolId id);
}
