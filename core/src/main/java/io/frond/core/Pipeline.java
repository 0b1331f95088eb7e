package io.frond.core;

import io.frond.core.admission.Intake;
import io.frond.core.admission.TransactionPool;
import io.frond.core.chain.BlockLimits;
import io.frond.core.journal.BlockReplay;
import io.frond.core.journal.JournalRecord.CheckpointRecord;
import io.frond.core.journal.JournalRecord.SealedRecord;
import io.frond.core.ordering.Finality;
import io.frond.core.parent.SettlementStatus.Mode;
import io.frond.core.sequencing.InboxFeed;
import io.frond.core.sequencing.ParentView;
import io.frond.core.sequencing.ParentWatch;
import io.frond.core.sequencing.ProducedBlock;
import io.frond.core.settling.BatchBook;
import io.frond.core.settling.ChainEvent;
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
  private final ChainOptions.Pace pace;
  private final ChainOptions.ParentTerms terms;
  private final Intake intake;
  private final TransactionPool pool;
  private final ParentWatch watch;
  private final InboxFeed inbox;
  private final Line line;
  private final Reconciler reconciler;
  private long nextTickMs = Long.MIN_VALUE;
  private long snapshotBlock;
  private boolean isStopped;
  private boolean isReachable = true;
  private boolean isSilenceDue;

  Pipeline(Ports ports, Intake intake, BlockReplay replay) {
    this.ports = ports;
    this.pace = ports.options().pace();
    this.terms = ports.options().parent();
    this.intake = intake;
    this.pool =
        new TransactionPool(
            ports.operator().admission(),
            ports.operator().ordering(),
            ports.storage().environment().clock());
    this.watch = new ParentWatch(ports.parent().reader(), terms.confirmations());
    this.inbox =
        new InboxFeed(ports.parent().reader(), ports.operator().inbox(), terms.confirmations());
    this.line = new Line(ports, replay, pool, inbox);
    this.reconciler = new Reconciler(ports, line, pool, replay);
    this.snapshotBlock = line.state().head().blockNumber();
    this.isSilenceDue = ports.operator().isAfterLoss();
  }

  ChainState state() {
    return line.state();
  }

  BatchBook book() {
    return line.book();
  }

  Optional<ParentView> view() {
    return watch.view();
  }

  Finality finality(long block) {
    BatchBook book = line.book();
    if (block <= book.base().lastBlock()) {
      return Finality.FINAL;
    }
    boolean isCommitted =
        book.tipOf(line.settled().committed()).filter(tip -> block <= tip.lastBlock()).isPresent();
    return isCommitted ? Finality.COMMITTED : Finality.ACCEPTED;
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
    if (view.isPresent()) {
      worked |= sequence(view.get(), tick);
      worked |= settle(view.get());
    }
    snapshot();
    pool.sweep();
    return worked;
  }

  /** Promises what was executed and refuses what waits. */
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
            || nextTickMs - now > pace.blockIntervalMs();
    if (tick) {
      nextTickMs = now + pace.blockIntervalMs();
    }
    return tick;
  }

  private void poll() {
    // Under what was known when they were made: what the parent says next may end the epoch.
    watch.view().ifPresent(this::closeGroup);
    if (watch.poll() != isReachable) {
      isReachable = watch.isReachable();
      ports.operator().events().accept(new ChainEvent.ParentReachable(isReachable));
    }
    if (isReachable) {
      watch.view().ifPresent(this::reconcile);
    }
    inbox.refill(line.state().head().inbox().next());
  }

  private void reconcile(ParentView view) {
    if (isSilenceDue) {
      reconciler.silence(view.status().epoch());
      isSilenceDue = false;
    }
    reconciler.reconcile(view);
    snapshotBlock = Math.min(snapshotBlock, line.state().head().blockNumber());
    Mode mode = view.status().mode();
    if (!isStopped && (mode == Mode.FREEZING || mode == Mode.FROZEN)) {
      stop(mode);
    }
  }

  private void stop(Mode mode) {
    isStopped = true;
    intake.close(
        new Refusal(
            RefusalCode.OVERLOADED, Stage.ADMIT, Refusal.NEVER, "an active chain", mode.name()));
    pool.evict(
        new Refusal(
            RefusalCode.EVICTED, Stage.POOL, Refusal.NEVER, "an active chain", mode.name()));
    ports.operator().events().accept(new ChainEvent.Stopped(mode));
  }

  private boolean sequence(ParentView view, boolean tick) {
    // An epoch that is taken back was younger than its confirmations; what was signed in it stays.
    boolean isPast = view.status().epoch() < line.groups().tail().epoch();
    if (isStopped || isPast || reconciler.isApart()) {
      return false;
    }
    boolean worked = produce(view, tick);
    boolean isFull = line.groups().blockCount() >= pace.blocksPerGroup();
    if (isFull || !hasFullBlock(view) || !line.groups().hasRoomFor(mostResults())) {
      closeGroup(view);
    }
    return seal(view) || worked;
  }

  private boolean produce(ParentView view, boolean tick) {
    boolean takesTransactions = mayPromise(view);
    boolean hasWork =
        (takesTransactions && line.producer().hasTransactions())
            || (entriesLeft() > 0 && line.producer().hasEntries());
    if (!hasWork || !(tick || hasFullBlock(view))) {
      return false;
    }
    Optional<ProducedBlock> produced =
        line.producer().produce(view, line.book().nextPlace(), entriesLeft(), takesTransactions);
    produced.ifPresent(this::add);
    return produced.isPresent();
  }

  private boolean mayPromise(ParentView view) {
    var tail = line.groups().tail();
    boolean isSilent = tail.isSilent() && tail.epoch() == view.status().epoch();
    return !isSilent && watch.isEpochConfirmed(tail.nextGroup() == 0 ? -1 : tail.epoch());
  }

  private boolean hasFullBlock(ParentView view) {
    return mayPromise(view) && line.producer().hasFullBlock();
  }

  private void add(ProducedBlock block) {
    line.book().add(block.record(), line.log().end());
    line.groups().add(block);
  }

  private void closeGroup(ParentView view) {
    line.groups()
        .close(view.status().epoch(), view.status().operatorClock() + terms.promisedWithin());
  }

  private boolean seal(ParentView view) {
    if (!isSealDue(view)) {
      return false;
    }
    closeGroup(view);
    BatchBook book = line.book();
    SealedBatch batch = book.seal(book.header(view.status().epoch(), line.state().head()));
    line.log().append(new SealedRecord(batch.header()).encode());
    // Before anything of it is sent: a batch that the parent has is never forgotten here.
    line.log().sync();
    ports
        .operator()
        .events()
        .accept(new ChainEvent.Sealed(batch.number(), batch.hash(), batch.blocks().size()));
    return true;
  }

  private boolean isSealDue(ParentView view) {
    BatchBook book = line.book();
    return book.openCount() > 0
        && (book.openCount() >= pace.blocksPerBatch()
            || entriesLeft() == 0
            || line.state().head().withdrawals().count() >= limits().withdrawals() / 2
            || pool.nowMs() - book.openSinceMs() >= pace.batchIntervalMs()
            || view.head().height() - book.openReference() >= terms.maxLag() / 2);
  }

  private int entriesLeft() {
    return terms.entriesPerBatch() - line.book().openEntries();
  }

  private int mostResults() {
    return limits().transactions() + limits().inboxEntries();
  }

  private BlockLimits limits() {
    return ports.rules().chain().definition().params().limits();
  }

  private boolean settle(ParentView view) {
    if (reconciler.isApart()) {
      return false;
    }
    boolean worked = line.settler().step(view);
    line.settler().outdated().ifPresent(outdated -> makeAgain(outdated, view));
    return worked;
  }

  /** Makes the blocks from a batch on again, unless the same would come of it. */
  private void makeAgain(Settler.Outdated outdated, ParentView view) {
    SealedBatch batch = outdated.batch();
    boolean helps =
        outdated.isStale()
            ? view.reference().height() > batch.oldestReference()
            : batch.header().inbox().to() < line.state().head().inbox().next()
                || line.producer().hasEntries();
    if (helps) {
      closeGroup(view);
      reconciler.rewind(batch.number() - 1);
      inbox.refill(line.state().head().inbox().next());
    }
  }

  private void snapshot() {
    ChainState state = line.state();
    long block = state.head().blockNumber();
    if (line.groups().blockCount() > 0 || block - snapshotBlock < pace.blocksPerSnapshot()) {
      return;
    }
    BatchBook book = line.book();
    line.log()
        .append(
            new CheckpointRecord(
                    block, book.from(line.log().end()), book.base(), line.groups().tail())
                .encode());
    long end = line.log().sync();
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
