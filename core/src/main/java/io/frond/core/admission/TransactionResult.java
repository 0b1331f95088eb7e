package io.frond.core.admission;

import io.frond.core.ordering.SignedReceipt;
import io.frond.core.outcome.Outcome;
import io.frond.core.tx.Refusal;
import java.util.function.Function;

/** What became of a submitted transaction. */
public sealed interface TransactionResult {
  /**
   * It is in a block, and the block is in the synced log.
   *
   * @param receipt the operator's promise
   * @param outcome what it did
   */
  record Included(SignedReceipt receipt, Outcome outcome) implements TransactionResult {}

  /**
   * It is in no block, unless it is submitted again.
   *
   * @param refusal why
   */
  record Refused(Refusal refusal) implements TransactionResult {}

  /** The result of the function that fits. */
  default <R> R fold(
      Function<? super Included, ? extends R> included,
      Function<? super Refusal, ? extends R> refused) {
    return this instanceof Included result
        ? included.apply(result)
        : refused.apply(((Refused) this).refusal());
  }
}
