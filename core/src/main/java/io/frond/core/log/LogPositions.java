package io.frond.core.log;

/** The range of positions. */
final class LogPositions {
  private LogPositions() {}

  static void check(String what, long position, long end) {
    if (position < 0 || position > end) {
      throw new IllegalArgumentException(
          what + ": expected a position of 0 to " + end + ", actual " + position);
    }
  }
}
