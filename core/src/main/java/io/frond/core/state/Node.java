package io.frond.core.state;

import org.apache.tuweni.bytes.Bytes32;

/** A node as an object, immutable and hashed when made. */
sealed interface Node extends Subtree {
  /** The empty subtree. */
  static Node empty() {
    return Empty.NODE;
  }

  @Override
  default Bytes32 key() {
    throw new IllegalStateException("no key in " + kind());
  }

  @Override
  default Bytes32 valueHash() {
    throw new IllegalStateException("no value in " + kind());
  }

  @Override
  default Node left() {
    throw new IllegalStateException("no left half in " + kind());
  }

  @Override
  default Node right() {
    throw new IllegalStateException("no right half in " + kind());
  }

  @Override
  default Node child(int bit) {
    return bit == 0 ? left() : right();
  }

  /** No leaf. */
  record Empty() implements Node {
    private static final Empty NODE = new Empty();

    @Override
    public Kind kind() {
      return Kind.EMPTY;
    }

    @Override
    public Bytes32 hash() {
      return Bytes32.ZERO;
    }
  }

  /** A subtree outside a witness. */
  record Digest(Bytes32 hash) implements Node {
    @Override
    public Kind kind() {
      return Kind.DIGEST;
    }
  }

  /** One leaf. */
  record Leaf(Bytes32 key, Bytes32 valueHash, Bytes32 hash) implements Node {
    static Leaf of(Bytes32 key, Bytes32 valueHash, TreeHasher hasher) {
      return new Leaf(key, valueHash, hasher.leaf(key, valueHash));
    }

    @Override
    public Kind kind() {
      return Kind.LEAF;
    }
  }

  /** Two halves, of which not both are empty, and none is if the other is a leaf. */
  record Inner(Node left, Node right, Bytes32 hash) implements Node {
    static Inner of(Node left, Node right, TreeHasher hasher) {
      return new Inner(left, right, hasher.node(left.hash(), right.hash()));
    }

    @Override
    public Kind kind() {
      return Kind.INNER;
    }
  }
}
