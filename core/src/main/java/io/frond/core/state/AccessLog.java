package io.frond.core.state;

import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/** Hears of each first touch of a key in a block: hit or miss, kept or rolled back. */
public interface AccessLog {
  /** Whether {@link #touched} wants to be called; encoding values for nobody costs speed. */
  boolean isRecording();

  /**
   * A key was touched for the first time in this block.
   *
   * @param value its stored value at the start of the block; null if it was absent
   */
  void touched(Section section, byte[] rawKey, Bytes32 treeKey, byte @Nullable [] value);

  /** How many touches it has heard of in this block. */
  int size();

  /** Forgets all but the first {@code size}: of what never came to be part of the block. */
  void truncate(int size);

  /** Hears nothing. */
  static AccessLog off() {
    return Off.INSTANCE;
  }

  /** The log of a node that keeps no witness. */
  enum Off implements AccessLog {
    /** The one instance. */
    INSTANCE;

    @Override
    public boolean isRecording() {
      return false;
    }

    @Override
    public void touched(Section section, byte[] rawKey, Bytes32 treeKey, byte @Nullable [] value) {}

    @Override
    public int size() {
      return 0;
    }

    @Override
    public void truncate(int size) {}
  }
}
