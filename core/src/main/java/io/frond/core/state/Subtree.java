package io.frond.core.state;

import org.apache.tuweni.bytes.Bytes32;

/**
 * A place in a tree, whatever holds it: the arrays of a {@link StateTree} or the {@link Node}s of a
 * witness. Walks and witnesses are written over this. Valid until the tree changes.
 */
interface Subtree {
  /** What stands at a place. */
  enum Kind {
    /** No leaf. */
    EMPTY(0),
    /** Something, of which the digest alone is known. */
    DIGEST(1),
    /** One leaf. */
    LEAF(2),
    /** Two leaves or more. */
    INNER(3);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    /** The number in a witness, 0 to 3. */
    int code() {
      return code;
    }
  }

  Kind kind();

  /** The digest; zero if empty. */
  Bytes32 hash();

  /** The key of a leaf. */
  Bytes32 key();

  /** The value hash of a leaf. */
  Bytes32 valueHash();

  /** The left half of an inner node. */
  Subtree left();

  /** The right half of an inner node. */
  Subtree right();

  /** The half that a key's bit leads to. */
  default Subtree child(int bit) {
    return bit == 0 ? left() : right();
  }

  default boolean isEmpty() {
    return kind() == Kind.EMPTY;
  }
}
