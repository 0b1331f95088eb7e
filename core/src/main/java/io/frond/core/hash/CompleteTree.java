package io.frond.core.hash;

import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * A binary Merkle tree over a list. Its depth is {@code ceil(log2(count))}; leaves missing from the
 * last level are 32 zero bytes, and a node is {@code H(tag ‖ left ‖ right)} whatever its children
 * are. One leaf is its own root; no leaf has the zero root, which no proof is ever accepted
 * against. Immutable.
 *
 * <p>A path is the siblings from the leaf up, 32 bytes each, exactly as many as the depth.
 */
public final class CompleteTree {
  /** The deepest tree. */
  public static final int MAX_DEPTH = 20;

  /** The most leaves: 2^20. */
  public static final int MAX_LEAVES = 1 << MAX_DEPTH;

  private final int count;
  private final byte[][] levels; // from the padded leaves up to the root

  private CompleteTree(int count, byte[][] levels) {
    this.count = count;
    this.levels = levels;
  }

  /**
   * The tree over these leaves.
   *
   * @throws IllegalArgumentException if there are more than {@link #MAX_LEAVES}
   */
  public static CompleteTree of(HashSuite suite, TreeKind kind, List<Bytes32> leaves) {
    int depth = depth(leaves.size());
    byte[][] levels = new byte[depth + 1][];
    levels[0] = new byte[32 << depth];
    for (int i = 0; i < leaves.size(); i++) {
      System.arraycopy(leaves.get(i).toArrayUnsafe(), 0, levels[0], 32 * i, 32);
    }
    Hasher hasher = suite.newHasher();
    for (int level = 0; level < depth; level++) {
      levels[level + 1] = parents(hasher, kind, levels[level]);
    }
    return new CompleteTree(leaves.size(), levels);
  }

  /** The root of the tree over these leaves. */
  public static Bytes32 root(HashSuite suite, TreeKind kind, List<Bytes32> leaves) {
    return of(suite, kind, leaves).root();
  }

  /**
   * The depth of a tree of this many leaves.
   *
   * @throws IllegalArgumentException if it is negative or above {@link #MAX_LEAVES}
   */
  public static int depth(int count) {
    if (count < 0 || count > MAX_LEAVES) {
      throw new IllegalArgumentException(
          "tree: expected 0 to " + MAX_LEAVES + " leaves, actual " + count);
    }
    return count < 2 ? 0 : 32 - Integer.numberOfLeadingZeros(count - 1);
  }

  /**
   * Whether {@code leaf} is at {@code index} of the tree of {@code count} leaves under {@code
   * root}. Total: false for any argument that is out of range, for a zero root or leaf, and for a
   * path of another length than the depth.
   */
  public static boolean verify(
      HashSuite suite,
      TreeKind kind,
      Bytes32 root,
      int count,
      int index,
      Bytes32 leaf,
      Bytes path) {
    if (count < 1 || count > MAX_LEAVES || index < 0 || index >= count) {
      return false;
    }
    int depth = depth(count);
    if (path.size() != 32 * depth || root.isZero() || leaf.isZero()) {
      return false;
    }
    Hasher hasher = suite.newHasher();
    byte[] siblings = path.toArrayUnsafe();
    byte[] node = leaf.toArray();
    for (int level = 0; level < depth; level++) {
      hasher.u8(kind.nodeTag());
      if ((index >>> level & 1) == 0) {
        hasher.raw(node, 0, 32).raw(siblings, 32 * level, 32);
      } else {
        hasher.raw(siblings, 32 * level, 32).raw(node, 0, 32);
      }
      hasher.digest(node, 0);
    }
    return root.equals(Bytes32.wrap(node));
  }

  /** How many leaves it has. */
  public int count() {
    return count;
  }

  /** Its root; 32 zero bytes if it has no leaf. */
  public Bytes32 root() {
    return Bytes32.wrap(levels[levels.length - 1].clone());
  }

  /**
   * The path of a leaf.
   *
   * @throws IndexOutOfBoundsException if there is no such leaf
   */
  public Bytes path(int index) {
    if (index < 0 || index >= count) {
      throw new IndexOutOfBoundsException("leaf " + index + " of " + count);
    }
    int depth = levels.length - 1;
    byte[] path = new byte[32 * depth];
    for (int level = 0; level < depth; level++) {
      System.arraycopy(levels[level], 32 * (index >>> level ^ 1), path, 32 * level, 32);
    }
    return Bytes.wrap(path);
  }

  private static byte[] parents(Hasher hasher, TreeKind kind, byte[] children) {
    byte[] parents = new byte[children.length / 2];
    for (int at = 0; at < parents.length; at += 32) {
      hasher.u8(kind.nodeTag()).raw(children, 2 * at, 64).digest(parents, at);
    }
    return parents;
  }
}
