package io.frond.core.state;

import java.util.Arrays;
import org.apache.tuweni.bytes.Bytes32;

/** A subtree that is known by its leaves, the entries {@code from..to}. */
final class RunSubtree implements Subtree {
  private final RunHasher hasher;
  private final byte[] entries;
  private final int from;
  private final int to;
  private final int depth;

  /**
   * Over entries that are not written while this is used.
   *
   * @param depth where the subtree stands
   */
  RunSubtree(RunHasher hasher, byte[] entries, int from, int to, int depth) {
    this.hasher = hasher;
    this.entries = entries;
    this.from = from;
    this.to = to;
    this.depth = depth;
  }

  int size() {
    return to - from;
  }

  /** Writes the digest; zeros if empty. */
  void digest(byte[] out, int outOffset) {
    hasher.digest(entries, from, to, depth, out, outOffset);
  }

  /** The same as objects. */
  Node toNode(TreeHasher treeHasher) {
    return new NodeUpdate(treeHasher, entries).apply(Node.empty(), depth, from, to);
  }

  @Override
  public Kind kind() {
    return to == from ? Kind.EMPTY : to - from == 1 ? Kind.LEAF : Kind.INNER;
  }

  @Override
  public Bytes32 hash() {
    byte[] digest = new byte[KeyBits.BYTES];
    digest(digest, 0);
    return Bytes32.wrap(digest);
  }

  @Override
  public Bytes32 key() {
    return word(0);
  }

  @Override
  public Bytes32 valueHash() {
    return word(KeyBits.BYTES);
  }

  @Override
  public Subtree left() {
    return new RunSubtree(hasher, entries, from, middle(), depth + 1);
  }

  @Override
  public Subtree right() {
    return new RunSubtree(hasher, entries, middle(), to, depth + 1);
  }

  private int middle() {
    return Entries.split(entries, from, to, depth);
  }

  private Bytes32 word(int offset) {
    int start = Entries.offset(from) + offset;
    return Bytes32.wrap(Arrays.copyOfRange(entries, start, start + KeyBits.BYTES));
  }
}
