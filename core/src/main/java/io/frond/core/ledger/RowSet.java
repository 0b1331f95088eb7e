package io.frond.core.ledger;

import java.util.Arrays;

/** A set of rows in order of addition, emptied once per block without walking all rows. */
final class RowSet {
  private boolean[] members = new boolean[1024];
  private int[] rows = new int[256];
  private int size;

  /** Adds a row; false if it is there. */
  boolean add(int row) {
    if (row >= members.length) {
      members = Arrays.copyOf(members, Math.max(row + 1, members.length * 2));
    }
    if (members[row]) {
      return false;
    }
    members[row] = true;
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
    }
    rows[size++] = row;
    return true;
  }

  boolean contains(int row) {
    return row < members.length && members[row];
  }

  int size() {
    return size;
  }

  int get(int position) {
    return rows[position];
  }

  /** Keeps only the first {@code newSize} rows. */
  void truncate(int newSize) {
    while (size > newSize) {
      members[rows[--size]] = false;
    }
  }
}
