package io.frond.core;

import io.frond.core.journal.JournalRecord;
import io.frond.core.journal.JournalRecord.BlockRecord;
import io.frond.core.journal.JournalRecord.GroupRecord;
import io.frond.core.journal.JournalRecord.RewindRecord;
import io.frond.core.journal.JournalRecord.SealedRecord;
import io.frond.core.log.ChainLog;
import io.frond.core.transition.Block;
import io.frond.core.tx.SignedTransaction;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** What a log says, read naively. */
final class ChainHistory {
  private final List<BlockRecord> blocks = new ArrayList<>();
  private final List<GroupRecord> groups = new ArrayList<>();
  private final List<SealedRecord> sealed = new ArrayList<>();
  private final List<Bytes> bytes = new ArrayList<>();

  static ChainHistory of(ChainLog log) {
    ChainHistory history = new ChainHistory();
    log.replay(0, (position, record) -> history.add(record));
    return history;
  }

  private void add(Bytes encoded) {
    bytes.add(encoded);
    JournalRecord record = JournalRecord.decode(encoded);
    if (record instanceof BlockRecord block) {
      blocks.add(block);
    } else if (record instanceof GroupRecord group) {
      groups.add(group);
    } else if (record instanceof SealedRecord batch) {
      sealed.add(batch);
    } else if (record instanceof RewindRecord rewind) {
      blocks.removeIf(block -> block.number() > rewind.block());
    }
  }

  List<Bytes> bytes() {
    return bytes;
  }

  List<BlockRecord> blocks() {
    return blocks;
  }

  List<GroupRecord> groups() {
    return groups;
  }

  List<SealedRecord> sealed() {
    return sealed;
  }

  /** The ids of a block's transactions, in order. */
  List<Bytes32> transactions(long number) {
    BlockRecord record = blocks.get((int) number - 1);
    List<Bytes32> ids = new ArrayList<>();
    for (SignedTransaction signed :
        Block.decode(ChainWorld.RULES.format(), record.data()).transactions()) {
      ids.add(ChainWorld.RULES.format().id(signed.transaction()));
    }
    return ids;
  }
}
