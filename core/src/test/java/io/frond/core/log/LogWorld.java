package io.frond.core.log;

import io.frond.core.environment.SimulatedCrash;
import io.frond.core.environment.SimulatedEnvironment;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.tuweni.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A log on a simulated disk beside a naive model of what it owes: what was synced, then some of
 * what was appended after, and nothing else. Every record is different, so order and invention
 * show.
 */
final class LogWorld {
  private final SimulatedEnvironment environment;
  private final SplittableRandom random;
  private final LogLimits limits;
  private final List<Bytes> appended = new ArrayList<>();
  private int synced;
  private int cutting = Integer.MAX_VALUE;
  private @Nullable ChainLog log;
  private int crashes;
  private int tornTails;

  LogWorld(long seed) {
    this.environment = new SimulatedEnvironment(seed);
    this.random = new SplittableRandom(~seed);
    this.limits = new LogLimits(4000, 300 + random.nextInt(6000));
  }

  int crashes() {
    return crashes;
  }

  int tornTails() {
    return tornTails;
  }

  /** Runs until the crash that it set up; reports a violated promise as an assertion error. */
  void runToCrash() {
    environment.disk().crashAtOperation(1 + random.nextInt(60));
    try {
      while (true) {
        step();
      }
    } catch (SimulatedCrash e) {
      crashes++;
      log = null;
      environment.disk().restart();
    }
  }

  /** The process dies between two operations and the machine goes on. */
  void kill() {
    environment.disk().kill();
    log = null;
  }

  /** A power failure between two operations. */
  void crashNow() {
    environment.disk().failAtOperation(0);
    environment.disk().crash();
    log = null;
    crashes++;
  }

  /** Runs a few steps of which one meets an error of the device; the process goes on. */
  void runToFailure() {
    environment.disk().failAtOperation(1 + random.nextInt(60));
    try {
      while (true) {
        step();
      }
    } catch (UncheckedIOException e) {
      environment.disk().kill();
      log = null;
    }
  }

  void step() {
    if (log == null) {
      open();
      return;
    }
    int choice = random.nextInt(20);
    if (choice < 12) {
      append(log);
    } else if (choice < 17) {
      log.sync();
      synced = appended.size();
    } else if (choice < 18) {
      check(log);
    } else if (choice < 19) {
      cut(log);
    } else {
      log.close();
      synced = appended.size();
      log = null;
    }
  }

  /** Opens the log and compares it with the model. */
  void open() {
    ChainLog opened = FileChainLog.open(environment, limits);
    int end = (int) opened.end();
    if (end < Math.min(synced, cutting) || end > appended.size()) {
      throw new AssertionError(
          "expected " + Math.min(synced, cutting) + " to " + appended.size() + ", actual " + end);
    }
    tornTails += end < appended.size() ? 1 : 0;
    appended.subList(end, appended.size()).clear();
    check(opened);
    synced = end;
    cutting = Integer.MAX_VALUE;
    log = opened;
  }

  private void check(ChainLog opened) {
    int from = random.nextInt(appended.size() + 1);
    List<Bytes> replayed = new ArrayList<>();
    opened.replay(
        from,
        (position, record) -> {
          if (position != from + replayed.size()) {
            throw new AssertionError(
                "expected " + (from + replayed.size()) + ", actual " + position);
          }
          replayed.add(record);
        });
    if (!replayed.equals(appended.subList(from, appended.size()))) {
      throw new AssertionError("expected " + appended + " from " + from + ", actual " + replayed);
    }
  }

  private void append(ChainLog opened) {
    int size = random.nextInt(4) == 0 ? random.nextInt(3000) : random.nextInt(80);
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    Bytes record = Bytes.wrap(bytes);
    appended.add(record);
    long position = opened.append(record);
    if (position != appended.size() - 1) {
      throw new AssertionError("expected " + (appended.size() - 1) + ", actual " + position);
    }
  }

  private void cut(ChainLog opened) {
    int back = random.nextInt(random.nextBoolean() ? 4 : 40);
    cutting = Math.max(0, appended.size() - back);
    opened.cut(cutting);
    appended.subList(cutting, appended.size()).clear();
    synced = Math.min(synced, cutting);
    if (back > 0) {
      synced = cutting;
    }
    cutting = Integer.MAX_VALUE;
  }
}
