package io.frond.core.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes32;

/**
 * What one batch does to a tree: for each of some keys a new value hash, or removal. Ascending by
 * key, each key at most once. Removing an absent key and putting what is there already are allowed
 * and change nothing. Immutable.
 */
public final class TreeChanges {
  /** The most changes in one batch. */
  public static final int MAX_CHANGES = 1 << 24;

  private static final TreeChanges NONE = new TreeChanges(new byte[0]);

  private final byte[] entries;
  private final int puts;

  private TreeChanges(byte[] entries) {
    this.entries = entries;
    int count = 0;
    for (int i = 0; i < size(); i++) {
      count += Entries.isRemoval(entries, i) ? 0 : 1;
    }
    this.puts = count;
  }

  /** No change. */
  public static TreeChanges none() {
    return NONE;
  }

  /** Collects changes, in any order. */
  public static Builder builder() {
    return new Builder(16);
  }

  /** Collects changes, in any order, with room for so many before it grows. */
  public static Builder builder(int expected) {
    return new Builder(expected);
  }

  /** How many keys change. */
  public int size() {
    return entries.length / Entries.BYTES;
  }

  /** The key of change {@code index}. */
  public Bytes32 key(int index) {
    return copy(Entries.offset(index));
  }

  /** The new value hash of change {@code index}; empty for a removal. */
  public Optional<Bytes32> valueHash(int index) {
    return Entries.isRemoval(entries, index)
        ? Optional.empty()
        : Optional.of(copy(Entries.offset(index) + KeyBits.BYTES));
  }

  /** The keys that change, ascending. */
  public List<Bytes32> keys() {
    List<Bytes32> keys = new ArrayList<>(size());
    for (int i = 0; i < size(); i++) {
      keys.add(key(i));
    }
    return keys;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TreeChanges changes && Arrays.equals(entries, changes.entries);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(entries);
  }

  @Override
  public String toString() {
    return "TreeChanges[puts=" + puts + ", removals=" + (size() - puts) + "]";
  }

  /** The changes as {@link Entries}; not to be written. */
  byte[] entries() {
    return entries;
  }

  /** How many changes are no removals. */
  int puts() {
    return puts;
  }

  private Bytes32 copy(int offset) {
    return Bytes32.wrap(Arrays.copyOfRange(entries, offset, offset + KeyBits.BYTES));
  }

  /** Collects changes, in any order. For one thread. */
  public static final class Builder {
    private byte[] entries;
    private int count;

    private Builder(int expected) {
      entries = new byte[Entries.offset(Math.min(Math.max(expected, 4), MAX_CHANGES))];
    }

    /**
     * Sets a key's value hash.
     *
     * @throws IllegalArgumentException if the value hash is zero, which stands for absence
     */
    public Builder put(Bytes32 key, Bytes32 valueHash) {
      if (valueHash.isZero()) {
        throw new IllegalArgumentException("value hash of " + key + ": expected not zero");
      }
      append(key);
      write(valueHash, Entries.offset(count++) + KeyBits.BYTES);
      return this;
    }

    /** Removes a key. */
    public Builder remove(Bytes32 key) {
      append(key);
      count++;
      return this;
    }

    /**
     * The changes collected so far.
     *
     * @throws IllegalArgumentException if a key was changed twice
     */
    public TreeChanges build() {
      byte[] sorted = EntrySort.sorted(entries, count);
      for (int i = 1; i < count; i++) {
        if (KeyBits.same(sorted, Entries.offset(i - 1), sorted, Entries.offset(i))) {
          throw new IllegalArgumentException(
              "expected one change of a key, actual two of "
                  + Bytes32.wrap(sorted, Entries.offset(i)).toHexString());
        }
      }
      return new TreeChanges(sorted);
    }

    private void append(Bytes32 key) {
      if (count == MAX_CHANGES) {
        throw new IllegalArgumentException("expected at most " + MAX_CHANGES + " changes");
      }
      if (entries.length == Entries.offset(count)) {
        entries = Arrays.copyOf(entries, Entries.offset(Math.min(count * 2, MAX_CHANGES)));
      }
      write(key, Entries.offset(count));
    }

    private void write(Bytes32 word, int offset) {
      System.arraycopy(word.toArrayUnsafe(), 0, entries, offset, KeyBits.BYTES);
    }
  }
}
