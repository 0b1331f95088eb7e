package io.frond.core;

import io.frond.core.admission.Intake;
import io.frond.core.admission.TransactionPool;
import io.frond.core.batch.Head;
import io.frond.core.journal.BlockReplay;
import io.frond.core.journal.JournalRecord.BatchPlace;
import io.frond.core.journal.JournalRecord.CheckpointRecord;
import io.frond.core.journal.JournalRecord.SealedRecord;
import io.frond.core.journal.JournalRecord.SettledRecord;
import io.frond.core.log.ChainLog;
import io.frond.core.parent.SettlementStatus.Mode;
import io.frond.core.sequencing.BlockProducer;
import io.frond.core.sequencing.GroupCommit;
import io.frond.core.sequencing.InboxFeed;
import io.frond.core.sequencing.ParentView;
import io.frond.core.sequencing.ParentWatch;
import io.frond.core.sequencing.ProducedBlock;
import io.frond.core.settling.BatchBook;
import io.frond.core.settling.ChainEvent;
import io.frond.core.settling.FinalityWatch;
import io.frond.core.settling.SealedBatch;
import io.frond.core.settling.Settler;
import io.frond.core.state.Snapshot;
import io.frond.core.state.SnapshotPoint;
import io.frond.core.transition.ChainState;
import io.frond.core.tx.Refusal;
import io.frond.core.tx.RefusalCode;
import io.frond.core.tx.Stage;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The stages of a chain, one after the other, a little of each at every step. */
final class Pipeline {
  private final Ports ports;
  private final ChainOptions options;
  private final ChainLog log;
  private final Intake intake;
  private final TransactionPool pool;
  private final ParentWatch watch;
  private final InboxFeed inbox;
  private final FinalityWatch finality;
  private final ChainState state;
  private final BatchBook book;
  private final GroupCommit groups;
  private final BlockProducer producer;
  private final Settler settler;
  private SettledRecord settled;
  private long nextTickMs = Long.MIN_VALUE;
  private long openSinceMs;
  private long snapshotBlock;
  private boolean isStopped;
  private boolean isReachable = true;

  Pipeline(Ports ports, Intake intake, BlockReplay replay) {
    this.ports = ports;
    this.options = ports.options();
    this.log = ports.storage().log();
    this.intake = intake;
    this.pool =
        new TransactionPool(
            ports.operator().admission(),
            ports.operator().ordering(),
            ports.storage().environment().clock());
    long confirmations = options.parent().confirmations();
    this.watch = new ParentWatch(ports.parent().reader(), confirmations);
    this.inbox = new InboxFeed(ports.parent().reader(), ports.operator().inbox(), confirmations);
    Recovery.Recovered recovered = new Recovery(ports, replay).recover();
    this.state = recovered.state();
    this.book = recovered.book();
    this.settled = recovered.settled();
    this.finality = new FinalityWatch(confirmations, settled.finalized());
    this.snapshotBlock = state.head().blockNumber();
    this.openSinceMs = pool.nowMs();
    this.groups =
        new GroupCommit(
            state.rules().suite(),
            ports.rules().transactions().domain(),
            ports.operator().signer(),
            ports.parent().proofs().label(),
            log,
            recovered.tail());
    this.producer = new BlockProducer(state, ports.rules().transition(), pool, inbox);
    this.settler =
        new Settler(
            book,
            new Settler.Ports(
                ports.parent().reader(),
                ports.parent().writer(),
                ports.parent().data(),
                ports.parent().proofs(),
                batch -> index -> new Witnesses(ports, replay).witness(batch.blocks().get(index))),
            options.parent().window(),
            ports.operator().events());
  }

  ChainState state() {
    return state;
  }

  BatchBook book() {
    return book;
  }

  Optional<ParentView> view() {
    return watch.view();
  }

  /** One unit of everything; whether anything was done. */
  boolean step(Executor verifiers) {
    boolean worked = intake.verify(verifiers);
    worked |= pool.admit(intake);
    boolean tick = isTick();
    if (tick) {
      poll();
    }
    Optional<ParentView> view = watch.view();
    if (view.isPresent() && !isStopped) {
      worked |= produce(view.get(), tick);
      worked |= seal(view.get());
    }
    if (view.isPresent()) {
      worked |= settler.step(view.get());
    }
    snapshot();
    pool.sweep();
    return worked;
  }

  /** Ends the open group, so that everything is promised or refused. */
  void close(Refusal reason) {
    watch.view().ifPresent(this::closeGroup);
    intake.close(reason);
    pool.evict(reason);
  }

  private boolean isTick() {
    long now = pool.nowMs();
    // A clock that went back must not stop the chain until it is where it was.
    boolean tick =
        nextTickMs == Long.MIN_VALUE
            || now >= nextTickMs
            || nextTickMs - now > options.pace().blockIntervalMs();
    if (tick) {
      nextTickMs = now + options.pace().blockIntervalMs();
    }
    return tick;
  }

  private void poll() {
    if (watch.poll() != isReachable) {
      isReachable = watch.isReachable();
      ports.operator().events().accept(new ChainEvent.ParentReachable(isReachable));
    }
    inbox.refill(state.head().inbox().next());
    if (isReachable) {
      watch.view().ifPresent(this::noteSettled);
    }
  }

  private void noteSettled(ParentView view) {
    Mode mode = view.status().mode();
    if (!isStopped && (mode == Mode.FREEZING || mode == Mode.FROZEN)) {
      stop(mode);
    }
    long committed = view.status().batches().lastCommitted();
    long before = settled.finalized();
    long confirmed =
        Math.min(
            book.tip().number(),
            finality.observe(view.head().height(), view.status().batches().lastFinal()));
    SettledRecord now = new SettledRecord(committed, Math.max(before, confirmed));
    if (!now.equals(settled) && groups.blockCount() == 0) {
      log.append(now.encode());
      settled = now;
      book.finalized(now.finalized());
      for (long number = before + 1; number <= now.finalized(); number++) {
        ports.operator().events().accept(new ChainEvent.Finalized(number));
      }
    }
  }

  private void stop(Mode mode) {
    isStopped = true;
    watch.view().ifPresent(this::closeGroup);
    intake.close(
        new Refusal(
            RefusalCode.OVERLOADED, Stage.ADMIT, Refusal.NEVER, "an active chain", mode.name()));
    pool.evict(
        new Refusal(
            RefusalCode.EVICTED, Stage.POOL, Refusal.NEVER, "an active chain", mode.name()));
    ports.operator().events().accept(new ChainEvent.Stopped(mode));
  }

  private boolean produce(ParentView view, boolean tick) {
    boolean worked = false;
    if ((tick || producer.hasFullBlock())
        && producer.hasWork(entriesLeft())
        && watch.isEpochConfirmed(groups.tail().epoch())) {
      BatchPlace place = book.nextPlace();
      Optional<ProducedBlock> produced = producer.produce(view, place, entriesLeft());
      produced.ifPresent(this::add);
      worked = produced.isPresent();
    }
    boolean isFull = groups.blockCount() >= options.pace().blocksPerGroup();
    if (isFull || !producer.hasFullBlock() || !groups.hasRoomFor(mostResults())) {
      closeGroup(view);
    }
    return worked;
  }

  private void add(ProducedBlock block) {
    if (block.record().place().isFirst()) {
      openSinceMs = pool.nowMs();
    }
    book.add(block.record(), log.end());
    groups.add(block);
  }

  private void closeGroup(ParentView view) {
    groups.close(
        view.status().epoch(), view.status().operatorClock() + options.parent().promisedWithin());
  }

  private boolean seal(ParentView view) {
    if (!isSealDue()) {
      return false;
    }
    closeGroup(view);
    SealedBatch batch = book.seal(book.header(view.status().epoch(), state.head()));
    log.append(new SealedRecord(batch.header()).encode());
    // Before anything of it is sent: a batch that the parent has is never forgotten here.
    log.sync();
    ports
        .operator()
        .events()
        .accept(new ChainEvent.Sealed(batch.number(), batch.hash(), batch.blocks().size()));
    return true;
  }

  private boolean isSealDue() {
    return book.openCount() > 0
        && (book.openCount() >= options.pace().blocksPerBatch()
            || entriesLeft() == 0
            || !hasRoomForWithdrawals()
            || pool.nowMs() - openSinceMs >= options.pace().batchIntervalMs());
  }

  private boolean hasRoomForWithdrawals() {
    Head head = state.head();
    return head.withdrawals().count() < limits().withdrawals() / 2;
  }

  private int entriesLeft() {
    return options.parent().entriesPerBatch() - book.openEntries();
  }

  private int mostResults() {
    return limits().transactions() + limits().inboxEntries();
  }

  private io.frond.core.chain.BlockLimits limits() {
    return state.rules().definition().params().limits();
  }

  private void snapshot() {
    long block = state.head().blockNumber();
    if (groups.blockCount() > 0 || block - snapshotBlock < options.pace().blocksPerSnapshot()) {
      return;
    }
    log.append(
        new CheckpointRecord(block, book.from(log.end()), book.base(), groups.tail()).encode());
    long end = log.sync();
    ports
        .storage()
        .states()
        .save(
            Snapshot.of(
                new SnapshotPoint(end, block, state.stateRoot()),
                sink ->
                    state.forEachEntry(
                        entry ->
                            sink.entry(entry.section().code(), entry.rawKey(), entry.value()))));
    snapshotBlock = block;
  }
}
