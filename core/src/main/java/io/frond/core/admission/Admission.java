package io.frond.core.admission;

import io.frond.core.tx.Refusal;

/** What an {@link AdmissionPolicy} says to a transaction. */
public sealed interface Admission {
  /**
   * It may wait for a block.
   *
   * @param untilMs the time at which it leaves the pool if it is in no block by then
   */
  record Accepted(long untilMs) implements Admission {}

  /**
   * It may not.
   *
   * @param refusal why, at {@link io.frond.core.tx.Stage#ADMIT}
   */
  record Refused(Refusal refusal) implements Admission {}
}
