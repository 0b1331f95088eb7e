package io.frond.core.state;

import org.jspecify.annotations.Nullable;

/**
 * Where state comes from that is not resident. Only the miss path calls it, so a full node, a
 * witness and a disk differ here and nowhere else.
 *
 * <p>A raw key is the preimage of a tree key; stored values are the bytes that {@link
 * io.frond.core.state.Section} entries of a snapshot or a witness carry.
 */
public interface StateSource {
  /** What is known of a key. */
  record Found(byte @Nullable [] value) {
    /** Known to be absent. */
    public static final Found ABSENT = new Found(null);
  }

  /** What is at a key; null if this source knows nothing of it. */
  @Nullable Found find(Section section, byte[] rawKey);

  /**
   * The greatest present raw key of this source that starts with {@code prefix} and is below {@code
   * rawKey} in unsigned order; null if it knows none.
   */
  byte @Nullable [] below(Section section, byte[] prefix, byte[] rawKey);

  /** The refusal to throw where this source knows too little; it may take note of it. */
  default WitnessIncomplete incomplete(String what) {
    return new WitnessIncomplete(what);
  }

  /** The source of a chain whose whole state is resident: what is not there is absent. */
  static StateSource nothingBeyondMemory() {
    return ResidentOnly.INSTANCE;
  }

  /** Everything is in memory, so every miss is an absence. */
  enum ResidentOnly implements StateSource {
    /** The one instance. */
    INSTANCE;

    @Override
    public Found find(Section section, byte[] rawKey) {
      return Found.ABSENT;
    }

    @Override
    public byte @Nullable [] below(Section section, byte[] prefix, byte[] rawKey) {
      return null;
    }
  }
}
