package io.frond.fees.model;

import io.frond.core.fee.FeeModel;

/** The ready-made fee models, each named by its trade-off. */
public final class FeeModels {
  private FeeModels() {}

  /** Nobody pays: spam is then held off by admission alone. */
  public static FeeModel free() {
    return new Fixed(0, "free");
  }

  /**
   * Every transaction pays the same: easy to show to a player, blind to what the transaction uses.
   *
   * @param quanta of the fee asset, 1 to 2^63-1
   * @throws IllegalArgumentException if {@code quanta} is below 1
   */
  public static FeeModel fixed(long quanta) {
    if (quanta < 1) {
      throw new IllegalArgumentException(
          "fixed fee: expected at least 1 quantum, actual " + quanta);
    }
    return new Fixed(quanta, "fixed/" + quanta);
  }
}
