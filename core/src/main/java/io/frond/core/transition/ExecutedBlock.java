package io.frond.core.transition;

import io.frond.core.batch.Head;
import io.frond.core.hash.HashSuite;
import io.frond.core.outbox.Withdrawal;
import io.frond.core.outcome.Outcome;
import io.frond.core.state.StateChanges;
import java.util.List;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/**
 * A block that has run and is not yet part of the state.
 *
 * @param start what was fixed before it ran
 * @param results what happened: inbox entries, then transactions, then callbacks at the end of the
 *     block that failed or left anything in their outcome
 * @param head what the meta state says of it
 * @param withdrawals who leaves with what, in order
 * @param changes what it does to the trees
 */
public record ExecutedBlock(
    BlockStart start,
    List<Result> results,
    Head head,
    List<Withdrawal> withdrawals,
    StateChanges changes) {
  /**
   * What one inbox entry, transaction or callback did.
   *
   * <p>Its id is the transaction's; for an inbox entry the rolling hash after it; for a callback
   * the position of its module, as a number of 32 bytes. For one thread.
   */
  public static final class Result {
    private final Bytes32 id;
    private final Outcome outcome;
    private final HashSuite suite;
    private @Nullable Bytes32 hash; // made at the end of the block, off the way of transactions

    Result(Bytes32 id, Outcome outcome, HashSuite suite) {
      this.id = id;
      this.outcome = outcome;
      this.suite = suite;
    }

    /** What makes it this one and no other. */
    public Bytes32 id() {
      return id;
    }

    /** What it did. */
    public Outcome outcome() {
      return outcome;
    }

    /** The outcome's hash. */
    public Bytes32 outcomeHash() {
      if (hash == null) {
        hash = outcome.hash(suite);
      }
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Result result
          && id.equals(result.id)
          && outcome.equals(result.outcome);
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }

    /** The id and the outcome, for a log. */
    @Override
    public String toString() {
      return "Result[id=" + id + ", outcome=" + outcome + "]";
    }
  }
}
