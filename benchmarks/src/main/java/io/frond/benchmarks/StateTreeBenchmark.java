package io.frond.benchmarks;

import io.frond.core.hash.HashSuite;
import io.frond.core.state.StateTree;
import io.frond.core.state.TreeChanges;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.tuweni.bytes.Bytes32;

/**
 * How many updates a second a {@link StateTree} takes in batches of 10,000 random keys, each with a
 * new root, beside a {@link DenseTree} of as many slots. The two take turns, batch by batch, and
 * the time is that of the thread, so that a busy machine tells much the same. Batches are drawn and
 * sorted before the clock starts.
 *
 * <p>Argument: the number of leaves, a million if absent. Ten million want {@code -Xmx4g}.
 */
public final class StateTreeBenchmark {
  private static final int BATCH = 10_000;
  private static final int ROUNDS = 7;
  private static final int BATCHES = 20;

  private final int leaves;
  private final SplittableRandom random = new SplittableRandom(1);

  private StateTreeBenchmark(int leaves) {
    this.leaves = leaves;
  }

  /** Prints one line for each round and the median ratio. */
  public static void main(String[] args) {
    new StateTreeBenchmark(args.length == 0 ? 1_000_000 : Integer.parseInt(args[0])).run();
  }

  private void run() {
    long start = System.nanoTime();
    StateTree tree = build();
    print("built %,d leaves in %.1f s", tree.size(), (System.nanoTime() - start) / 1e9);
    DenseTree dense = new DenseTree(32 - Integer.numberOfLeadingZeros(leaves - 1));
    double[] ratios = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      ratios[round] = round(tree, dense);
    }
    Arrays.sort(ratios);
    print("median ratio %.2f", ratios[ROUNDS / 2]);
  }

  private double round(StateTree tree, DenseTree dense) {
    long treeNanos = 0;
    long denseNanos = 0;
    for (int i = 0; i < BATCHES; i++) {
      TreeChanges changes = changes();
      int[] slots = slots();
      Arrays.sort(slots);
      treeNanos += cpuNanos(() -> tree.apply(changes));
      denseNanos += cpuNanos(() -> dense.apply(slots, random.nextLong()));
    }
    double ratio = (double) denseNanos / treeNanos;
    print("tree %,.0f/s  dense %,.0f/s  ratio %.2f", rate(treeNanos), rate(denseNanos), ratio);
    return ratio;
  }

  private static double rate(long nanos) {
    return (double) BATCHES * BATCH / nanos * 1e9;
  }

  private static long cpuNanos(Runnable work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    work.run();
    return threads.getCurrentThreadCpuTime() - start;
  }

  private StateTree build() {
    TreeChanges.Builder builder = TreeChanges.builder(leaves);
    for (int i = 0; i < leaves; i++) {
      builder.put(key(i), value());
    }
    StateTree tree = new StateTree(HashSuite.sha256());
    tree.apply(builder.build());
    return tree;
  }

  private TreeChanges changes() {
    TreeChanges.Builder builder = TreeChanges.builder(BATCH);
    for (int slot : slots()) {
      builder.put(key(slot), value());
    }
    return builder.build();
  }

  private int[] slots() {
    return random.ints(0, leaves).distinct().limit(BATCH).toArray();
  }

  /** A key like a hash, from its number. */
  private static Bytes32 key(int index) {
    return words(new SplittableRandom(index));
  }

  private Bytes32 value() {
    return words(random);
  }

  private static Bytes32 words(SplittableRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Bytes32.wrap(bytes);
  }

  private static void print(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
