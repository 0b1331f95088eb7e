package io.frond.core.proof;

import io.frond.core.batch.BatchHeader;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * One block of a committed batch that somebody says is wrong. Everything but the witness is what
 * the batch's proposer claimed, bound by the header; the witness is the challenger's.
 *
 * @param header the statement of the batch
 * @param blockIndex the block's place in the batch, from 0
 * @param blockData its published data
 * @param roots the state roots before and after it, as claimed
 * @param oldestReference the lowest parent height that a block of this batch may refer to
 * @param witness all that executing it touches, with proofs below {@code roots.pre()}
 */
public record BlockDispute(
    BatchHeader header,
    int blockIndex,
    Bytes blockData,
    Roots roots,
    long oldestReference,
    Bytes witness) {
  /**
   * State roots of one block.
   *
   * @param pre before it
   * @param post after it
   */
  public record Roots(Bytes32 pre, Bytes32 post) {}

  /** Whether the block is the last one, which the header itself describes. */
  public boolean isLast() {
    return blockIndex == header.blocks().count() - 1;
  }
}
