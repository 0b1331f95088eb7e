package io.frond.core.state;

import java.util.Arrays;

/** Computes the digest of a subtree from its leaves. For one thread. */
final class RunHasher {
  private final TreeHasher hasher;
  private final byte[] children = new byte[KeyBits.MAX_DEPTH * 2 * KeyBits.BYTES];

  RunHasher(TreeHasher hasher) {
    this.hasher = hasher;
  }

  /**
   * The digest of the subtree at {@code depth} over the entries {@code from..to}, which are all its
   * leaves.
   */
  void digest(byte[] entries, int from, int to, int depth, byte[] out, int outOffset) {
    if (from == to) {
      Arrays.fill(out, outOffset, outOffset + KeyBits.BYTES, (byte) 0);
    } else if (to - from == 1) {
      hasher.leaf(entries, Entries.offset(from), out, outOffset);
    } else {
      int pair = depth * 2 * KeyBits.BYTES;
      int middle = Entries.split(entries, from, to, depth);
      digest(entries, from, middle, depth + 1, children, pair);
      digest(entries, middle, to, depth + 1, children, pair + KeyBits.BYTES);
      hasher.node(children, pair, out, outOffset);
    }
  }
}
