package io.frond.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FileChainLogCrashTest {
  private static final int CRASHES = 10_000;

  @Test
  void whatWasSyncedIsThereInOrderAndNothingIsInventedAtTenThousandCrashPoints() {
    int torn = run(0, CRASHES);
    assertThat(torn).as("crashes that took records with them").isGreaterThan(CRASHES / 20);
  }

  @Test
  @Tag("deep")
  void whatWasSyncedIsThereAtAMillionCrashPoints() {
    assertThat(run(1L << 32, 1_000_000)).isPositive();
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void anyWorldKeepsWhatItSynced(@ForAll long seed) {
    LogWorld world = new LogWorld(seed);
    for (int life = 0; life < 10; life++) {
      world.runToCrash();
    }
    world.open();
  }

  @Test
  void aPowerLossAfterAKilledProcessTakesNothingThatTheNextProcessSaw() {
    for (long seed = 0; seed < 300; seed++) {
      LogWorld world = new LogWorld(seed);
      for (int life = 0; life < 10; life++) {
        for (int step = 0; step < 20; step++) {
          world.step();
        }
        world.kill();
        world.step();
        world.runToCrash();
      }
    }
  }

  @Test
  void failedWritesAndSyncsLoseNothingThatWasSyncedEvenWithACrashAfterwards() {
    for (long seed = 0; seed < 300; seed++) {
      LogWorld world = new LogWorld(seed);
      try {
        for (int life = 0; life < 5; life++) {
          world.runToFailure();
          world.runToFailure();
          world.step();
          world.crashNow();
        }
        world.open();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  private static int run(long firstSeed, int wanted) {
    int crashes = 0;
    int torn = 0;
    for (long seed = firstSeed; crashes < wanted; seed++) {
      LogWorld world = new LogWorld(seed);
      try {
        for (int life = 0; life < 25; life++) {
          world.runToCrash();
        }
        world.open();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
      crashes += world.crashes();
      torn += world.tornTails();
    }
    return torn;
  }
}
