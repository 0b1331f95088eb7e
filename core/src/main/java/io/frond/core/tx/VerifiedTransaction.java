package io.frond.core.tx;

import org.apache.tuweni.bytes.Bytes32;

/** Temporary. */
public record VerifiedTransaction(SignedTransaction signed, Bytes32 id, int sizeBytes) {
  public Transaction transaction() {
    return signed.transaction();
  }
}
