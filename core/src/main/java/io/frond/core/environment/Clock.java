package io.frond.core.environment;

/** Wall time. It may stand still, jump or go back: who needs more than that says so. */
@FunctionalInterface
public interface Clock {
  /** The clock of this machine. */
  static Clock system() {
    return System::currentTimeMillis;
  }

  /** Milliseconds since 1970-01-01 UTC. */
  long nowMs();
}
