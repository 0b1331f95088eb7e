package io.frond.core.environment;

import java.util.List;
import java.util.SplittableRandom;

/**
 * What chance decides at one crash. How much survives is itself drawn for each crash, so that "all
 * but one sector" and "nothing but one sector" are as common as an even mixture.
 */
final class CrashDice {
  private static final double[] SURVIVALS = {0, 0.05, 0.5, 0.95, 1};

  private final SplittableRandom random;
  private final double survival;
  private final boolean tearsSectors;
  private final boolean leavesGarbage;

  CrashDice(SplittableRandom random) {
    this.random = random;
    this.survival = SURVIVALS[random.nextInt(SURVIVALS.length)];
    this.tearsSectors = random.nextInt(4) == 0;
    this.leavesGarbage = random.nextInt(4) == 0;
  }

  boolean survives() {
    return random.nextDouble() < survival;
  }

  int size(int before, List<Integer> later) {
    return later.isEmpty() || !survives() ? before : newest(later);
  }

  /**
   * The bytes of a sector after the crash.
   *
   * @param isNew whether nothing of the sector was durable, so that anything may stand there
   */
  byte[] sector(byte[] before, List<byte[]> later, boolean isNew) {
    if (!survives()) {
      if (isNew && leavesGarbage) {
        random.nextBytes(before);
      }
      return before;
    }
    byte[] image = newest(later).clone();
    if (tearsSectors && random.nextInt(4) == 0) {
      int torn = random.nextInt(image.length);
      System.arraycopy(before, torn, image, torn, image.length - torn);
    }
    return image;
  }

  /** The last version as a rule, else any. */
  private <T> T newest(List<T> versions) {
    int index = random.nextBoolean() ? versions.size() - 1 : random.nextInt(versions.size());
    return versions.get(index);
  }
}
