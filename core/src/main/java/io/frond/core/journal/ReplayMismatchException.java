package io.frond.core.journal;

/**
 * A block of the log gives another result than it gave when it was made: the modules are not the
 * ones that made it, or not deterministic. Nothing was changed.
 */
public final class ReplayMismatchException extends RuntimeException {
  private final long block;

  ReplayMismatchException(long block, String what) {
    super("block " + block + ": " + what);
    this.block = block;
  }

  /** The number of the block. */
  public long block() {
    return block;
  }
}
