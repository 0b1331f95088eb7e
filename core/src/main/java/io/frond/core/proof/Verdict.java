package io.frond.core.proof;

/** What a {@link BlockVerifier} finds. */
public sealed interface Verdict {
  /** The block is what its proposer said, or at least nothing of it is wrong. */
  record Valid() implements Verdict {}

  /**
   * The block is wrong, and so is the batch.
   *
   * @param kind which rule it breaks
   */
  record Fraud(FraudKind kind) implements Verdict {}

  /**
   * The witness lacks something, has too much, or is not below the pre state root: nothing is
   * proved either way.
   *
   * @param reason what is wrong with it
   */
  record WitnessRejected(String reason) implements Verdict {}

  /** Rules that a block can break. */
  enum FraudKind {
    /** Its data does not decode. */
    DATA,
    /** It is above a limit. */
    LIMIT,
    /** Its inbox part is not exactly the next entries, or passes the batch's end. */
    INBOX,
    /** Its parent reference is unknown, too old, or falls behind the one before. */
    REFERENCE,
    /** Its number or time does not follow from the block before. */
    SEQUENCE,
    /** It holds a transaction that may not be in a block. */
    TRANSACTION,
    /** Claims and custody differ after it. */
    COVERAGE,
    /** Its post state root is another one. */
    ROOT,
    /** It is the last block and the header is not what its state says. */
    HEADER
  }
}
