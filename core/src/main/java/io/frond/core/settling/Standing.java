package io.frond.core.settling;

import io.frond.core.journal.JournalRecord.BatchTip;
import io.frond.core.journal.JournalRecord.SettledRecord;
import io.frond.core.parent.BatchStatus;
import io.frond.core.parent.ParentReader;
import io.frond.core.parent.SettlementStatus;
import java.util.Optional;

/** How the batches of this log stand to those of the parent. */
public sealed interface Standing {
  /** The parent has our batches, or the first of them. */
  record InStep() implements Standing {}

  /** As {@link InStep}, but what is not yet committed was sealed for another epoch. */
  record OtherEpoch() implements Standing {}

  /**
   * The parent has other batches than ours, or took ours back after a proven fraud.
   *
   * @param common the last batch that both have
   */
  record Apart(long common) implements Standing {}

  /**
   * Compares.
   *
   * @param known what the parent was last seen to have
   * @throws io.frond.core.parent.ParentUnavailableException if the parent cannot be asked
   */
  static Standing of(
      BatchBook book, SettledRecord known, SettlementStatus status, ParentReader parent) {
    SettlementStatus.Batches batches = status.batches();
    long committed = batches.lastCommitted();
    if (committed < book.base().number()) {
      // A reorganisation deeper than the confirmations; it passes, or nothing helps.
      return new InStep();
    }
    Optional<BatchTip> ours = book.tipOf(committed);
    if (ours.isEmpty() || !ours.get().hash().equals(batches.lastHash())) {
      return new Apart(lastCommon(book, committed, parent));
    }
    Optional<SealedBatch> next = book.find(committed + 1);
    if (next.isEmpty() || next.get().header().position().epoch() == status.epoch()) {
      return new InStep();
    }
    // A fraud ends the epoch as it takes batches; a reorganisation that takes them alone does not.
    boolean isTaken = known.committed() > committed && known.epoch() < status.epoch();
    return isTaken ? new Apart(committed) : new OtherEpoch();
  }

  private static long lastCommon(BatchBook book, long committed, ParentReader parent) {
    long number = Math.min(committed, book.tip().number());
    while (number > book.base().number()) {
      BatchTip ours = book.tipOf(number).orElseThrow();
      Optional<BatchStatus> theirs = parent.batch(number);
      if (theirs.isPresent() && theirs.get().hash().equals(ours.hash())) {
        return number;
      }
      number--;
    }
    return number;
  }
}
