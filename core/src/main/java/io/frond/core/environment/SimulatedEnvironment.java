package io.frond.core.environment;

import java.util.SplittableRandom;

/**
 * A world in one thread from one seed: the same calls give the same randomness and the same losses.
 * The clock starts at 0 and moves only by hand.
 */
public final class SimulatedEnvironment implements Environment {
  private final SimulatedClock clock = new SimulatedClock();
  private final SplittableRandom random;
  private final SimulatedDisk disk;

  /** A new world with an empty disk. */
  public SimulatedEnvironment(long seed) {
    SplittableRandom root = new SplittableRandom(seed);
    this.random = root.split();
    this.disk = new SimulatedDisk(root.split());
  }

  @Override
  public SimulatedClock clock() {
    return clock;
  }

  @Override
  public RandomSource random() {
    return random::nextBytes;
  }

  @Override
  public SimulatedDisk disk() {
    return disk;
  }
}
