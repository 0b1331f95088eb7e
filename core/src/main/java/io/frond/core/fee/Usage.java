package io.frond.core.fee;

/**
 * An amount of each {@link Dimension}.
 *
 * @param compute 0 to {@link #MAX}
 * @param stateBytes 0 to {@link #MAX}
 * @param dataBytes 0 to {@link #MAX}
 * @param proofCycles 0 to {@link #MAX}
 */
public record Usage(long compute, long stateBytes, long dataBytes, long proofCycles) {
  /** The most of one dimension: 2^48. */
  public static final long MAX = 1L << 48;

  /** Nothing of anything. */
  public static final Usage NONE = new Usage(0, 0, 0, 0);

  /**
   * An amount of each dimension.
   *
   * @throws IllegalArgumentException unless each is 0 to {@link #MAX}
   */
  public Usage {
    check(compute);
    check(stateBytes);
    check(dataBytes);
    check(proofCycles);
  }

  /** The amount of one dimension. */
  public long of(Dimension dimension) {
    return switch (dimension) {
      case COMPUTE -> compute;
      case STATE_BYTES -> stateBytes;
      case DATA_BYTES -> dataBytes;
      case PROOF_CYCLES -> proofCycles;
    };
  }

  /** Whether no dimension is above the same one of {@code limit}. */
  public boolean within(Usage limit) {
    return compute <= limit.compute
        && stateBytes <= limit.stateBytes
        && dataBytes <= limit.dataBytes
        && proofCycles <= limit.proofCycles;
  }

  private static void check(long amount) {
    if (amount < 0 || amount > MAX) {
      throw new IllegalArgumentException("usage: expected 0 to 2^48, actual " + amount);
    }
  }
}
