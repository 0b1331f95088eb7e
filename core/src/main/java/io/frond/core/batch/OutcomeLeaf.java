package io.frond.core.batch;

import io.frond.core.hash.HashSuite;
import org.apache.tuweni.bytes.Bytes32;

/**
 * What one transaction did, as listed under a block's outcomes root by position.
 *
 * @param transactionId the transaction's id, or the rolling hash after an inbox entry
 * @param outcomeHash hash of its outcome
 */
public record OutcomeLeaf(Bytes32 transactionId, Bytes32 outcomeHash) {
  /** {@code H(0x36 ‖ transaction id 32 ‖ outcome hash 32)}. */
  public Bytes32 hash(HashSuite suite) {
    return suite.hash(0x36, transactionId, outcomeHash);
  }
}
