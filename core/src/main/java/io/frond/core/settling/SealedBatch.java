package io.frond.core.settling;

import io.frond.core.batch.Batch;
import io.frond.core.batch.BatchHeader;
import io.frond.core.journal.JournalRecord.BatchTip;
import io.frond.core.journal.JournalRecord.BlockRecord;
import io.frond.core.outbox.Withdrawal;
import io.frond.core.transition.Block;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * A batch that is ready for the parent, or is there.
 *
 * @param header its header
 * @param hash the header's hash
 * @param blocks its blocks
 * @param from the log position of its first block
 */
public record SealedBatch(BatchHeader header, Bytes32 hash, List<BlockRecord> blocks, long from) {
  /** Copies the list. */
  public SealedBatch {
    blocks = List.copyOf(blocks);
  }

  /** Its number. */
  public long number() {
    return header.position().number();
  }

  /** The height of the oldest parent block that it refers to: references never fall. */
  public long oldestReference() {
    return Block.referenceHeight(blocks.get(0).data());
  }

  /** Where the next batch begins. */
  public BatchTip tip() {
    return new BatchTip(
        number(), hash, header.state().post(), header.blocks().last(), header.inbox().to());
  }

  /** What is committed. */
  public Batch batch() {
    return new Batch(header, data(blocks));
  }

  /** The data of each block. */
  public List<Bytes> blockData() {
    return blocks.stream().map(BlockRecord::data).toList();
  }

  /** What leaves by it, in order. */
  public List<Withdrawal> withdrawals() {
    return blocks.stream().flatMap(block -> block.withdrawals().stream()).toList();
  }

  static List<Batch.BlockData> data(List<BlockRecord> blocks) {
    List<Batch.BlockData> data = new ArrayList<>(blocks.size());
    blocks.forEach(block -> data.add(new Batch.BlockData(block.postRoot(), block.data())));
    return data;
  }
}
