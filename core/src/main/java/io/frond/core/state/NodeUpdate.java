package io.frond.core.state;

import java.util.Arrays;
import org.apache.tuweni.bytes.Bytes32;

/** Applies a run of changes to nodes: what is untouched is shared, what changes is made anew. */
final class NodeUpdate {
  private final TreeHasher hasher;
  private final byte[] changes;

  /** Changes as {@link Entries}. */
  NodeUpdate(TreeHasher hasher, byte[] changes) {
    this.hasher = hasher;
    this.changes = changes;
  }

  /**
   * The node at {@code depth} after the changes {@code from..to}, whose keys all lead to it.
   *
   * @throws WitnessIncomplete if the result depends on what is known by its digest alone
   */
  Node apply(Node node, int depth, int from, int to) {
    if (from == to) {
      return node;
    }
    if (node.kind() == Subtree.Kind.DIGEST) {
      throw new WitnessIncomplete("change of a key outside the witness: " + word(from, 0));
    }
    if (to - from == 1 && node.kind() != Subtree.Kind.INNER) {
      boolean own = node.isEmpty() || node.key().equals(word(from, 0));
      boolean removal = Entries.isRemoval(changes, from);
      if (own) {
        return removal ? Node.empty() : leaf(from);
      }
      if (removal) {
        return node;
      }
    }
    return descend(node, depth, from, to);
  }

  private Node descend(Node node, int depth, int from, int to) {
    Node left = half(node, depth, 0);
    Node right = half(node, depth, 1);
    int middle = Entries.split(changes, from, to, depth);
    Node newLeft = apply(left, depth + 1, from, middle);
    Node newRight = apply(right, depth + 1, middle, to);
    if (newLeft == left && newRight == right) {
      return node;
    }
    if (newLeft.isEmpty()) {
      return newRight.isEmpty() ? Node.empty() : beside(left, newRight, false);
    }
    return newRight.isEmpty() ? beside(right, newLeft, true) : inner(newLeft, newRight);
  }

  /** The half of a node; a leaf is looked at as if it stood one level lower. */
  private static Node half(Node node, int depth, int bit) {
    if (node.kind() == Subtree.Kind.INNER) {
      return node.child(bit);
    }
    boolean here = !node.isEmpty() && KeyBits.bit(node.key().toArrayUnsafe(), 0, depth) == bit;
    return here ? node : Node.empty();
  }

  /** What stands beside a half that is empty now: a leaf moves up, a node stays. */
  private Node beside(Node emptied, Node other, boolean otherIsLeft) {
    if (other.kind() == Subtree.Kind.LEAF) {
      return other;
    }
    if (other.kind() == Subtree.Kind.DIGEST && !emptied.isEmpty()) {
      throw new WitnessIncomplete("leaf or node? only its digest is known: " + other.hash());
    }
    return otherIsLeft ? inner(other, Node.empty()) : inner(Node.empty(), other);
  }

  private Node inner(Node left, Node right) {
    return Node.Inner.of(left, right, hasher);
  }

  private Node leaf(int index) {
    return Node.Leaf.of(word(index, 0), word(index, 1), hasher);
  }

  private Bytes32 word(int index, int half) {
    int offset = Entries.offset(index) + half * KeyBits.BYTES;
    return Bytes32.wrap(Arrays.copyOfRange(changes, offset, offset + KeyBits.BYTES));
  }
}
