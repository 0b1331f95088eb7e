package io.frond.core;

import io.frond.core.admission.TransactionPool;
import io.frond.core.batch.BatchHeader;
import io.frond.core.journal.BlockReplay;
import io.frond.core.journal.JournalRecord.BlockRecord;
import io.frond.core.journal.JournalRecord.RewindRecord;
import io.frond.core.journal.JournalRecord.SealedRecord;
import io.frond.core.journal.JournalRecord.SettledRecord;
import io.frond.core.parent.BatchStatus;
import io.frond.core.parent.ParentUnavailableException;
import io.frond.core.sequencing.ParentView;
import io.frond.core.settling.ChainEvent;
import io.frond.core.settling.FinalityWatch;
import io.frond.core.settling.ForeignBatch;
import io.frond.core.settling.Standing;
import io.frond.core.transition.Block;
import io.frond.core.tx.SignedTransaction;
import io.frond.core.tx.VerifiedTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Keeps the line in step with the parent: goes back where the parent went back, takes over what
 * others committed, and writes down what is settled. Called when no group is open.
 */
final class Reconciler {
  private final Ports ports;
  private final Line line;
  private final TransactionPool pool;
  private final BlockReplay replay;
  private final FinalityWatch finality;
  private final Consumer<ChainEvent> events;
  private Bytes32 disputable = Bytes32.ZERO;
  private boolean isApart;

  Reconciler(Ports ports, Line line, TransactionPool pool, BlockReplay replay) {
    this.ports = ports;
    this.line = line;
    this.pool = pool;
    this.replay = replay;
    this.finality =
        new FinalityWatch(ports.options().parent().confirmations(), line.settled().finalized());
    this.events = ports.operator().events();
  }

  /** Whether the parent has batches on which nothing can be built here. */
  boolean isApart() {
    return isApart;
  }

  /** Compares and follows. */
  void reconcile(ParentView view) {
    try {
      Standing standing = standing(view);
      if (standing instanceof Standing.Apart apart) {
        isApart = true;
        rewind(apart.common());
        follow(view);
        standing = standing(view);
      }
      if (standing instanceof Standing.OtherEpoch) {
        reseal(view);
      }
      isApart = standing instanceof Standing.Apart;
    } catch (ParentUnavailableException later) {
      return;
    }
    if (!isApart) {
      noteSettled(view);
    }
  }

  private Standing standing(ParentView view) {
    return Standing.of(line.book(), line.settled(), view.status(), ports.parent().reader());
  }

  /** Takes back every block after a batch; what they held waits for a block again. */
  void rewind(long batch) {
    List<BlockRecord> gone = line.book().rewindTo(batch);
    if (gone.isEmpty()) {
      return;
    }
    long block = line.book().tip().lastBlock();
    List<VerifiedTransaction> requeued = transactionsOf(gone);
    line.log().append(new RewindRecord(batch, block).encode());
    line.log().sync();
    line.reload();
    pool.requeue(requeued);
    events.accept(new ChainEvent.Rewound(batch, block, requeued.size()));
  }

  private List<VerifiedTransaction> transactionsOf(List<BlockRecord> blocks) {
    List<VerifiedTransaction> transactions = new ArrayList<>();
    for (BlockRecord record : blocks) {
      Block block = Block.decode(ports.rules().chain().format(), record.data());
      for (SignedTransaction signed : block.transactions()) {
        transactions.add(replay.verified(signed));
      }
    }
    return transactions;
  }

  /** Takes over the batches that the parent has and we have not. */
  private void follow(ParentView view) {
    long committed = view.status().batches().lastCommitted();
    while (line.book().tip().number() < committed) {
      long number = line.book().tip().number() + 1;
      Optional<BatchStatus> status = ports.parent().reader().batch(number);
      if (status.isEmpty() || status.get().hash().equals(disputable)) {
        return;
      }
      if (!takeOver(number, status.get())) {
        return;
      }
    }
  }

  private boolean takeOver(long number, BatchStatus status) {
    long end = line.log().end();
    Optional<String> wrong;
    try {
      wrong =
          new ForeignBatch(line.state(), line.book(), line.log(), ports.rules().transition())
              .takeOver(status, ports.parent().data(), ports.parent().reader());
    } catch (ParentUnavailableException later) {
      forget(end);
      throw later;
    }
    if (wrong.isPresent()) {
      forget(end);
      disputable = status.hash();
      events.accept(new ChainEvent.Disputable(number, wrong.get()));
      return false;
    }
    events.accept(new ChainEvent.TakenOver(number));
    silenceIfOurs(status);
    return true;
  }

  /** Forgets the part of a batch that was taken over; after a crash, recovery does so. */
  private void forget(long end) {
    line.log().cut(end);
    line.reload();
  }

  /** A batch of ours that is not in our log: promises may be missing from it too. */
  private void silenceIfOurs(BatchStatus status) {
    if (status.proposer().equals(ports.operator().signer().address())) {
      silence(BatchHeader.decode(status.header()).position().epoch());
    }
  }

  void silence(long epoch) {
    line.groups().silence(epoch);
    events.accept(new ChainEvent.Silent(epoch));
  }

  private void reseal(ParentView view) {
    long committed = view.status().batches().lastCommitted();
    for (BatchHeader header : line.book().reseal(committed, view.status().epoch())) {
      line.log().append(new SealedRecord(header).encode());
    }
    line.log().sync();
  }

  private void noteSettled(ParentView view) {
    long before = line.settled().finalized();
    long confirmed = finality.observe(view.head().height(), view.status().batches().lastFinal());
    SettledRecord now =
        new SettledRecord(
            view.status().epoch(),
            view.status().batches().lastCommitted(),
            Math.max(before, Math.min(line.book().tip().number(), confirmed)));
    if (!now.equals(line.settled())) {
      line.noteSettled(now);
    }
    for (long number = before + 1; number <= now.finalized(); number++) {
      events.accept(new ChainEvent.Finalized(number));
    }
  }
}
