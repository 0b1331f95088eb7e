package io.frond.core.proof;

import io.frond.core.batch.BatchHeader;
import io.frond.core.ordering.TrustLabel;
import org.apache.tuweni.bytes.Bytes;

/**
 * The parent executes a disputed block itself ({@link BlockReexecution}), so a commit carries
 * nothing: who disagrees brings the witness of one block.
 */
enum Reexecution implements ProofSystem {
  /** The one instance. */
  INSTANCE;

  @Override
  public TrustLabel label() {
    return TrustLabel.REEXECUTION;
  }

  @Override
  public Bytes prove(BatchHeader header, WitnessSource witnesses) {
    return Bytes.EMPTY;
  }

  @Override
  public boolean verify(BatchHeader header, Bytes evidence) {
    return evidence.isEmpty();
  }
}
