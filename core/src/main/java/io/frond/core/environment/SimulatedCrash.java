package io.frond.core.environment;

/**
 * The machine lost its power in the middle of a disk operation, or is without power. An error and
 * not an exception, so that no code of the dead process mistakes it for a failure to handle.
 */
public final class SimulatedCrash extends Error {
  SimulatedCrash(String message) {
    super(message, null, false, false);
  }
}
