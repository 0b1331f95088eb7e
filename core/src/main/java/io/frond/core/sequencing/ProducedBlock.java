package io.frond.core.sequencing;

import io.frond.core.admission.PooledTransaction;
import io.frond.core.journal.JournalRecord.BlockRecord;
import io.frond.core.transition.ExecutedBlock;
import java.util.List;

/**
 * A block that is part of the state and not yet promised to anybody.
 *
 * @param record what the journal keeps of it
 * @param executed what it did
 * @param transactions whose results come after those of the inbox entries, in order, and before
 *     those of callbacks
 */
public record ProducedBlock(
    BlockRecord record, ExecutedBlock executed, List<PooledTransaction> transactions) {
  /** Copies the list. */
  public ProducedBlock {
    transactions = List.copyOf(transactions);
  }

  /** How many inbox entries it consumed. */
  public int entryCount() {
    return record.inbox().entries().size();
  }

  /** The results that somebody waits for: of inbox entries, then of transactions. */
  public List<ExecutedBlock.Result> promised() {
    return executed.results().subList(0, entryCount() + transactions.size());
  }
}
