package io.frond.exits.watch;

import org.apache.tuweni.bytes.Bytes32;

/** What one step along a chain came to. */
public sealed interface Finding {
  /** The next batch is right, and the follower stands after it. */
  record Followed(FollowedBatch batch) implements Finding {}

  /**
   * The next batch is wrong. The follower stays before it, and says so again until the parent has
   * another batch in its place.
   */
  record Fraud(FraudulentBlock block) implements Finding {}

  /**
   * The parent does not give the data of the next batch, or gives another's. Worth asking again,
   * and an alarm if it lasts.
   *
   * @param number the number of the batch
   * @param hash its hash
   */
  record Withheld(long number, Bytes32 hash) implements Finding {}

  /** There is no further batch. */
  record UpToDate() implements Finding {}
}
