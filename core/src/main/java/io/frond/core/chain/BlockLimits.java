package io.frond.core.chain;

import io.frond.vm.ByteWriter;

/**
 * What one block may hold. A block above any of these is invalid.
 *
 * @param transactions most user transactions, at most 2^19
 * @param dataBytes most bytes of published data
 * @param inboxEntries most inbox entries, at most 2^16
 * @param steps most steps of transactions and inbox entries together
 * @param forcedSteps the part of them that is kept for inbox entries; at most a quarter
 * @param entrySteps most steps of one inbox entry, at most {@code forcedSteps}; and of one callback
 *     at the end of the block, on top of the above
 * @param withdrawals most withdrawals of a batch, 96 (what one entry can make) to 2^20
 */
public record BlockLimits(
    int transactions,
    int dataBytes,
    int inboxEntries,
    long steps,
    long forcedSteps,
    long entrySteps,
    int withdrawals) {
  /** The most withdrawals of any batch: the tree has at most 20 levels. */
  public static final int MAX_WITHDRAWALS = 1 << 20;

  /** The fewest: a forced exit with 64 balances and 32 positions always fits an empty batch. */
  public static final int MIN_WITHDRAWALS = 96;

  /** Enough for a game server: 4,096 transactions and 1 MiB a block. */
  public static final BlockLimits DEFAULT =
      new BlockLimits(4_096, 1 << 20, 64, 500_000_000L, 75_000_000L, 1_000_000L, 1 << 16);

  /**
   * Limits of these parts.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public BlockLimits {
    require(transactions > 0 && transactions <= 1 << 19, "transactions", transactions);
    require(dataBytes > 0, "dataBytes", dataBytes);
    require(inboxEntries > 0 && inboxEntries <= 1 << 16, "inboxEntries", inboxEntries);
    require(steps > 0, "steps", steps);
    require(forcedSteps > 0 && forcedSteps <= steps / 4, "forcedSteps", forcedSteps);
    require(entrySteps > 0 && entrySteps <= forcedSteps, "entrySteps", entrySteps);
    require(
        withdrawals >= MIN_WITHDRAWALS && withdrawals <= MAX_WITHDRAWALS,
        "withdrawals",
        withdrawals);
  }

  void encode(ByteWriter out) {
    out.u32(transactions).u32(dataBytes).u32(inboxEntries);
    out.u64(steps).u64(forcedSteps).u64(entrySteps).u32(withdrawals);
  }

  private static void require(boolean holds, String name, long actual) {
    if (!holds) {
      throw new IllegalArgumentException("block limit " + name + " is out of range: " + actual);
    }
  }
}
