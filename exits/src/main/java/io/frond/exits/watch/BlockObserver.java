package io.frond.exits.watch;

import io.frond.core.transition.Block;
import io.frond.core.transition.ExecutedBlock;

/** Hears what the blocks of a chain did while they are followed. */
@FunctionalInterface
public interface BlockObserver {
  /** An observer that does nothing. */
  static BlockObserver none() {
    return (block, executed) -> {};
  }

  /**
   * A block was executed again and is right.
   *
   * @param block as it was published
   * @param executed what it did, inbox entries first
   */
  void followed(Block block, ExecutedBlock executed);
}
