package io.frond.core.hash;

import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import java.util.Arrays;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The right edge of a growing {@link CompleteTree}: enough to append a leaf and to know the root,
 * in 20 slots of 32 bytes. Slot {@code d} holds the root of a full subtree of {@code 2^d} leaves if
 * bit {@code d} of the count is set, else zeros; a full tree (2^20 leaves) has its root in slot 19.
 * Immutable.
 */
public final class Frontier {
  /** Length of the encoding, which does not hold the count. */
  public static final int BYTES = 32 * CompleteTree.MAX_DEPTH;

  private static final Frontier EMPTY = new Frontier(0, new byte[BYTES]);

  private final int count;
  private final byte[] slots;

  private Frontier(int count, byte[] slots) {
    this.count = count;
    this.slots = slots;
  }

  /** The frontier of no leaves. */
  public static Frontier empty() {
    return EMPTY;
  }

  /**
   * Reads the slots of a frontier of {@code count} leaves.
   *
   * @throws io.frond.vm.DecodeException if the count is out of range, or a slot that must be empty
   *     is not, or the other way round
   */
  public static Frontier read(ByteReader in, int count) {
    if (count < 0 || count > CompleteTree.MAX_LEAVES) {
      throw in.error("frontier: expected 0 to " + CompleteTree.MAX_LEAVES + ", actual " + count);
    }
    Frontier frontier = new Frontier(count, in.raw(BYTES));
    for (int slot = 0; slot < CompleteTree.MAX_DEPTH; slot++) {
      if (frontier.isUsed(slot) == frontier.isZero(slot)) {
        throw in.error("frontier of " + count + ": slot " + slot + " contradicts the count");
      }
    }
    return frontier;
  }

  /** Writes the 20 slots, lowest first. */
  public void write(ByteWriter out) {
    out.raw(slots);
  }

  /** How many leaves were appended. */
  public int count() {
    return count;
  }

  /**
   * The frontier with one more leaf, which must not be zero.
   *
   * @throws IllegalStateException if the tree is full
   */
  public Frontier append(HashSuite suite, TreeKind kind, Bytes32 leaf) {
    if (count == CompleteTree.MAX_LEAVES) {
      throw new IllegalStateException("the tree is full: " + count + " leaves");
    }
    byte[] next = slots.clone();
    byte[] node = leaf.toArray();
    Hasher hasher = suite.newHasher();
    int slot = 0;
    for (; (count >>> slot & 1) == 1; slot++) {
      hasher.u8(kind.nodeTag()).raw(next, 32 * slot, 32).raw(node, 0, 32).digest(node, 0);
      Arrays.fill(next, 32 * slot, 32 * slot + 32, (byte) 0);
    }
    System.arraycopy(node, 0, next, 32 * Math.min(slot, CompleteTree.MAX_DEPTH - 1), 32);
    return new Frontier(count + 1, next);
  }

  /** The root of the {@link CompleteTree} over the leaves so far. */
  public Bytes32 root(HashSuite suite, TreeKind kind) {
    if (count == 0) {
      return Bytes32.ZERO;
    }
    int lowest = Integer.numberOfTrailingZeros(count);
    if (Integer.bitCount(count) == 1) {
      return slot(Math.min(lowest, CompleteTree.MAX_DEPTH - 1));
    }
    Hasher hasher = suite.newHasher();
    byte[] node = new byte[32];
    byte[] padding = new byte[32];
    for (int level = 0; level < CompleteTree.depth(count); level++) {
      hasher.u8(kind.nodeTag());
      if (isUsed(level)) {
        hasher.raw(slots, 32 * level, 32).raw(node, 0, 32);
      } else {
        hasher.raw(node, 0, 32).raw(padding, 0, 32);
      }
      hasher.digest(node, 0);
      hasher.u8(kind.nodeTag()).raw(padding, 0, 32).raw(padding, 0, 32).digest(padding, 0);
    }
    return Bytes32.wrap(node);
  }

  private Bytes32 slot(int slot) {
    return Bytes32.wrap(Arrays.copyOfRange(slots, 32 * slot, 32 * slot + 32));
  }

  private boolean isUsed(int slot) {
    return count == CompleteTree.MAX_LEAVES
        ? slot == CompleteTree.MAX_DEPTH - 1
        : (count >>> slot & 1) == 1;
  }

  private boolean isZero(int slot) {
    return slot(slot).isZero();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Frontier frontier
        && count == frontier.count
        && Arrays.equals(slots, frontier.slots);
  }

  @Override
  public int hashCode() {
    return 31 * count + Arrays.hashCode(slots);
  }

  @Override
  public String toString() {
    return "Frontier[count=" + count + "]";
  }
}
