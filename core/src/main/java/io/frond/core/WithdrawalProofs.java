package io.frond.core;

import io.frond.core.journal.JournalRecord;
import io.frond.core.journal.JournalRecord.BlockRecord;
import io.frond.core.journal.JournalRecord.RewindRecord;
import io.frond.core.journal.Rewinds;
import io.frond.core.log.ChainLog;
import io.frond.core.outbox.Withdrawal;
import io.frond.core.outbox.WithdrawalProof;
import io.frond.core.outbox.WithdrawalTree;
import io.frond.core.settling.BatchBook;
import io.frond.core.settling.SealedBatch;
import io.frond.core.transition.ChainRules;
import io.frond.vm.Account;
import java.util.ArrayList;
import java.util.List;

/** Finds the withdrawals of an account in a batch: in memory, or in the log if it is long final. */
final class WithdrawalProofs {
  private final ChainRules rules;
  private final ChainLog log;
  private final BatchBook book;

  WithdrawalProofs(Ports ports, BatchBook book) {
    this.rules = ports.rules().chain();
    this.log = ports.storage().log();
    this.book = book;
  }

  List<WithdrawalProof> of(long batch, Account account) {
    List<Withdrawal> withdrawals =
        book.find(batch).map(SealedBatch::withdrawals).orElseGet(() -> inLog(batch));
    WithdrawalTree tree = WithdrawalTree.of(rules.suite(), rules.domain(), batch, withdrawals);
    List<WithdrawalProof> proofs = new ArrayList<>();
    for (int i = 0; i < withdrawals.size(); i++) {
      if (withdrawals.get(i).account().equals(account)) {
        proofs.add(tree.proof(i));
      }
    }
    return proofs;
  }

  private List<Withdrawal> inLog(long batch) {
    List<Withdrawal> withdrawals = new ArrayList<>();
    if (batch > book.base().number()) {
      return withdrawals;
    }
    Rewinds rewinds = new Rewinds();
    log.replay(
        0,
        (position, record) -> {
          if (JournalRecord.decode(record) instanceof RewindRecord rewind) {
            rewinds.add(position, rewind);
          }
        });
    log.replay(
        0,
        (position, record) -> {
          if (JournalRecord.decode(record) instanceof BlockRecord block
              && block.place().batch() == batch
              && !rewinds.isBlockGone(position, block.number())) {
            withdrawals.addAll(block.withdrawals());
          }
        });
    return withdrawals;
  }
}
