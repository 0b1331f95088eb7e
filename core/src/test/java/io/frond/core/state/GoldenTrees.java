package io.frond.core.state;

import io.frond.core.hash.HashSuite;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** Small trees whose bytes were computed by an independent program in another language. */
final class GoldenTrees {
  static final HashSuite SUITE = HashSuite.sha256();

  static final Bytes32 A = Bytes32.ZERO;
  static final Bytes32 B = Bytes32.rightPad(Bytes.of(0x40));
  static final Bytes32 C = Bytes32.rightPad(Bytes.of(0xc0));

  /** Shares 255 bits with {@link #A}. */
  static final Bytes32 D = Bytes32.leftPad(Bytes.of(1));

  private static final List<Bytes32> KEYS = List.of(A, B, C, D);

  private GoldenTrees() {}

  /** SHA-256 of the letter a, b, c or d. */
  static Bytes32 valueHash(Bytes32 key) {
    return SUITE.hash('a' + KEYS.indexOf(key));
  }

  static TreeChanges puts(Bytes32... keys) {
    TreeChanges.Builder builder = TreeChanges.builder();
    for (Bytes32 key : keys) {
      builder.put(key, valueHash(key));
    }
    return builder.build();
  }

  static StateTree tree(Bytes32... keys) {
    StateTree tree = new StateTree(SUITE);
    tree.apply(puts(keys));
    return tree;
  }
}
