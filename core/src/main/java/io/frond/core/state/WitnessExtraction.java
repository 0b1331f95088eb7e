package io.frond.core.state;

import io.frond.core.state.Subtree.Kind;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Cuts out of a tree what some reads and changes need, and nothing else: the way to each touched
 * key down to the leaf or the emptiness in which it ends, and the digest of all else. Where a half
 * of a node becomes empty and the other is untouched, the other is opened one level, because a leaf
 * moves up and a node does not, and a digest does not tell which it is.
 */
final class WitnessExtraction {
  private final TreeHasher hasher;
  private final byte[] keys;
  private final byte[] changes;

  /**
   * Over keys and changes, both as {@link Entries}.
   *
   * @param keys all that is touched, the changed ones included; their value hashes mean nothing
   */
  WitnessExtraction(TreeHasher hasher, byte[] keys, byte[] changes) {
    this.hasher = hasher;
    this.keys = keys;
    this.changes = changes;
  }

  Node extract(Subtree root) {
    Range all = new Range(0, count(keys), 0, count(changes));
    return all.untouched() ? closed(root) : extract(root, 0, all).node();
  }

  private Cut extract(Subtree place, int depth, Range range) {
    return switch (place.kind()) {
      case EMPTY -> new Cut(Node.empty(), !range.puts(changes));
      case LEAF -> new Cut(leaf(place), removed(place, range) && !range.puts(changes));
      case INNER -> extractInner(place, depth, range);
      case DIGEST -> throw new WitnessIncomplete("touched key outside the witness");
    };
  }

  private Cut extractInner(Subtree place, int depth, Range range) {
    int key = Entries.split(keys, range.key(), range.keyEnd(), depth);
    int change = Entries.split(changes, range.change(), range.changeEnd(), depth);
    Range leftRange = new Range(range.key(), key, range.change(), change);
    Range rightRange = new Range(key, range.keyEnd(), change, range.changeEnd());
    Subtree left = place.left();
    Subtree right = place.right();
    if (leftRange.untouched()) {
      Cut cut = extract(right, depth + 1, rightRange);
      Node beside = cut.becameEmpty() ? opened(left) : closed(left);
      return join(beside, cut.node(), left.isEmpty() && cut.emptyAfter());
    }
    Cut cut = extract(left, depth + 1, leftRange);
    if (rightRange.untouched()) {
      Node beside = cut.becameEmpty() ? opened(right) : closed(right);
      return join(cut.node(), beside, right.isEmpty() && cut.emptyAfter());
    }
    Cut rightCut = extract(right, depth + 1, rightRange);
    return join(cut.node(), rightCut.node(), cut.emptyAfter() && rightCut.emptyAfter());
  }

  private Cut join(Node left, Node right, boolean emptyAfter) {
    return new Cut(Node.Inner.of(left, right, hasher), emptyAfter);
  }

  private Node opened(Subtree place) {
    return switch (place.kind()) {
      case EMPTY -> Node.empty();
      case LEAF -> leaf(place);
      case INNER -> Node.Inner.of(closed(place.left()), closed(place.right()), hasher);
      case DIGEST -> throw new WitnessIncomplete("sibling of a removal known by its digest alone");
    };
  }

  private static Node closed(Subtree place) {
    return place.isEmpty() ? Node.empty() : new Node.Digest(place.hash());
  }

  private Node leaf(Subtree place) {
    return Node.Leaf.of(place.key(), place.valueHash(), hasher);
  }

  private boolean removed(Subtree leaf, Range range) {
    Bytes32 key = leaf.key();
    int end = range.changeEnd();
    int at = Entries.lowerBound(changes, range.change(), end, key.toArrayUnsafe(), 0);
    return at < end
        && KeyBits.same(changes, Entries.offset(at), key.toArrayUnsafe(), 0)
        && Entries.isRemoval(changes, at);
  }

  private static int count(byte[] entries) {
    return entries.length / Entries.BYTES;
  }

  /** What of the keys and the changes leads to a place. */
  private record Range(int key, int keyEnd, int change, int changeEnd) {
    boolean untouched() {
      return key == keyEnd;
    }

    boolean puts(byte[] changes) {
      for (int i = change; i < changeEnd; i++) {
        if (!Entries.isRemoval(changes, i)) {
          return true;
        }
      }
      return false;
    }
  }

  /** What was cut out, and whether no leaf is left there after the changes. */
  private record Cut(Node node, boolean emptyAfter) {
    boolean becameEmpty() {
      return emptyAfter && node.kind() != Kind.EMPTY;
    }
  }
}
