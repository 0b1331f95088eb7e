package io.frond.core.ordering;

import io.frond.core.tx.VerifiedTransaction;

/** A transaction that waits for a block. */
public interface Candidate {
  /** What was submitted. */
  VerifiedTransaction transaction();

  /** Its place in the order of acceptance, ascending. */
  long accepted();
}
