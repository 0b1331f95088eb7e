package io.frond.core.state;

import java.util.Arrays;

/**
 * All leaves, ascending by key, in 2^bits pages by the first bits of the key. A page is one array
 * of {@link Entries} with a little room at its end, so that a leaf costs its 64 bytes and hardly
 * more, and an insertion moves one page.
 */
final class LeafPages {
  /** Room is kept in steps of so many entries. */
  private static final int STEP = 4;

  private static final byte[] NONE = new byte[0];

  private final byte[] bound = new byte[KeyBits.BYTES];
  private int bits;
  private byte[][] pages = {NONE};
  private int[] counts = {0};
  private byte[] scratch = new byte[Entries.offset(64)];

  /** The page of keys that start with these 32 bits. */
  int pageOf(long prefix) {
    return (int) (prefix >>> (32 - bits));
  }

  /** The leaves of a page, valid until the next change. */
  byte[] entries(int page) {
    return pages[page];
  }

  /** How many leaves a page has. */
  int count(int page) {
    return counts[page];
  }

  /** The first leaf of its page whose first 32 bits are not below these. */
  int seek(long prefix) {
    Arrays.fill(bound, (byte) 0);
    KeyBits.setPrefix(bound, prefix);
    return seek(pageOf(prefix), 0, bound, 0);
  }

  /** Applies sorted changes and returns by how much the number of leaves grew. */
  long apply(byte[] changes, int count) {
    long growth = 0;
    int from = 0;
    while (from < count) {
      int page = pageOf(KeyBits.prefix(changes, Entries.offset(from)));
      int to = from + 1;
      while (to < count && pageOf(KeyBits.prefix(changes, Entries.offset(to))) == page) {
        to++;
      }
      growth += applyTo(page, changes, from, to);
      from = to;
    }
    return growth;
  }

  /** Twice as many pages. */
  void split() {
    byte[][] halves = new byte[pages.length * 2][];
    int[] halfCounts = new int[counts.length * 2];
    for (int i = 0; i < counts.length; i++) {
      int middle = Entries.split(pages[i], 0, counts[i], bits);
      halves[2 * i] = page(pages[i], 0, middle);
      halves[2 * i + 1] = page(pages[i], middle, counts[i]);
      halfCounts[2 * i] = middle;
      halfCounts[2 * i + 1] = counts[i] - middle;
      pages[i] = NONE;
    }
    pages = halves;
    counts = halfCounts;
    bits++;
  }

  /** Half as many pages. */
  void join() {
    byte[][] joined = new byte[pages.length / 2][];
    int[] joinedCounts = new int[counts.length / 2];
    for (int i = 0; i < joined.length; i++) {
      int left = counts[2 * i];
      int right = counts[2 * i + 1];
      joined[i] = Arrays.copyOf(pages[2 * i], Entries.offset(roomFor(left + right)));
      System.arraycopy(pages[2 * i + 1], 0, joined[i], Entries.offset(left), Entries.offset(right));
      joinedCounts[i] = left + right;
    }
    pages = joined;
    counts = joinedCounts;
    bits--;
  }

  long memoryBytes() {
    long total = scratch.length + counts.length * 8L;
    for (byte[] page : pages) {
      total += page.length + 16;
    }
    return total;
  }

  /** Keys are spread evenly, so the place of a leaf in its page is guessed from its key. */
  private int seek(int page, int from, byte[] key, int keyOffset) {
    int count = counts[page];
    long fraction = (KeyBits.prefix(key, keyOffset) << bits) & 0xffffffffL;
    int guess = (int) ((fraction * count) >>> 32);
    return Entries.near(guess, pages[page], from, count, key, keyOffset);
  }

  private int applyTo(int page, byte[] changes, int from, int to) {
    int rest = overwrite(page, changes, from, to);
    return rest == to ? 0 : merge(page, changes, rest, to);
  }

  /** Puts new values in place as long as the keys are there; returns the first that is not. */
  private int overwrite(int page, byte[] changes, int from, int to) {
    byte[] entries = pages[page];
    int at = 0;
    for (int i = from; i < to; i++) {
      int key = Entries.offset(i);
      at = seek(page, at, changes, key);
      if (Entries.isRemoval(changes, i)
          || at == counts[page]
          || !KeyBits.same(entries, Entries.offset(at), changes, key)) {
        return i;
      }
      System.arraycopy(changes, key, entries, Entries.offset(at), Entries.BYTES);
    }
    return to;
  }

  private int merge(int page, byte[] changes, int from, int to) {
    byte[] entries = pages[page];
    int before = counts[page];
    reserve(before + to - from);
    int read = 0;
    int written = 0;
    for (int i = from; i < to; i++) {
      int key = Entries.offset(i);
      int at = seek(page, read, changes, key);
      written = append(entries, read, at, written);
      read = at;
      if (at < before && KeyBits.same(entries, Entries.offset(at), changes, key)) {
        read++;
      }
      if (!Entries.isRemoval(changes, i)) {
        written = append(changes, i, i + 1, written);
      }
    }
    written = append(entries, read, before, written);
    store(page, written);
    return written - before;
  }

  private int append(byte[] source, int from, int to, int written) {
    System.arraycopy(
        source, Entries.offset(from), scratch, Entries.offset(written), Entries.offset(to - from));
    return written + to - from;
  }

  private void store(int page, int count) {
    if (pages[page].length == Entries.offset(roomFor(count))) {
      System.arraycopy(scratch, 0, pages[page], 0, Entries.offset(count));
    } else {
      pages[page] = page(scratch, 0, count);
    }
    counts[page] = count;
  }

  private void reserve(int count) {
    if (scratch.length < Entries.offset(count)) {
      scratch = new byte[Entries.offset(count + count / 2)];
    }
  }

  private static byte[] page(byte[] source, int from, int to) {
    if (from == to) {
      return NONE;
    }
    byte[] page = new byte[Entries.offset(roomFor(to - from))];
    System.arraycopy(source, Entries.offset(from), page, 0, Entries.offset(to - from));
    return page;
  }

  private static int roomFor(int count) {
    return (count + STEP - 1) / STEP * STEP;
  }
}
