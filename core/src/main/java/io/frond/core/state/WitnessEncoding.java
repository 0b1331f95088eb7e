package io.frond.core.state;

import io.frond.core.state.Subtree.Kind;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** Writes and reads the bytes that {@link TreeWitness} describes. */
final class WitnessEncoding {
  private static final List<Kind> KINDS = List.of(Kind.EMPTY, Kind.DIGEST, Kind.LEAF, Kind.INNER);

  private final TreeHasher hasher;
  private final ByteReader reader;
  private final byte[] way = new byte[KeyBits.BYTES];

  private WitnessEncoding(TreeHasher hasher, ByteReader reader) {
    this.hasher = hasher;
    this.reader = reader;
  }

  static Bytes encode(Node root) {
    ByteWriter writer = new ByteWriter(1024).u8(root.kind().code());
    write(root, writer);
    return writer.toBytes();
  }

  static Node decode(TreeHasher hasher, Bytes bytes) {
    ByteReader reader = ByteReader.of(bytes);
    int kind = reader.u8();
    if (kind >= KINDS.size()) {
      throw reader.error("kind: expected 0 to 3, actual " + kind);
    }
    Node root = new WitnessEncoding(hasher, reader).read(KINDS.get(kind), 0);
    reader.end();
    return root;
  }

  private static void write(Node node, ByteWriter writer) {
    switch (node.kind()) {
      case EMPTY -> {}
      case DIGEST -> writer.raw(node.hash());
      case LEAF -> writer.raw(node.key()).raw(node.valueHash());
      case INNER -> {
        writer.u8(node.left().kind().code() << 2 | node.right().kind().code());
        write(node.left(), writer);
        write(node.right(), writer);
      }
    }
  }

  private Node read(Kind kind, int depth) {
    return switch (kind) {
      case EMPTY -> Node.empty();
      case DIGEST -> new Node.Digest(notZero("digest"));
      case LEAF -> readLeaf(depth);
      case INNER -> readInner(depth);
    };
  }

  private Node readLeaf(int depth) {
    Bytes32 key = reader.bytes32();
    if (!KeyBits.sharePrefix(key.toArrayUnsafe(), way, depth)) {
      throw reader.error("leaf: expected a key that leads here, actual " + key);
    }
    return Node.Leaf.of(key, notZero("value hash"), hasher);
  }

  private Node readInner(int depth) {
    if (depth == KeyBits.MAX_DEPTH) {
      throw reader.error("node: expected a depth below " + KeyBits.MAX_DEPTH);
    }
    int kinds = reader.u8();
    if (kinds > 15) {
      throw reader.error("kinds: expected 0 to 15, actual " + kinds);
    }
    Kind leftKind = KINDS.get(kinds >>> 2);
    Kind rightKind = KINDS.get(kinds & 3);
    if (collapses(leftKind, rightKind) || collapses(rightKind, leftKind)) {
      throw reader.error("node: expected two leaves below, actual " + leftKind + ", " + rightKind);
    }
    Node left = read(leftKind, depth + 1);
    way[depth >>> 3] |= (byte) (0x80 >>> (depth & 7));
    Node right = read(rightKind, depth + 1);
    way[depth >>> 3] &= (byte) ~(0x80 >>> (depth & 7));
    return Node.Inner.of(left, right, hasher);
  }

  private static boolean collapses(Kind half, Kind other) {
    return half == Kind.EMPTY && (other == Kind.EMPTY || other == Kind.LEAF);
  }

  private Bytes32 notZero(String what) {
    Bytes32 word = reader.bytes32();
    if (word.isZero()) {
      throw reader.error(what + ": expected not zero");
    }
    return word;
  }
}
