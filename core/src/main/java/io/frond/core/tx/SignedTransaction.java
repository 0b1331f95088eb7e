package io.frond.core.tx;

import java.util.Optional;

/**
 * A transaction with its signatures, not yet checked.
 *
 * @param transaction what is signed
 * @param signature by the key that {@link Transaction#authorisation} names
 * @param approval the sponsor's, present if and only if the payer is a {@link Payer.Sponsor}
 */
public record SignedTransaction(
    Transaction transaction, Signature signature, Optional<Signature> approval) {
  /**
   * A transaction with these signatures.
   *
   * @throws IllegalArgumentException if a sponsor's approval is missing, or there without a sponsor
   */
  public SignedTransaction {
    boolean sponsored = transaction.fee().payer() instanceof Payer.Sponsor;
    if (sponsored != approval.isPresent()) {
      throw new IllegalArgumentException(
          "approval: expected " + sponsored + ", actual " + approval.isPresent());
    }
  }

  /** A transaction that nobody sponsors. */
  public static SignedTransaction of(Transaction transaction, Signature signature) {
    return new SignedTransaction(transaction, signature, Optional.empty());
  }
}
