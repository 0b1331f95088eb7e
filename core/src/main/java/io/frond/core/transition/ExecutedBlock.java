package io.frond.core.transition;

import io.frond.core.batch.Head;
import io.frond.core.outbox.Withdrawal;
import io.frond.core.outcome.Outcome;
import io.frond.core.state.StateChanges;
import java.util.List;
import org.apache.tuweni.bytes.Bytes32;

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
   * @param id the transaction's id; for an inbox entry the rolling hash after it; for a callback
   *     the position of its module, as a number of 32 bytes
   * @param outcome what it did
   * @param outcomeHash the outcome's hash
   */
  public record Result(Bytes32 id, Outcome outcome, Bytes32 outcomeHash) {}
}
