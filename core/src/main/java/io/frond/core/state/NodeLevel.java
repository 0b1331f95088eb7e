package io.frond.core.state;

import java.util.Arrays;

/**
 * The 2^depth digests of one depth, side by side, with two bits for what each is the digest of. In
 * chunks, because one Java array ends at 2 GiB.
 */
final class NodeLevel {
  /** Not computed yet. */
  static final int PENDING = 0;

  static final int EMPTY = 1;
  static final int LEAF = 2;
  static final int INNER = 3;

  private static final int CHUNK_BITS = 15;

  private final byte[][] digests;
  private final byte[][] kinds;

  /** All pending. */
  NodeLevel(int depth) {
    int chunkBits = Math.min(depth, CHUNK_BITS);
    digests = new byte[1 << (depth - chunkBits)][KeyBits.BYTES << chunkBits];
    kinds = new byte[1 << (depth - chunkBits)][Math.max(1, (1 << chunkBits) / 4)];
  }

  int kind(int index) {
    return (kinds[index >>> CHUNK_BITS][inChunk(index) >>> 2] >>> shift(index)) & 3;
  }

  /** Says what the digest at {@code index} is of; an empty one is zeroed. */
  void mark(int index, int kind) {
    byte[] chunk = kinds[index >>> CHUNK_BITS];
    int at = inChunk(index) >>> 2;
    chunk[at] = (byte) ((chunk[at] & ~(3 << shift(index))) | (kind << shift(index)));
    if (kind == EMPTY) {
      int offset = offset(index);
      Arrays.fill(chunk(index), offset, offset + KeyBits.BYTES, (byte) 0);
    }
  }

  /** The array that holds a digest; that of a pair of siblings is one, and they are adjacent. */
  byte[] chunk(int index) {
    return digests[index >>> CHUNK_BITS];
  }

  /** Where in {@link #chunk} the digest starts. */
  int offset(int index) {
    return inChunk(index) * KeyBits.BYTES;
  }

  long memoryBytes() {
    return digests.length * ((long) digests[0].length + kinds[0].length);
  }

  private static int inChunk(int index) {
    return index & ((1 << CHUNK_BITS) - 1);
  }

  private static int shift(int index) {
    return (index & 3) << 1;
  }
}
