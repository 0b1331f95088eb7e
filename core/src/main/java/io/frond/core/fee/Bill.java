package io.frond.core.fee;

/**
 * What a transaction pays, in quanta of the fee asset; the sum is at most the quote's maximum.
 *
 * @param base for what was used
 * @param tip for the operator
 * @param parent for the parent chain's cost
 * @param operator the operator's own fee
 */
public record Bill(long base, long tip, long parent, long operator) {
  /** Nothing. */
  public static final Bill ZERO = new Bill(0, 0, 0, 0);

  /**
   * A bill of these parts.
   *
   * @throws IllegalArgumentException if one is negative
   * @throws ArithmeticException if the sum is above 2^63-1
   */
  public Bill {
    if (base < 0 || tip < 0 || parent < 0 || operator < 0) {
      throw new IllegalArgumentException("bill: expected no negative part");
    }
    total(base, tip, parent, operator);
  }

  /** The sum of the parts. */
  public long total() {
    return total(base, tip, parent, operator);
  }

  private static long total(long base, long tip, long parent, long operator) {
    return Math.addExact(Math.addExact(base, tip), Math.addExact(parent, operator));
  }
}
