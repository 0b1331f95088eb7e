package io.frond.core.fee;

/**
 * The most that a transaction may cost.
 *
 * @param max in quanta of the fee asset, at least 0
 * @param arm which part of a composed model answered
 */
public record Quote(long max, String arm) {
  /** A quote of these parts. */
  public Quote {
    if (max < 0) {
      throw new IllegalArgumentException("quote: expected at least 0, actual " + max);
    }
  }
}
