package io.frond.core.admission;

import io.frond.core.tx.VerifiedTransaction;

/**
 * Whom this node queues: spam, quotas, courtesy. Local, free to be unfair, and never consensus.
 * Asked on the stepping thread.
 */
@FunctionalInterface
public interface AdmissionPolicy {
  /** Bounds the pool as a whole and for each sender. */
  static AdmissionPolicy bounded(PoolBounds bounds) {
    return new BoundedAdmission(bounds);
  }

  /** Whether a transaction may wait in the pool. */
  Admission admit(VerifiedTransaction transaction, PoolView pool);
}
