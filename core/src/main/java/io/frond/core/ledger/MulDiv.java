package io.frond.core.ledger;

import java.math.BigInteger;

/** {@code a * b / c} over amounts of 63 bits, with the product held whole. */
public final class MulDiv {
  private MulDiv() {}

  /**
   * {@code floor(a * b / c)}.
   *
   * @throws ArithmeticException if {@code c} is 0 or the result is above 2^63-1
   * @throws IllegalArgumentException if one is negative
   */
  public static long floor(long a, long b, long c) {
    check(a, b, c);
    if (Math.multiplyHigh(a, b) == 0 && a * b >= 0) {
      return a * b / c;
    }
    return wide(a, b).divide(BigInteger.valueOf(c)).longValueExact();
  }

  /**
   * {@code ceil(a * b / c)}.
   *
   * @throws ArithmeticException if {@code c} is 0 or the result is above 2^63-1
   * @throws IllegalArgumentException if one is negative
   */
  public static long ceil(long a, long b, long c) {
    check(a, b, c);
    BigInteger[] parts = wide(a, b).divideAndRemainder(BigInteger.valueOf(c));
    long quotient = parts[0].longValueExact();
    return parts[1].signum() == 0 ? quotient : Math.addExact(quotient, 1);
  }

  private static BigInteger wide(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }

  private static void check(long a, long b, long c) {
    if (a < 0 || b < 0 || c < 0) {
      throw new IllegalArgumentException(
          "expected no negative factor, actual " + a + ", " + b + ", " + c);
    }
  }
}
