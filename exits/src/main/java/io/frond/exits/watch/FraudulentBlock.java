package io.frond.exits.watch;

import io.frond.core.batch.Batch;
import io.frond.core.hash.HashSuite;
import io.frond.core.proof.BlockDispute;
import io.frond.core.proof.Verdict.FraudKind;
import io.frond.exits.proof.BlockProof;
import io.frond.exits.settlement.SettlementCall;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The first wrong block of a batch, with all that a challenge needs.
 *
 * @param batchHash the hash of the batch's header
 * @param batch the batch as it was published
 * @param index the block's place in the batch, from 0
 * @param kind which rule it breaks
 * @param witness all that executing it touches, with proofs below the root before it; empty if its
 *     data does not decode
 */
public record FraudulentBlock(
    Bytes32 batchHash, Batch batch, int index, FraudKind kind, Bytes witness) {
  /** The number of the batch. */
  public long batchNumber() {
    return batch.header().position().number();
  }

  /** The call that proves it to the settlement. */
  public SettlementCall.Challenge challenge(HashSuite suite) {
    return new SettlementCall.Challenge(batchHash, BlockProof.of(suite, batch, index), witness);
  }

  /**
   * What the parent's verifier is asked.
   *
   * @param oldestReference the lowest parent height that a block of the batch may refer to
   */
  public BlockDispute dispute(long oldestReference) {
    Batch.BlockData block = batch.blocks().get(index);
    return new BlockDispute(
        batch.header(),
        index,
        block.data(),
        new BlockDispute.Roots(batch.preRoot(index), block.postRoot()),
        oldestReference,
        witness);
  }
}
