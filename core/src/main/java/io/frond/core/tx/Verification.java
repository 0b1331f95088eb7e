package io.frond.core.tx;

import java.util.function.Function;

/** What a {@link TransactionVerifier} found: a verified transaction, or why there is none. */
public sealed interface Verification permits VerifiedTransaction, Verification.Refused {
  /**
   * Not accepted.
   *
   * @param refusal why
   */
  record Refused(Refusal refusal) implements Verification {}

  /** The result of the function that fits. */
  default <R> R fold(
      Function<? super VerifiedTransaction, ? extends R> verified,
      Function<? super Refusal, ? extends R> refused) {
    if (this instanceof VerifiedTransaction transaction) {
      return verified.apply(transaction);
    }
    return refused.apply(((Refused) this).refusal());
  }
}
