package io.frond.core.tx;

/**
 * What a transaction may cost in fees, and whom.
 *
 * @param payer who covers it
 * @param maxFee the most quanta of the fee asset, over all dimensions and with the tip; at least 0,
 *     and 0 for {@link Payer#QUOTA_ONLY}
 * @param tip quanta on top for the operator, 0 to {@code maxFee}
 */
public record FeeOffer(Payer payer, long maxFee, long tip) {
  /** Nothing, from the sender: for a chain without fees. */
  public static final FeeOffer NONE = new FeeOffer(Payer.SELF, 0, 0);

  /**
   * An offer of these parts.
   *
   * @throws IllegalArgumentException if an amount is out of its range
   */
  public FeeOffer {
    long most = payer instanceof Payer.QuotaOnly ? 0 : Long.MAX_VALUE;
    if (maxFee < 0 || maxFee > most) {
      throw new IllegalArgumentException("maxFee: expected 0 to " + most + ", actual " + maxFee);
    }
    if (tip < 0 || tip > maxFee) {
      throw new IllegalArgumentException("tip: expected 0 to " + maxFee + ", actual " + tip);
    }
  }
}
