package io.frond.exits.settlement;

import io.frond.vm.Split;
import java.math.BigInteger;

/** Parts of amounts, with products of 128 bits. */
final class Proportion {
  private Proportion() {}

  /** {@code floor(amount * numerator / denominator)}, the fraction being at most 1. */
  static long floor(long amount, long numerator, long denominator) {
    long high = Math.multiplyHigh(amount, numerator);
    if (high == 0) {
      return Long.divideUnsigned(amount * numerator, denominator);
    }
    return BigInteger.valueOf(amount)
        .multiply(BigInteger.valueOf(numerator))
        .divide(BigInteger.valueOf(denominator))
        .longValueExact();
  }

  /** What a split gives to the account at an index; the first has what rounding leaves. */
  static long part(long amount, Split split, int index) {
    long sum = 0;
    for (Split.Part part : split.parts()) {
      sum += part.weight();
    }
    long own = floor(amount, split.parts().get(index).weight(), sum);
    if (index > 0) {
      return own;
    }
    long given = 0;
    for (Split.Part part : split.parts()) {
      given += floor(amount, part.weight(), sum);
    }
    return own + (amount - given);
  }
}
