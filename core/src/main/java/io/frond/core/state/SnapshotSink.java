package io.frond.core.state;

/** Takes the entries of a state, one after the other. */
@FunctionalInterface
public interface SnapshotSink {
  /** The longest key. */
  int MAX_KEY_BYTES = 1 << 16;

  /** The longest value. */
  int MAX_VALUE_BYTES = 1 << 24;

  /**
   * One entry. The arrays are not copied and must not be changed.
   *
   * @param section the part of the state, 0 to 255
   * @param key at most {@link #MAX_KEY_BYTES}
   * @param value at most {@link #MAX_VALUE_BYTES}
   */
  void entry(int section, byte[] key, byte[] value);
}
