package io.frond.core.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The undo journal of {@link Balances}: old values of columns in primitive arrays, records beside.
 */
final class BalanceJournal {
  private static final int RECORD = -1;

  private int[] rows = new int[1024];
  private int[] columns = new int[1024];
  private long[] values = new long[1024];
  private @Nullable AccountRecord[] records = new AccountRecord[64];
  private int recordCount;
  private int size;

  /** Puts a record back. */
  interface RecordKeeper {
    void keep(int row, @Nullable AccountRecord record);
  }

  int size() {
    return size;
  }

  void column(int row, int column, long old) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
      columns = Arrays.copyOf(columns, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    rows[size] = row;
    columns[size] = column;
    values[size++] = old;
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
      size--;
      if (columns[size] == RECORD) {
        keeper.keep(rows[size], records[--recordCount]);
        records[recordCount] = null;
      } else {
        target.set(rows[size], columns[size], values[size]);
      }
    }
  }

  void clear() {
    Arrays.fill(records, 0, recordCount, null);
    recordCount = 0;
    size = 0;
  }
}
