package io.frond.core.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The undo journal of {@link Balances}: old values of columns in one primitive array, records
 * beside. Each line is two longs, the place and the old value, because the journal is written for
 * every move and read for few.
 */
final class BalanceJournal {
  private static final int COLUMN_BITS = 8;
  private static final int RECORD = (1 << COLUMN_BITS) - 1; // above every column

  private long[] lines = new long[2048];
  private @Nullable AccountRecord[] records = new AccountRecord[64];
  private int recordCount;
  private int size;

  /** Puts a record back. */
  interface RecordKeeper {
    void keep(int row, @Nullable AccountRecord record);
  }

  /** A point to roll back to. */
  int size() {
    return size;
  }

  void column(int row, int column, long old) {
    if (size == lines.length) {
      lines = Arrays.copyOf(lines, size * 2);
    }
    lines[size] = (long) row << COLUMN_BITS | column;
    lines[size + 1] = old;
    size += 2;
  }

  void record(int row, @Nullable AccountRecord old) {
    if (recordCount == records.length) {
      records = Arrays.copyOf(records, recordCount * 2);
    }
    records[recordCount++] = old;
    column(row, RECORD, 0);
  }

  void rollbackTo(int mark, LongColumns target, RecordKeeper keeper) {
    while (size > mark) {
      size -= 2;
      int row = (int) (lines[size] >>> COLUMN_BITS);
      int column = (int) lines[size] & RECORD;
      if (column == RECORD) {
        keeper.keep(row, records[--recordCount]);
        records[recordCount] = null;
      } else {
        target.set(row, column, lines[size + 1]);
      }
    }
  }

  void clear() {
    Arrays.fill(records, 0, recordCount, null);
    recordCount = 0;
    size = 0;
  }
}
