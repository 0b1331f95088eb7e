package io.frond.core.parent;

import org.apache.tuweni.bytes.Bytes32;

/**
 * Where a chain's settlement stands.
 *
 * @param mode its mode
 * @param epoch how often the right to promise has changed hands or was lost
 * @param operatorClock the next block's height less the blocks paused so far
 * @param batches how far batches have come
 * @param inbox how far the inbox has come
 */
public record SettlementStatus(
    Mode mode, long epoch, long operatorClock, Batches batches, Inbox inbox) {
  /** What the settlement lets happen. */
  public enum Mode {
    /** Everything. */
    ACTIVE,
    /** Everything but deposits; everybody is leaving. */
    SUNSETTING,
    /** Nothing new; committed batches take their course. */
    FREEZING,
    /** Nothing but leaving. */
    FROZEN
  }

  /**
   * Batches, genesis being number 0.
   *
   * @param lastCommitted the number of the newest batch
   * @param lastHash its hash; the domain for genesis
   * @param lastFinal the number of the newest final batch
   */
  public record Batches(long lastCommitted, Bytes32 lastHash, long lastFinal) {}

  /**
   * The inbox.
   *
   * @param length how many entries there are
   * @param committedTo the first entry that no committed batch consumed
   * @param finalizedTo the first entry that no final batch consumed
   */
  public record Inbox(long length, long committedTo, long finalizedTo) {}
}
