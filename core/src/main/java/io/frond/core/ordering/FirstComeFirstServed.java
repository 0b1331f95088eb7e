package io.frond.core.ordering;

import java.util.List;

/** Changes nothing: receipts are given in the order of acceptance. */
enum FirstComeFirstServed implements OrderingPolicy {
  /** The one instance. */
  INSTANCE;

  @Override
  public String canonicalName() {
    return "fcfs";
  }

  @Override
  public List<Candidate> order(List<Candidate> candidates) {
    return candidates;
  }
}
