package io.frond.core.proof;

import io.frond.core.batch.BatchHeader;
import io.frond.core.ordering.TrustLabel;
import org.apache.tuweni.bytes.Bytes;

/**
 * Makes and checks the evidence that a commit carries. What it is worth is its {@link #label}, and
 * who verifies says which label it accepts.
 */
public interface ProofSystem {
  /** No evidence: the parent executes a disputed block itself. */
  static ProofSystem reexecution() {
    return Reexecution.INSTANCE;
  }

  /** What a batch is believed by. */
  TrustLabel label();

  /**
   * Evidence that the batch of this header follows the rules.
   *
   * @param witnesses the witness of each of its blocks
   */
  Bytes prove(BatchHeader header, WitnessSource witnesses);

  /**
   * Whether the evidence is good for this header and no other. Total: never throws, and takes
   * bounded time and memory whatever the bytes are.
   */
  boolean verify(BatchHeader header, Bytes evidence);
}
