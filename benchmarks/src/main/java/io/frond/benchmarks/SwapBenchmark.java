package io.frond.benchmarks;

import io.frond.benchmarks.AmmSwap.Swap;
import io.frond.core.transition.BlockExecution;
import io.frond.core.transition.Inclusion;
import io.frond.core.tx.VerifiedTransaction;
import io.frond.vm.Account;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Swaps a second from decoded command to encoded outcome, with nonce, authority, journal and bill,
 * beside {@link PlainSwap}, which does the same arithmetic over maps and nothing else. A block has
 * as many swaps as one may have by default, of ten thousand traders. The two take turns, and the
 * time is that of the thread, so that a busy machine tells much the same. Signatures and hashing
 * are not in it: they run before and after, on other cores.
 *
 * <p>Exits with status 1 if the median ratio is below the floor. Argument: the floor, 0.10 if
 * absent.
 */
public final class SwapBenchmark {
  private static final int TRADERS = 10_000;
  private static final int SWAPS = 4_096;
  private static final int ROUNDS = 61;
  private static final int WARM_UP = 20;
  private static final int TURNS = 12;

  private final SwapWorld world = new SwapWorld(TRADERS);
  private final VerifiedTransaction[] transactions = new VerifiedTransaction[SWAPS];
  private final Account[] senders = new Account[SWAPS];
  private final Swap[] swaps = new Swap[SWAPS];

  SwapBenchmark() {
    SplittableRandom random = new SplittableRandom(7);
    long[] nonces = new long[TRADERS];
    for (int i = 0; i < SWAPS; i++) {
      int trader = random.nextInt(TRADERS);
      swaps[i] = new Swap(random.nextBoolean(), 1_000 + random.nextInt(100_000), 1);
      transactions[i] = world.swap(trader, nonces[trader]++, swaps[i]);
      senders[i] = transactions[i].transaction().sender();
    }
  }

  /** Prints rates and the median ratio. */
  public static void main(String[] args) {
    double floor = args.length == 0 ? 0.10 : Double.parseDouble(args[0]);
    double ratio = new SwapBenchmark().medianRatio();
    print("swap: median ratio %.3f to a plain loop over maps, floor %.2f", ratio, floor);
    if (ratio < floor) {
      System.exit(1);
    }
  }

  /** Chain to plain loop, the median of the rounds. */
  double medianRatio() {
    System.gc(); // what the preparation left is nobody's cost
    double[] ratios = new double[ROUNDS - WARM_UP];
    for (int round = 0; round < ROUNDS; round++) {
      long plain = plain();
      long chain = chain();
      double ratio = (double) plain / chain;
      if (round >= WARM_UP) {
        ratios[round - WARM_UP] = ratio;
      }
      if (round % 10 == 0) {
        print("plain %,.0f/s  chain %,.0f/s  ratio %.3f", rate(plain), rate(chain), ratio);
      }
    }
    Arrays.sort(ratios);
    return ratios[ratios.length / 2];
  }

  private long chain() {
    long nanos = 0;
    for (int turn = 0; turn < TURNS; turn++) {
      nanos += block();
    }
    return nanos;
  }

  /** One block of all swaps, given up afterwards, so that the next begins on the same state. */
  private long block() {
    BlockExecution block = world.begin();
    long start = cpuNanos();
    int done = 0;
    for (VerifiedTransaction transaction : transactions) {
      Inclusion inclusion = block.include(transaction);
      if (inclusion instanceof Inclusion.Included included
          && included.result().outcome().status().isSuccess()) {
        done++;
      }
    }
    long nanos = cpuNanos() - start;
    block.abandon();
    requireAll(done);
    return nanos;
  }

  private long plain() {
    PlainSwap market = new PlainSwap(SwapWorld.POOLED, SwapWorld.POOLED);
    for (int number = 0; number < TRADERS; number++) {
      market.fund(SwapWorld.trader(number), SwapWorld.FUNDED);
    }
    long nanos = 0;
    for (int turn = 0; turn < TURNS; turn++) {
      long start = cpuNanos();
      int done = 0;
      for (int i = 0; i < SWAPS; i++) {
        if (market.swap(senders[i], swaps[i])) {
          done++;
        }
      }
      nanos += cpuNanos() - start;
      requireAll(done);
    }
    return nanos;
  }

  private static void requireAll(int done) {
    if (done != SWAPS) {
      throw new IllegalStateException("swaps: expected " + SWAPS + ", actual " + done);
    }
  }

  private static double rate(long nanos) {
    return (double) SWAPS * TURNS / nanos * 1e9;
  }

  private static long cpuNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadCpuTime();
  }

  private static void print(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments));
  }
}
