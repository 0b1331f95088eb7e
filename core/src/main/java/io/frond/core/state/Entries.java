package io.frond.core.state;

/**
 * Runs of leaves: entry {@code i} is the 64 bytes {@code key ‖ valueHash} at {@code 64 * i},
 * ascending by key without repetition. In a batch of changes a zero value hash is a removal.
 */
final class Entries {
  static final int BYTES = 64;

  private Entries() {}

  static int offset(int index) {
    return index * BYTES;
  }

  static boolean isRemoval(byte[] entries, int index) {
    return KeyBits.isZero(entries, offset(index) + KeyBits.BYTES);
  }

  /** The first entry of {@code from..to} not below the key, or {@code to}. */
  static int lowerBound(byte[] entries, int from, int to, byte[] key, int keyOffset) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (KeyBits.compare(entries, offset(middle), key, keyOffset) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** As {@link #lowerBound}, and fast when the entry is near the guess, which may be any. */
  static int near(int guess, byte[] entries, int from, int to, byte[] key, int keyOffset) {
    if (from == to) {
      return to;
    }
    int at = Math.max(from, Math.min(guess, to - 1));
    return KeyBits.compare(entries, offset(at), key, keyOffset) < 0
        ? after(entries, at + 1, to, key, keyOffset)
        : before(entries, from, at, key, keyOffset);
  }

  private static int after(byte[] entries, int from, int to, byte[] key, int keyOffset) {
    int low = from;
    for (int step = 1; low < to; step *= 2) {
      int probe = Math.min(low + step, to) - 1;
      if (KeyBits.compare(entries, offset(probe), key, keyOffset) >= 0) {
        return lowerBound(entries, low, probe, key, keyOffset);
      }
      low = probe + 1;
    }
    return to;
  }

  private static int before(byte[] entries, int from, int to, byte[] key, int keyOffset) {
    int high = to;
    for (int step = 1; from < high; step *= 2) {
      int probe = Math.max(high - step, from);
      if (KeyBits.compare(entries, offset(probe), key, keyOffset) < 0) {
        return lowerBound(entries, probe + 1, high, key, keyOffset);
      }
      high = probe;
    }
    return from;
  }

  /** Where {@code from..to}, which share {@code depth} bits, turn right at that depth. */
  static int split(byte[] entries, int from, int to, int depth) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (KeyBits.bit(entries, offset(middle), depth) == 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
