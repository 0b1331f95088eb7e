package io.frond.core.tx;

import io.frond.core.fee.Usage;
import io.frond.vm.Account;
import java.util.List;

/**
 * What a sender asks for: all that a signature covers. {@link TransactionFormat} writes and names
 * it.
 *
 * @param sender who acts
 * @param authorisation on whose word
 * @param nonce what makes it unique
 * @param validUntilMs it may run only in blocks of an earlier time; at least 0
 * @param limits the most of each resource that it may use
 * @param fee the most that it may cost, and whom
 * @param spends the most that it may take from the sender, strictly ascending, at most {@link
 *     #MAX_SPENDS}; of what is not named, nothing
 * @param commands what it does
 */
public record Transaction(
    Account sender,
    Authorisation authorisation,
    Nonce nonce,
    long validUntilMs,
    Usage limits,
    FeeOffer fee,
    List<SpendLimit> spends,
    CommandList commands) {
  /** The version that this class writes. */
  public static final int VERSION = 1;

  /** The most bytes of a signed transaction on the wire. */
  public static final int MAX_BYTES = 1 << 16;

  /** The most spend limits. */
  public static final int MAX_SPENDS = 64;

  /**
   * A transaction of these parts.
   *
   * @throws IllegalArgumentException if one is out of its range, or the spends are not strictly
   *     ascending
   */
  public Transaction {
    spends = List.copyOf(spends);
    if (validUntilMs < 0) {
      throw new IllegalArgumentException(
          "validUntilMs: expected at least 0, actual " + validUntilMs);
    }
    if (spends.size() > MAX_SPENDS) {
      throw new IllegalArgumentException("spends: expected at most 64, actual " + spends.size());
    }
    for (int i = 1; i < spends.size(); i++) {
      if (spends.get(i - 1).compareTo(spends.get(i)) >= 0) {
        throw new IllegalArgumentException("spends: expected strictly ascending, actual " + spends);
      }
    }
  }
}
