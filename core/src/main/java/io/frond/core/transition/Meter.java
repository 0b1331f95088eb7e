package io.frond.core.transition;

import io.frond.core.fee.Dimension;
import io.frond.core.fee.Usage;
import org.jspecify.annotations.Nullable;

/**
 * Counts what one transaction or callback uses and stops it at its limit, at the same step on every
 * JVM. Once it has stopped, it stops at every further charge: to catch it gains nothing.
 */
final class Meter {
  private long stepLimit;
  private long stateByteLimit;
  private long dataByteLimit;
  private long steps;
  private long stateBytes;
  private long dataBytes;
  private @Nullable Dimension exhausted;

  void begin(Usage newLimit) {
    stepLimit = newLimit.compute();
    stateByteLimit = newLimit.stateBytes();
    dataByteLimit = newLimit.dataBytes();
    steps = 0;
    stateBytes = 0;
    dataBytes = 0;
    exhausted = null;
  }

  void steps(long count) {
    if (exhausted != null || count > stepLimit - steps) {
      steps = stepLimit;
      throw stop(Dimension.COMPUTE);
    }
    steps += count;
  }

  void stateBytes(long count) {
    if (exhausted != null || count > stateByteLimit - stateBytes) {
      stateBytes = stateByteLimit;
      throw stop(Dimension.STATE_BYTES);
    }
    stateBytes += count;
  }

  void dataBytes(long count) {
    if (exhausted != null || count > dataByteLimit - dataBytes) {
      dataBytes = dataByteLimit;
      throw stop(Dimension.DATA_BYTES);
    }
    dataBytes += count;
  }

  @Nullable Dimension exhausted() {
    return exhausted;
  }

  Usage used() {
    return new Usage(steps, stateBytes, dataBytes, 0);
  }

  private OutOfResource stop(Dimension dimension) {
    if (exhausted == null) {
      exhausted = dimension;
    }
    return new OutOfResource(exhausted);
  }
}
