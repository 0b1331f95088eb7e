package io.frond.core.tx;

import java.util.Optional;

/**
 * What this version of the protocol carries out. The rest of the format is understood, so that it
 * is refused by name and its bytes never change meaning. Part of consensus.
 */
final class SupportedTransactions {
  private SupportedTransactions() {}

  /** Why this transaction is not supported, if it is not. */
  static Optional<Refusal> refuse(Transaction transaction) {
    if (!(transaction.authorisation() instanceof Authorisation.Owner)) {
      return refusal("the owner's authorisation", transaction.authorisation());
    }
    if (transaction.nonce() instanceof Nonce.Expiring) {
      return refusal("an ordered or forced nonce", transaction.nonce());
    }
    if (transaction.nonce() instanceof Nonce.Ordered ordered && ordered.lane() >= Nonce.MAX_LANES) {
      return refusal("a lane of 0 to 7", ordered);
    }
    if (!(transaction.fee().payer() instanceof Payer.Self)) {
      return refusal("the sender as payer", transaction.fee().payer());
    }
    if (transaction.commands().commands().size() > 1) {
      return refusal("one command", transaction.commands().commands().size());
    }
    return Optional.empty();
  }

  private static Optional<Refusal> refusal(String expected, Object actual) {
    return Optional.of(Refusal.never(RefusalCode.UNSUPPORTED, expected, actual.toString()));
  }
}
