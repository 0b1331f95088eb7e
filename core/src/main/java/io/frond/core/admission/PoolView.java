package io.frond.core.admission;

import io.frond.vm.Account;

/** What an {@link AdmissionPolicy} sees of the pool. */
public interface PoolView {
  /** The time, in milliseconds since 1970. */
  long nowMs();

  /** How many transactions wait. */
  int size();

  /** How many transactions of one sender wait. */
  int sizeOf(Account sender);
}
