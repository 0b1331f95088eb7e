package io.frond.core.admission;

/**
 * How much may wait for a block.
 *
 * @param total transactions, at least 1
 * @param perSender transactions of one sender, at least 1
 * @param waitMs the longest that one waits, at least 1
 * @param retryAfterMs what a refused sender is told, at least 0
 */
public record PoolBounds(int total, int perSender, long waitMs, long retryAfterMs) {
  /** 65,536 in all, 1,024 of one sender, half a minute, and a quarter of a second. */
  public static final PoolBounds DEFAULT = new PoolBounds(65_536, 1_024, 30_000, 250);

  /**
   * Bounds of these sizes.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public PoolBounds {
    if (total < 1 || perSender < 1 || waitMs < 1 || retryAfterMs < 0) {
      throw new IllegalArgumentException(
          "pool bounds: expected at least 1, 1, 1 and 0, actual "
              + total
              + ", "
              + perSender
              + ", "
              + waitMs
              + " and "
              + retryAfterMs);
    }
  }
}
