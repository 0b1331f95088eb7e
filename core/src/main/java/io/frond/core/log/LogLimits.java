package io.frond.core.log;

/**
 * The sizes of a {@link FileChainLog}. They bind who writes: whatever was written is readable under
 * any limits.
 *
 * @param maxRecordBytes the largest record, 1 to {@link #MAX_RECORD_BYTES}
 * @param segmentBytes the size at which a file ends and the next begins, 1 to {@link
 *     #MAX_SEGMENT_BYTES}; a record that is larger has a file of its own
 */
public record LogLimits(int maxRecordBytes, int segmentBytes) {
  /** The largest record that the format can hold: 256 MiB. */
  public static final int MAX_RECORD_BYTES = 1 << 28;

  /** The largest segment: 1 GiB. */
  public static final int MAX_SEGMENT_BYTES = 1 << 30;

  /** Records of up to 16 MiB in files of 64 MiB. */
  public static final LogLimits DEFAULT = new LogLimits(1 << 24, 1 << 26);

  /** Checks the ranges. */
  public LogLimits {
    check("maxRecordBytes", maxRecordBytes, MAX_RECORD_BYTES);
    check("segmentBytes", segmentBytes, MAX_SEGMENT_BYTES);
  }

  private static void check(String name, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(name + ": expected 1 to " + max + ", actual " + value);
    }
  }
}
