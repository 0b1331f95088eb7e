package io.frond.core.state;

import java.util.Arrays;

/**
 * Sorts entries by key without an object for each: 32 bits of the key and the entry's number share
 * a long, and entries that agree in those bits are sorted again by the next 32.
 */
final class EntrySort {
  private final byte[] entries;
  private final long[] order;

  private EntrySort(byte[] entries, int count) {
    this.entries = entries;
    this.order = new long[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
  }

  /** A sorted copy of exactly {@code count} entries. */
  static byte[] sorted(byte[] entries, int count) {
    if (ascends(entries, count)) {
      return Arrays.copyOf(entries, Entries.offset(count));
    }
    EntrySort sort = new EntrySort(entries, count);
    sort.sort(0, count, 0);
    byte[] result = new byte[Entries.offset(count)];
    for (int i = 0; i < count; i++) {
      int source = Entries.offset((int) sort.order[i]);
      System.arraycopy(entries, source, result, Entries.offset(i), Entries.BYTES);
    }
    return result;
  }

  /** Whether each key is above the one before it. */
  static boolean ascends(byte[] entries, int count) {
    for (int i = 1; i < count; i++) {
      if (KeyBits.compare(entries, Entries.offset(i - 1), entries, Entries.offset(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private void sort(int from, int to, int word) {
    for (int i = from; i < to; i++) {
      int index = (int) order[i];
      order[i] = signed(index, word) << 32 | index;
    }
    Arrays.sort(order, from, to);
    if (word == 7) {
      return;
    }
    int start = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || order[i] >> 32 != order[start] >> 32) {
        if (i - start > 1) {
          sort(start, i, word + 1);
        }
        start = i;
      }
    }
  }

  /** The word such that the signed order of longs is the unsigned order of keys. */
  private long signed(int index, int word) {
    return KeyBits.prefix(entries, Entries.offset(index) + 4 * word) - (1L << 31);
  }
}
