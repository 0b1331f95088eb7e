package io.frond.core;

/**
 * How an operator runs its chain. None of it is consensus.
 *
 * @param pace how often things happen
 * @param parent what the settlement on the parent asks for
 * @param queuedSubmissions how many submissions may wait to be verified, at least 1
 */
public record ChainOptions(Pace pace, ParentTerms parent, int queuedSubmissions) {
  /**
   * How often things happen.
   *
   * @param blockIntervalMs the time from one block to the next, unless there is enough for a whole
   *     block before; at least 0. The parent is asked as often
   * @param blocksPerGroup the most blocks that share one sync and one signature, at least 1
   * @param blocksPerBatch the most blocks of a batch, at least 1
   * @param batchIntervalMs the longest time from the first block of a batch to its end, at least 0
   * @param blocksPerSnapshot how many blocks at most a restart replays, at least 1
   */
  public record Pace(
      long blockIntervalMs,
      int blocksPerGroup,
      int blocksPerBatch,
      long batchIntervalMs,
      long blocksPerSnapshot) {
    /** A pace of these numbers. */
    public Pace {
      require(blockIntervalMs, 0, "blockIntervalMs");
      require(blocksPerGroup, 1, "blocksPerGroup");
      require(blocksPerBatch, 1, "blocksPerBatch");
      require(batchIntervalMs, 0, "batchIntervalMs");
      require(blocksPerSnapshot, 1, "blocksPerSnapshot");
    }
  }

  /**
   * What the settlement on the parent asks for, as its configuration says.
   *
   * @param confirmations parent blocks on top of what the chain reads or refers to, at least 0
   * @param entriesPerBatch the most inbox entries of a batch, at least 1
   * @param window parent blocks from a commit until the batch can be final, at least 0
   * @param maxLag the oldest parent block that a batch may refer to, in blocks, at least 1
   * @param promisedWithin on the operator's clock, the longest from a receipt to its batch on the
   *     parent, 1 to {@code maxLag}: beyond, the blocks may have to be made again
   */
  public record ParentTerms(
      long confirmations, int entriesPerBatch, long window, long maxLag, long promisedWithin) {
    /** Terms of these numbers. */
    public ParentTerms {
      require(confirmations, 0, "confirmations");
      require(entriesPerBatch, 1, "entriesPerBatch");
      require(window, 0, "window");
      require(maxLag, 1, "maxLag");
      require(promisedWithin, 1, "promisedWithin");
      require(maxLag, promisedWithin, "maxLag, with what is promised");
    }
  }

  /** Options of these parts. */
  public ChainOptions {
    require(queuedSubmissions, 1, "queuedSubmissions");
  }

  private static void require(long actual, long least, String name) {
    if (actual < least) {
      throw new IllegalArgumentException(
          name + ": expected at least " + least + ", actual " + actual);
    }
  }
}
