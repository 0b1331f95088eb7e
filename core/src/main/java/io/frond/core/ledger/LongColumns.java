package io.frond.core.ledger;

import java.util.Arrays;

/**
 * Rows of a fixed number of longs, in chunks: growing copies no values, and no array comes near the
 * 2 GiB at which Java arrays end.
 */
final class LongColumns {
  private static final int CHUNK_BITS = 12;
  private static final int CHUNK_ROWS = 1 << CHUNK_BITS;

  private final int width;
  private long[][] chunks = new long[16][];
  private int rows;

  LongColumns(int width) {
    this.width = width;
  }

  int rows() {
    return rows;
  }

  /** Adds a row of zeros and gives its number. */
  int addRow() {
    int chunk = rows >>> CHUNK_BITS;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunk * 2);
    }
    if (chunks[chunk] == null) {
      chunks[chunk] = new long[CHUNK_ROWS * width];
    }
    return rows++;
  }

  long get(int row, int column) {
    return chunks[row >>> CHUNK_BITS][(row & CHUNK_ROWS - 1) * width + column];
  }

  void set(int row, int column, long value) {
    chunks[row >>> CHUNK_BITS][(row & CHUNK_ROWS - 1) * width + column] = value;
  }

  /** Takes the last row away; its account is overwritten by the next, all else must be zeros. */
  void removeLastRow() {
    rows--;
  }
}
