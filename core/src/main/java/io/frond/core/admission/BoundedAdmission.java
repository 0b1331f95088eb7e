package io.frond.core.admission;

import io.frond.core.tx.Refusal;
import io.frond.core.tx.RefusalCode;
import io.frond.core.tx.Stage;
import io.frond.core.tx.Transaction;
import io.frond.core.tx.VerifiedTransaction;

/** Takes everybody as long as there is room. */
final class BoundedAdmission implements AdmissionPolicy {
  private final PoolBounds bounds;

  BoundedAdmission(PoolBounds bounds) {
    this.bounds = bounds;
  }

  @Override
  public Admission admit(VerifiedTransaction verified, PoolView pool) {
    Transaction transaction = verified.transaction();
    if (transaction.validUntilMs() <= pool.nowMs()) {
      return refused(
          RefusalCode.EXPIRED,
          Refusal.NEVER,
          "valid after " + pool.nowMs(),
          transaction.validUntilMs());
    }
    if (pool.size() >= bounds.total()) {
      return refused(
          RefusalCode.POOL_FULL,
          bounds.retryAfterMs(),
          "fewer than " + bounds.total() + " in the pool",
          pool.size());
    }
    int ofSender = pool.sizeOf(transaction.sender());
    if (ofSender >= bounds.perSender()) {
      return refused(
          RefusalCode.RATE_LIMITED,
          bounds.retryAfterMs(),
          "fewer than " + bounds.perSender() + " of one sender",
          ofSender);
    }
    return new Admission.Accepted(
        Math.min(transaction.validUntilMs(), pool.nowMs() + bounds.waitMs()));
  }

  private static Admission refused(
      RefusalCode code, long retryAfterMs, String expected, Object actual) {
    return new Admission.Refused(
        new Refusal(code, Stage.ADMIT, retryAfterMs, expected, String.valueOf(actual)));
  }
}
