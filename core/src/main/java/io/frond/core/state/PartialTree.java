package io.frond.core.state;

import io.frond.vm.DecodeException;
import java.util.Collection;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes32;

/**
 * A tree of which a witness is known. On the keys that the witness covers it is the tree;
 * everything else is refused with {@link WitnessIncomplete}. For one thread.
 */
public final class PartialTree {
  private final TreeWitness witness;
  private Node root;

  private PartialTree(TreeWitness witness) {
    this.witness = witness;
    this.root = witness.node();
  }

  /**
   * The part of the tree with this root that a witness shows.
   *
   * @throws DecodeException if the witness is of another tree
   */
  public static PartialTree of(TreeWitness witness, Bytes32 root) {
    if (!witness.root().equals(root)) {
      throw new DecodeException(
          "witness: expected the root " + root + ", actual " + witness.root());
    }
    return new PartialTree(witness);
  }

  /** The root, with all changes applied so far. */
  public Bytes32 root() {
    return root.hash();
  }

  /**
   * The value hash at a key; empty if the tree has no such key.
   *
   * @throws WitnessIncomplete if the witness does not say
   */
  public Optional<Bytes32> valueHash(Bytes32 key) {
    Node node = root;
    for (int depth = 0; node.kind() == Subtree.Kind.INNER; depth++) {
      node = node.child(KeyBits.bit(key.toArrayUnsafe(), 0, depth));
    }
    if (node.kind() == Subtree.Kind.DIGEST) {
      throw new WitnessIncomplete("key outside the witness: " + key);
    }
    return !node.isEmpty() && node.key().equals(key)
        ? Optional.of(node.valueHash())
        : Optional.empty();
  }

  /**
   * Applies a batch, with the same result as on the whole tree. A witness is made for one batch; a
   * further one may depend on more.
   *
   * @throws WitnessIncomplete if the result depends on what the witness does not show; nothing is
   *     changed then
   */
  public void apply(TreeChanges changes) {
    TreeHasher hasher = new TreeHasher(witness.suite());
    root = new NodeUpdate(hasher, changes.entries()).apply(root, 0, 0, changes.size());
  }

  /**
   * Whether the witness that this was made from is the one of these reads and changes: it shows all
   * that they need, and nothing else.
   *
   * @param touched the keys that are read, in any order; those that change are added
   */
  public boolean isExactlyFor(Collection<Bytes32> touched, TreeChanges changes) {
    try {
      return TreeWitness.of(witness.suite(), witness.node(), touched, changes).equals(witness);
    } catch (WitnessIncomplete incomplete) {
      return false;
    }
  }
}
