package io.frond.core.transition;

/**
 * Why a block is invalid.
 *
 * @param kind which rule it breaks
 * @param expected what the rule wants
 * @param actual what the block has
 */
public record BlockFault(Kind kind, String expected, String actual) {
  /** The rules that a block can break. */
  public enum Kind {
    /** The data is not the encoding of a block. */
    UNDECODABLE,
    /** Not the number after the block before. */
    NUMBER,
    /** A time below the block before, or too far from its parent reference. */
    TIME,
    /** A parent reference below the block before's. */
    REFERENCE,
    /** More transactions, bytes, entries or steps than a block may have. */
    LIMIT,
    /** Inbox entries that are not exactly the next ones. */
    INBOX,
    /** A transaction that must not be in a block: signature, nonce, validity or cover. */
    TRANSACTION,
    /** Withdrawals beyond what a batch may have. */
    WITHDRAWALS,
    /** Neither inbox entry nor transaction. */
    EMPTY
  }

  /** The rule and both sides of it. */
  @Override
  public String toString() {
    return kind + ": expected " + expected + ", actual " + actual;
  }
}
