package io.frond.core.admission;

import io.frond.core.tx.Refusal;
import java.util.concurrent.CompletableFuture;

/** The answer to a submission. */
public sealed interface Submission {
  /**
   * It was not taken.
   *
   * @param refusal why
   */
  record Refused(Refusal refusal) implements Submission {}

  /**
   * It was taken, and will be verified, admitted and executed, or refused on the way.
   *
   * @param result completed on the stepping thread, which must not be blocked by what depends on it
   */
  record Pending(CompletableFuture<TransactionResult> result) implements Submission {}

  /** The result of the transaction, at once if it was refused at once. */
  default CompletableFuture<TransactionResult> result() {
    return this instanceof Pending pending
        ? pending.result
        : CompletableFuture.completedFuture(
            new TransactionResult.Refused(((Refused) this).refusal()));
  }
}
