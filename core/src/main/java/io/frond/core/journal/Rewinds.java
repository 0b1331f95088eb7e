package io.frond.core.journal;

import io.frond.core.journal.JournalRecord.RewindRecord;
import java.util.ArrayList;
import java.util.List;

/** Which records of a log a later rewind made void. */
public final class Rewinds {
  private final List<Long> positions = new ArrayList<>();
  private final List<RewindRecord> records = new ArrayList<>();

  /** Takes note of a rewind; positions ascend. */
  public void add(long position, RewindRecord record) {
    positions.add(position);
    records.add(record);
  }

  /** Whether the block of the record at a position is gone. */
  public boolean isBlockGone(long position, long block) {
    for (int i = records.size() - 1; i >= 0 && positions.get(i) > position; i--) {
      if (records.get(i).block() < block) {
        return true;
      }
    }
    return false;
  }

  /** Whether the batch of the record at a position is gone. */
  public boolean isBatchGone(long position, long batch) {
    for (int i = records.size() - 1; i >= 0 && positions.get(i) > position; i--) {
      if (records.get(i).batch() < batch) {
        return true;
      }
    }
    return false;
  }

  /** Whether any rewind went back to before a block. */
  public boolean isAnyBefore(long block) {
    return records.stream().anyMatch(record -> record.block() < block);
  }
}
