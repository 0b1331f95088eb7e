package io.frond.benchmarks;

import io.frond.core.hash.HashSuite;
import io.frond.core.hash.Hasher;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The limit for a state tree: a complete binary tree over 2^depth slots in one heap-ordered array,
 * with the same hashes, whose leaves are addressed by number. It proves no absence and takes no
 * keys.
 */
final class DenseTree {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final int depth;
  private final byte[] nodes;
  private final byte[] entry = new byte[64];
  private final Hasher hasher = HashSuite.sha256().newHasher();

  DenseTree(int depth) {
    this.depth = depth;
    this.nodes = new byte[64 << depth];
  }

  /** Gives ascending slots new value hashes and recomputes the root, level by level. */
  void apply(int[] slots, long seed) {
    int[] touched = new int[slots.length];
    int size = 0;
    for (int i = 0; i < slots.length; i++) {
      int node = (1 << depth) + slots[i];
      WORDS.set(entry, 32, seed + i);
      hasher.u8(0).raw(entry, 0, 64).digest(nodes, 32 * node);
      touched[size++] = node;
    }
    while (touched[0] > 1) {
      int parents = 0;
      for (int i = 0; i < size; i++) {
        int parent = touched[i] / 2;
        if (parents == 0 || touched[parents - 1] != parent) {
          touched[parents++] = parent;
          hasher.u8(1).raw(nodes, 64 * parent, 64).digest(nodes, 32 * parent);
        }
      }
      size = parents;
    }
  }
}
