package io.frond.core.ordering;

import java.util.List;

/**
 * In which order waiting transactions enter a block. Local until it is verified by others: what the
 * operator promises is the order of its receipts.
 */
public interface OrderingPolicy {
  /** First come, first served: the order of acceptance. */
  static OrderingPolicy firstComeFirstServed() {
    return FirstComeFirstServed.INSTANCE;
  }

  /** The name under which the chain's parameters bind this policy. */
  String canonicalName();

  /**
   * The order in which these enter the next block, as far as they fit. Deterministic.
   *
   * @param candidates in the order of acceptance
   * @return some or all of them, each at most once; the others go on waiting
   */
  List<Candidate> order(List<Candidate> candidates);
}
