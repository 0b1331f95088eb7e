package io.frond.core.state;

import io.frond.core.hash.HashSuite;
import io.frond.core.hash.Hasher;
import org.apache.tuweni.bytes.Bytes32;

/** The two hashes of a tree. For one thread. */
final class TreeHasher {
  private static final int LEAF = 0x00;
  private static final int NODE = 0x01;

  private final Hasher hasher;

  TreeHasher(HashSuite suite) {
    hasher = suite.newHasher();
  }

  /** The digest of the 64 bytes {@code key ‖ valueHash}. */
  void leaf(byte[] entry, int offset, byte[] out, int outOffset) {
    hasher.u8(LEAF).raw(entry, offset, 64).digest(out, outOffset);
  }

  /** The digest of the 64 bytes {@code left ‖ right}. */
  void node(byte[] children, int offset, byte[] out, int outOffset) {
    hasher.u8(NODE).raw(children, offset, 64).digest(out, outOffset);
  }

  Bytes32 leaf(Bytes32 key, Bytes32 valueHash) {
    return hasher.u8(LEAF).raw(key).raw(valueHash).digest();
  }

  Bytes32 node(Bytes32 left, Bytes32 right) {
    return hasher.u8(NODE).raw(left).raw(right).digest();
  }
}
