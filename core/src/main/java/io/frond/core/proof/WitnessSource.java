package io.frond.core.proof;

import org.apache.tuweni.bytes.Bytes;

/** Gives the witness of each block of a batch: all that executing it touches, with proofs. */
@FunctionalInterface
public interface WitnessSource {
  /**
   * The witness of a block.
   *
   * @param blockIndex its place in the batch, from 0
   */
  Bytes witness(int blockIndex);
}
