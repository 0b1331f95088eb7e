package io.frond.core.settling;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells which batches are final for good: those that were final so many parent blocks ago, because
 * the block that finalised them can itself be reorganised away.
 */
public final class FinalityWatch {
  private final long confirmations;
  private final Deque<Seen> seen = new ArrayDeque<>();
  private long confirmed;

  private record Seen(long height, long number) {}

  /** Goes on from a batch that is final for good. */
  public FinalityWatch(long confirmations, long confirmed) {
    this.confirmations = confirmations;
    this.confirmed = confirmed;
  }

  /**
   * Takes note of what the parent says.
   *
   * @param height its newest block
   * @param number the newest final batch
   * @return the newest batch that is final for good
   */
  public long observe(long height, long number) {
    while (!seen.isEmpty() && seen.getLast().number() > number) {
      seen.removeLast();
    }
    if (seen.isEmpty() || seen.getLast().number() < number) {
      seen.add(new Seen(height, number));
    }
    while (!seen.isEmpty() && seen.getFirst().height() + confirmations <= height) {
      confirmed = Math.max(confirmed, seen.removeFirst().number());
    }
    return confirmed;
  }
}
