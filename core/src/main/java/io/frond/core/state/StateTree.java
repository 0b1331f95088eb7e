package io.frond.core.state;

import io.frond.core.hash.HashSuite;
import java.util.Collection;
import org.apache.tuweni.bytes.Bytes32;

/**
 * One authenticated tree of a state, held in memory: value hashes by key, their root and proofs.
 * The root is a function of the content; everything else here is a choice about memory and time.
 *
 * <p>The tree has no object per node. The upper levels are arrays of digests, dense as in a heap,
 * and end in 2^k buckets of about two leaves; leaves lie sorted in pages of 32 buckets. A batch is
 * sorted once and swept over the pages, then over each level from the buckets up, so memory is
 * walked in one direction, and each digest is computed once. A leaf costs 64 bytes and its share of
 * the levels: 85 to 106 bytes for keys that are spread evenly, as hashes are.
 *
 * <p>k follows the number of leaves; the digests of a new level are computed when first needed, so
 * that no batch pays for all of them. Keys that were ground to share long prefixes crowd a bucket
 * instead of deepening the tree: such a bucket keeps its inside as objects, so that a change costs
 * its depth, not its size, and the cost in memory is paid for those leaves alone.
 *
 * <p>For one thread; even proofs may compute what is pending.
 */
public final class StateTree {
  private final HashSuite suite;
  private final DenseTop top;
  private long size;

  /** An empty tree. */
  public StateTree(HashSuite suite) {
    this.suite = suite;
    this.top = new DenseTop(new TreeHasher(suite));
  }

  /** The root; 32 zero bytes if the tree is empty. */
  public Bytes32 root() {
    return top.root();
  }

  /** How many leaves there are. */
  public long size() {
    return size;
  }

  /**
   * Applies a batch and recomputes the root. A large batch on an empty tree is the fast way to
   * build one.
   */
  public void apply(TreeChanges changes) {
    if (changes.size() == 0) {
      return;
    }
    top.fit(Math.max(size, changes.puts()));
    size += top.pages().apply(changes.entries(), changes.size());
    top.fit(size);
    top.rehash(changes.entries(), changes.size());
  }

  /** The proof of what stands at a key: its leaf, or that there is none. */
  public TreePath prove(Bytes32 key) {
    return TreePath.of(whole(), key);
  }

  /**
   * The witness from which a {@link PartialTree} reads these keys and applies these changes, taken
   * before they are applied here.
   *
   * @param touched the keys that are read, in any order; those that change are added
   */
  public TreeWitness witness(Collection<Bytes32> touched, TreeChanges changes) {
    return TreeWitness.of(suite, whole(), touched, changes);
  }

  /** The root as a place; valid until the next change. */
  Subtree whole() {
    return top.subtree(0, 0);
  }

  /** The arrays of this tree, in bytes. */
  long memoryBytes() {
    return top.memoryBytes();
  }
}
