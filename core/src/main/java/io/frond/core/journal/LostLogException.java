package io.frond.core.journal;

/**
 * The log ends before what a snapshot says was synced: records are lost, and with them perhaps
 * promises. The operator restores a copy of the log, and signs nothing more in this epoch.
 */
public final class LostLogException extends RuntimeException {
  /** A log that should reach {@code expected} and ends at {@code actual}. */
  public LostLogException(long expected, long actual) {
    super("log: expected at least " + expected + " records, actual " + actual);
  }
}
