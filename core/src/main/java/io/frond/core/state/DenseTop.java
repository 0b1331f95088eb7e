package io.frond.core.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The upper levels of a tree as arrays of digests, over buckets of a few leaves that are kept in
 * {@link LeafPages}; the inside of a bucket is computed, not kept.
 *
 * <p>A deepened top has {@link NodeLevel#PENDING} digests in its new levels, which are computed
 * when first needed: deepening costs memory, not a pause. The root is never pending.
 */
final class DenseTop {
  /** The fewest levels below the root: a page holds the leaves of 2^MIN_DEPTH buckets. */
  static final int MIN_DEPTH = 5;

  private static final int MAX_DEPTH = 30;

  /** A bucket above this many leaves, which chance never makes, keeps its inside as nodes. */
  private static final int CROWDED = 32;

  private final TreeHasher hasher;
  private final RunHasher runs;
  private final LeafPages pages = new LeafPages();
  private final List<NodeLevel> levels = new ArrayList<>();
  private final Map<Integer, Node> crowded = new TreeMap<>();

  DenseTop(TreeHasher hasher) {
    this.hasher = hasher;
    this.runs = new RunHasher(hasher);
    for (int depth = 0; depth <= MIN_DEPTH; depth++) {
      levels.add(new NodeLevel(depth));
    }
    ensure(0, 0);
  }

  Bytes32 root() {
    return digest(0, 0);
  }

  LeafPages pages() {
    return pages;
  }

  /**
   * Makes room for so many leaves: 1.6 to 3.2 leaves in a bucket when growing, and not below 0.8
   * when shrinking.
   */
  void fit(long leaves) {
    while (depth() < MAX_DEPTH && 5 * leaves > 16L << depth()) {
      crowded.clear();
      pages.split();
      levels.add(new NodeLevel(depth() + 1));
    }
    while (depth() > MIN_DEPTH && 5 * leaves < 4L << depth()) {
      crowded.clear();
      pages.join();
      levels.remove(depth());
    }
  }

  /** Recomputes what sorted changes touched, level by level. */
  void rehash(byte[] changes, int count) {
    int[] touched = new int[count];
    int size = rehashBuckets(changes, count, touched);
    for (int depth = depth() - 1; depth >= 0; depth--) {
      int parents = 0;
      for (int i = 0; i < size; i++) {
        int parent = touched[i] >>> 1;
        if (parents == 0 || touched[parents - 1] != parent) {
          touched[parents++] = parent;
          rehashInner(depth, parent);
        }
      }
      size = parents;
    }
  }

  /** What stands at a place of the top. */
  Subtree subtree(int depth, int index) {
    int kind = ensure(depth, index);
    if (kind == NodeLevel.EMPTY) {
      return Node.empty();
    }
    if (depth == depth()) {
      Node node = crowded.get(index);
      return node == null ? bucket(index) : node;
    }
    if (kind == NodeLevel.LEAF) {
      Subtree left = subtree(depth + 1, 2 * index);
      return left.isEmpty() ? subtree(depth + 1, 2 * index + 1) : left;
    }
    return new TopSubtree(this, depth, index);
  }

  Bytes32 digest(int depth, int index) {
    NodeLevel level = levels.get(depth);
    int offset = level.offset(index);
    return Bytes32.wrap(Arrays.copyOfRange(level.chunk(index), offset, offset + KeyBits.BYTES));
  }

  long memoryBytes() {
    long total = pages.memoryBytes();
    for (NodeLevel level : levels) {
      total += level.memoryBytes();
    }
    return total;
  }

  private int depth() {
    return levels.size() - 1;
  }

  private int rehashBuckets(byte[] changes, int count, int[] touched) {
    int size = 0;
    int from = 0;
    while (from < count) {
      int bucket = bucketOf(changes, from);
      int to = from + 1;
      while (to < count && bucketOf(changes, to) == bucket) {
        to++;
      }
      rehashBucket(bucket, changes, from, to);
      touched[size++] = bucket;
      from = to;
    }
    return size;
  }

  private int bucketOf(byte[] changes, int index) {
    return (int) (KeyBits.prefix(changes, Entries.offset(index)) >>> (32 - depth()));
  }

  private RunSubtree bucket(int bucket) {
    int shift = 32 - depth();
    long prefix = (long) bucket << shift;
    int page = pages.pageOf(prefix);
    byte[] entries = pages.entries(page);
    int from = pages.seek(prefix);
    int to = from;
    while (to < pages.count(page)
        && KeyBits.prefix(entries, Entries.offset(to)) >>> shift == bucket) {
      to++;
    }
    return new RunSubtree(runs, entries, from, to, depth());
  }

  private int rehashBucket(int bucket, byte[] changes, int from, int to) {
    NodeLevel level = levels.get(depth());
    RunSubtree run = bucket(bucket);
    int leaves = run.size();
    byte[] out = level.chunk(bucket);
    int offset = level.offset(bucket);
    if (leaves > CROWDED) {
      Node node = crowdedNode(bucket, run, changes, from, to);
      System.arraycopy(node.hash().toArrayUnsafe(), 0, out, offset, KeyBits.BYTES);
    } else {
      crowded.remove(bucket);
      run.digest(out, offset);
    }
    int kind = leaves == 0 ? NodeLevel.EMPTY : leaves == 1 ? NodeLevel.LEAF : NodeLevel.INNER;
    level.mark(bucket, kind);
    return kind;
  }

  private Node crowdedNode(int bucket, RunSubtree run, byte[] changes, int from, int to) {
    Node before = crowded.get(bucket);
    Node node =
        before == null
            ? run.toNode(hasher)
            : new NodeUpdate(hasher, changes).apply(before, depth(), from, to);
    crowded.put(bucket, node);
    return node;
  }

  /** Computes a pending digest; returns the kind. */
  private int ensure(int depth, int index) {
    int kind = levels.get(depth).kind(index);
    if (kind != NodeLevel.PENDING) {
      return kind;
    }
    return depth == depth() ? rehashBucket(index, new byte[0], 0, 0) : rehashInner(depth, index);
  }

  private int rehashInner(int depth, int index) {
    NodeLevel level = levels.get(depth);
    NodeLevel children = levels.get(depth + 1);
    int left = ensure(depth + 1, 2 * index);
    int right = ensure(depth + 1, 2 * index + 1);
    int kind = parentOf(left, right);
    int source = children.offset(2 * index);
    if (kind == NodeLevel.INNER) {
      hasher.node(children.chunk(2 * index), source, level.chunk(index), level.offset(index));
    } else if (kind == NodeLevel.LEAF) {
      int half = left == NodeLevel.LEAF ? source : source + KeyBits.BYTES;
      System.arraycopy(
          children.chunk(2 * index), half, level.chunk(index), level.offset(index), KeyBits.BYTES);
    }
    level.mark(index, kind);
    return kind;
  }

  /** A leaf beside nothing moves up. */
  private static int parentOf(int left, int right) {
    if (left == NodeLevel.EMPTY && right != NodeLevel.INNER) {
      return right;
    }
    return right == NodeLevel.EMPTY && left == NodeLevel.LEAF ? left : NodeLevel.INNER;
  }

  /** An inner node of the top. */
  private record TopSubtree(DenseTop top, int depth, int index) implements Subtree {
    @Override
    public Kind kind() {
      return Kind.INNER;
    }

    @Override
    public Bytes32 hash() {
      return top.digest(depth, index);
    }

    @Override
    public Bytes32 key() {
      throw new IllegalStateException("no key in an inner node");
    }

    @Override
    public Bytes32 valueHash() {
      throw new IllegalStateException("no value in an inner node");
    }

    @Override
    public Subtree left() {
      return top.subtree(depth + 1, 2 * index);
    }

    @Override
    public Subtree right() {
      return top.subtree(depth + 1, 2 * index + 1);
    }
  }
}
