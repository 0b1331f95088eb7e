package io.frond.core.state;

/**
 * The three authenticated trees of a state, whole or as far as a witness shows them. One thread.
 */
public interface StateTrees {
  /** The roots as they stand. */
  StateRoot root();

  /** Applies the changes of one block. */
  void apply(StateChanges changes);
}
