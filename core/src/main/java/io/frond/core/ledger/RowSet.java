package io.frond.core.ledger;

import java.util.Arrays;

/** A set of rows in order of addition, emptied once per block without walking all rows. */
final class RowSet {
  private int[] stamps = new int[1024];
  private int[] rows = new int[256];
  private int size;
  private int stamp = 1;

  /** Adds a row; false if it is there. */
  boolean add(int row) {
    if (row >= stamps.length) {
      stamps = Arrays.copyOf(stamps, Math.max(row + 1, stamps.length * 2));
    }
    if (stamps[row] == stamp) {
      return false;
    }
    stamps[row] = stamp;
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
    }
    rows[size++] = row;
    return true;
  }

  int size() {
    return size;
  }

  int get(int position) {
    return rows[position];
  }

  void clear() {
    size = 0;
    stamp++;
  }
}
