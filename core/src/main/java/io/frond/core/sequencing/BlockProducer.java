package io.frond.core.sequencing;

import io.frond.core.admission.PooledTransaction;
import io.frond.core.admission.TransactionPool;
import io.frond.core.batch.Head;
import io.frond.core.chain.BlockLimits;
import io.frond.core.inbox.InboxEntry;
import io.frond.core.journal.JournalRecord.BatchPlace;
import io.frond.core.journal.JournalRecord.BlockRecord;
import io.frond.core.journal.JournalRecord.InboxPart;
import io.frond.core.transition.Block;
import io.frond.core.transition.BlockExecution;
import io.frond.core.transition.BlockStart;
import io.frond.core.transition.ChainState;
import io.frond.core.transition.ExecutedBlock;
import io.frond.core.transition.StateTransition;
import io.frond.core.tx.SignedTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** Makes the next block of a state out of what waits. For the stepping thread. */
public final class BlockProducer {
  private final ChainState state;
  private final StateTransition transition;
  private final TransactionPool pool;
  private final InboxFeed inbox;

  /** Makes blocks of this state. */
  public BlockProducer(
      ChainState state, StateTransition transition, TransactionPool pool, InboxFeed inbox) {
    this.state = state;
    this.transition = transition;
    this.pool = pool;
    this.inbox = inbox;
  }

  /** Whether there are transactions for a block. */
  public boolean hasTransactions() {
    return pool.readyCount() > 0;
  }

  /** Whether there are inbox entries for a block. */
  public boolean hasEntries() {
    return inbox.peek().isPresent();
  }

  /** Whether what waits would fill a block. */
  public boolean hasFullBlock() {
    return pool.readyCount() >= limits().transactions();
  }

  /**
   * Makes a block and commits it to the state.
   *
   * @param view the parent
   * @param place where the block stands in its batch
   * @param mostEntries how many inbox entries its batch still takes
   * @param takesTransactions whether it takes transactions at all, which are promised
   * @return empty if nothing could be included, or the parent is too far behind or ahead
   */
  public Optional<ProducedBlock> produce(
      ParentView view, BatchPlace place, int mostEntries, boolean takesTransactions) {
    Head before = state.head();
    OptionalLong timeMs = timeMs(view, before);
    if (timeMs.isEmpty() || view.reference().height() < before.reference().height()) {
      return Optional.empty();
    }
    BlockStart start =
        new BlockStart(
            before.blockNumber() + 1,
            timeMs.getAsLong(),
            view.reference().reference(),
            view.reference().timeMs(),
            place.batch(),
            place.isFirst());
    BlockExecution execution = transition.begin(state, start);
    List<Bytes> entries = consume(execution, mostEntries);
    BlockFilling filling = new BlockFilling(pool, execution, limits());
    if (takesTransactions) {
      filling.fill();
    }
    if (execution.size() == 0) {
      execution.abandon();
      return Optional.empty();
    }
    return Optional.of(finish(execution, place, before, entries, filling.included()));
  }

  /** Now, as near as the drift allows, and never before the last block. */
  private OptionalLong timeMs(ParentView view, Head before) {
    long drift = state.rules().definition().params().maxDriftMs();
    long latest = view.reference().timeMs() + drift;
    long earliest = Math.max(Math.max(0, view.reference().timeMs() - drift), before.timeMs());
    return earliest > latest
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(earliest, Math.min(latest, pool.nowMs())));
  }

  private List<Bytes> consume(BlockExecution execution, int most) {
    List<Bytes> consumed = new ArrayList<>();
    Optional<InboxEntry> next = inbox.peek();
    while (next.isPresent() && consumed.size() < most && execution.hasRoomForEntry()) {
      execution.consume(next.get());
      consumed.add(next.get().encode());
      inbox.pass();
      next = inbox.peek();
    }
    return consumed;
  }

  private ProducedBlock finish(
      BlockExecution execution,
      BatchPlace place,
      Head before,
      List<Bytes> entries,
      List<PooledTransaction> included) {
    ExecutedBlock executed = execution.finish();
    Bytes32 postRoot = execution.commit(executed);
    List<SignedTransaction> transactions = new ArrayList<>(included.size());
    included.forEach(transaction -> transactions.add(transaction.transaction().signed()));
    BlockStart start = executed.start();
    Block block =
        new Block(
            start.number(),
            start.timeMs(),
            start.reference(),
            start.referenceTimeMs(),
            entries.size(),
            transactions);
    BlockRecord record =
        new BlockRecord(
            block.number(),
            place,
            postRoot,
            block.encode(state.rules().format()),
            new InboxPart(before.inbox().next(), entries),
            executed.withdrawals());
    return new ProducedBlock(record, executed, included);
  }

  private BlockLimits limits() {
    return state.rules().definition().params().limits();
  }
}
