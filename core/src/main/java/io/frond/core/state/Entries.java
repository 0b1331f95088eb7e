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

  /** The first entry of {@code from..to} whose first 32 bits are not below, or {@code to}. */
  static int lowerBound(byte[] entries, int from, int to, long prefix) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (KeyBits.prefix(entries, offset(middle)) < prefix) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
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
