package io.frond.core.environment;

/** A clock that somebody sets. For one thread. */
public final class SimulatedClock implements Clock {
  private long nowMs;

  @Override
  public long nowMs() {
    return nowMs;
  }

  /** Sets the time, also back. */
  public void set(long timeMs) {
    nowMs = timeMs;
  }

  /** Moves the time by {@code durationMs}, which may be negative: clocks are skewed. */
  public void advance(long durationMs) {
    nowMs = Math.addExact(nowMs, durationMs);
  }
}
