package io.frond.core.sequencing;

import io.frond.core.inbox.InboxEntry;

/**
 * Which inbox entries an operator consumes. An honest one takes all: the parent refuses a batch
 * that leaves a due entry behind, and in the end the chain is frozen. It is here so that tests and
 * watchtowers can see that happen.
 */
@FunctionalInterface
public interface InboxPolicy {
  /** Consumes every entry as soon as it is confirmed. */
  static InboxPolicy takeAll() {
    return entry -> true;
  }

  /** Whether to consume an entry now. What is not taken holds back all that come after it. */
  boolean takes(InboxEntry entry);
}
