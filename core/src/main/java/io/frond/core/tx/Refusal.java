package io.frond.core.tx;

/**
 * A transaction that was not accepted, and why.
 *
 * @param code the reason
 * @param stage how far it had come
 * @param retryAfterMs when it is worth another try: {@link #AT_ONCE}, {@link #NEVER} as it stands,
 *     or milliseconds
 * @param expected what would have been accepted, for people
 * @param actual what was there, for people
 */
public record Refusal(
    RefusalCode code, Stage stage, long retryAfterMs, String expected, String actual) {
  /** Another try may succeed at once, after what is missing has been done. */
  public static final long AT_ONCE = 0;

  /** These bytes will never be accepted. */
  public static final long NEVER = -1;

  /**
   * A refusal of these parts.
   *
   * @throws IllegalArgumentException if the code does not belong to the stage, or the time is less
   *     than {@link #NEVER}
   */
  public Refusal {
    if (!code.stages().contains(stage)) {
      throw new IllegalArgumentException(
          "stage of " + code + ": expected one of " + code.stages() + ", actual " + stage);
    }
    if (retryAfterMs < NEVER) {
      throw new IllegalArgumentException(
          "retryAfterMs: expected at least -1, actual " + retryAfterMs);
    }
  }

  /**
   * A refusal for good, of a code that has one stage.
   *
   * @throws IllegalArgumentException if the code has several
   */
  public static Refusal never(RefusalCode code, String expected, String actual) {
    if (code.stages().size() != 1) {
      throw new IllegalArgumentException("stage of " + code + ": expected to be named");
    }
    return new Refusal(code, code.stages().iterator().next(), NEVER, expected, actual);
  }

  /** The reason and both sides of it, for a log. */
  @Override
  public String toString() {
    return code + " at " + stage + ": expected " + expected + ", actual " + actual;
  }
}
