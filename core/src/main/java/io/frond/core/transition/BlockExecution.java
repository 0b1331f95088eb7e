package io.frond.core.transition;

import io.frond.core.batch.Head;
import io.frond.core.batch.OutcomeLeaf;
import io.frond.core.chain.AssetQuanta;
import io.frond.core.chain.BlockLimits;
import io.frond.core.fee.Bill;
import io.frond.core.fee.Usage;
import io.frond.core.hash.CompleteTree;
import io.frond.core.hash.Frontier;
import io.frond.core.hash.Hasher;
import io.frond.core.hash.TreeKind;
import io.frond.core.inbox.InboxEntry;
import io.frond.core.ledger.ChainLedger;
import io.frond.core.outcome.Outcome;
import io.frond.core.outcome.OutcomeWriter;
import io.frond.core.outcome.Status;
import io.frond.core.tx.TransactionVerifier;
import io.frond.core.tx.VerifiedTransaction;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * One block while it runs: inbox entries first, then transactions, each giving an outcome. The
 * sequencer builds a block with it and everybody else repeats one; it is the same code.
 *
 * <p>Ends with {@link #finish} and {@link #commit}, or with {@link #abandon}, which leaves the
 * state as it was. One thread.
 */
public final class BlockExecution {
  private static final int OUTBOX_TAG = 0x3b;

  private final ChainState state;
  private final BlockLimits limits;
  private final BlockStart start;
  private final ModuleRunner runner;
  private final InboxExecution inbox;
  private final TransactionExecution transactions;
  private final Hasher hasher;
  private final List<ExecutedBlock.Result> results = new ArrayList<>(1024);
  private Head.InboxCursor cursor;
  private Bytes32 outboxRoot;
  private final OutcomeWriter outcomes = new OutcomeWriter();
  private int entries;
  private int included;
  private boolean finished;

  private BlockExecution(
      ChainState state, BlockStart start, Head before, TransactionVerifier verifier) {
    this.state = state;
    this.start = start;
    this.limits = state.rules().definition().params().limits();
    this.hasher = state.rules().suite().newHasher();
    this.runner = new ModuleRunner(state, start);
    this.transactions = new TransactionExecution(state, start, runner);
    this.inbox = new InboxExecution(state, start, runner, verifier);
    this.cursor = before.inbox();
    this.outboxRoot = start.firstOfBatch() ? Bytes32.ZERO : before.outboxRoot();
  }

  /**
   * Begins a block on a state.
   *
   * @param verifier checks the signatures of forced transactions
   * @throws InvalidBlock if it does not follow from the block before
   */
  static BlockExecution begin(ChainState state, BlockStart start, TransactionVerifier verifier) {
    state.requireBetweenBlocks();
    Head before = state.touchHead();
    checkStart(state.rules(), start, before);
    state.beginBlock();
    state.context().at(start);
    boolean first = start.firstOfBatch();
    state
        .withdrawals()
        .begin(
            state.rules().domain(),
            start.batch(),
            first ? Frontier.empty() : before.withdrawals(),
            first ? AssetQuanta.NONE : before.totals());
    return new BlockExecution(state, start, before, verifier);
  }

  private static void checkStart(ChainRules rules, BlockStart start, Head before) {
    long drift = rules.definition().params().maxDriftMs();
    InvalidBlock.unless(
        start.number() == before.blockNumber() + 1,
        BlockFault.Kind.NUMBER,
        before.blockNumber() + 1,
        start.number());
    InvalidBlock.unless(
        start.timeMs() >= before.timeMs(),
        BlockFault.Kind.TIME,
        "at least " + before.timeMs(),
        start.timeMs());
    InvalidBlock.unless(
        Math.abs(start.timeMs() - start.referenceTimeMs()) <= drift,
        BlockFault.Kind.TIME,
        "within " + drift + " ms of " + start.referenceTimeMs(),
        start.timeMs());
    InvalidBlock.unless(
        start.reference().height() >= before.reference().height(),
        BlockFault.Kind.REFERENCE,
        "at least " + before.reference().height(),
        start.reference().height());
  }

  /** The chain's next inbox entry, as this block has it so far. */
  public Head.InboxCursor cursor() {
    return cursor;
  }

  /** How many inbox entries and transactions the block has so far. */
  public int size() {
    return results.size();
  }

  /** Whether another inbox entry fits. */
  public boolean hasRoomForEntry() {
    return entries < limits.inboxEntries()
        && included == 0
        && runner.forcedStepsLeft() >= limits.entrySteps()
        && state.withdrawals().hasRoom(InboxExecution.MAX_WITHDRAWALS_OF_ENTRY);
  }

  /**
   * Consumes the next inbox entry. It is always consumed, whatever its outcome.
   *
   * @throws InvalidBlock if it is not the next one or does not fit
   */
  public ExecutedBlock.Result consume(InboxEntry entry) {
    requireUnfinished();
    InvalidBlock.unless(
        entry.index() == cursor.next(), BlockFault.Kind.INBOX, cursor.next(), entry.index());
    InvalidBlock.unless(
        hasRoomForEntry(), BlockFault.Kind.LIMIT, "room for an inbox entry", "none");
    Bytes32 rollingHash = entry.rollingHash(state.rules().suite(), cursor.rollingHash());
    cursor = new Head.InboxCursor(entry.index() + 1, rollingHash);
    entries++;
    beginOutcome();
    Status status = inbox.consume(entry.payload());
    return add(rollingHash, status, runner.endEntry(), Bill.ZERO);
  }

  /**
   * Tries to put a transaction into the block. What is refused leaves no trace.
   *
   * @throws InvalidBlock never for a transaction of the chain's own catalog
   */
  public Inclusion include(VerifiedTransaction transaction) {
    requireUnfinished();
    if (included == limits.transactions()) {
      return new Inclusion.NoRoom("transactions");
    }
    beginOutcome();
    state.markTouches();
    Inclusion refused = transactions.attempt(transaction);
    if (refused != null) {
      state.untouch();
      return refused;
    }
    included++;
    return new Inclusion.Included(
        add(transaction.id(), transactions.status(), transactions.used(), transactions.bill()));
  }

  private void requireUnfinished() {
    if (finished) {
      throw new IllegalStateException("the block is finished: commit or abandon it");
    }
  }

  private void beginOutcome() {
    state.ledger().beginOutcome();
    state.context().beginOutcome(results.size());
  }

  private ExecutedBlock.Result add(Bytes32 id, Status status, Usage used, Bill bill) {
    ExecutionContext context = state.context();
    ChainLedger ledger = state.ledger();
    Outcome outcome =
        outcomes.write(
            status,
            used,
            bill,
            ledger.operationCount(),
            ledger.operations(),
            context.events(),
            context.messages());
    outcome.messages().forEach(this::addToOutbox);
    ExecutedBlock.Result result = new ExecutedBlock.Result(id, outcome, state.rules().suite());
    results.add(result);
    return result;
  }

  private void addToOutbox(Outcome.Message message) {
    hasher.u8(OUTBOX_TAG).raw(outboxRoot).u8(message.module()).raw(message.payload());
    outboxRoot = hasher.digest();
  }

  /**
   * Ends the block: callbacks, coverage, head. The state is not changed yet.
   *
   * @throws IllegalStateException if claims and custody moved apart: a bug of the ledger
   */
  public ExecutedBlock finish() {
    requireUnfinished();
    InvalidBlock.unless(!results.isEmpty(), BlockFault.Kind.EMPTY, "an entry or transaction", 0);
    finished = true;
    for (int module = 1; module < state.modules().size(); module++) {
      blockEnd(module);
    }
    beginOutcome();
    runner.endFees();
    state.ledger().checkCoverage();
    state.withdrawals().seal();
    Head head = head();
    return new ExecutedBlock(
        start,
        List.copyOf(results),
        head,
        state.withdrawals().ofBlock(),
        state.collectChanges(head));
  }

  /** Runs a module's callback; it gives an outcome if it failed or left anything in one. */
  private void blockEnd(int module) {
    beginOutcome();
    Status status = runner.blockEnd(module);
    ExecutionContext context = state.context();
    boolean silent =
        status.isSuccess()
            && state.ledger().operationCount() == 0
            && context.events().isEmpty()
            && context.messages().isEmpty();
    if (!silent) {
      ExecutedBlock.Result unused = add(blockEndId(module), status, runner.used(), Bill.ZERO);
    }
  }

  /** The id of the outcome of a module's callback at the end of a block: its position. */
  private static Bytes32 blockEndId(int module) {
    return Bytes32.leftPad(Bytes.of(module));
  }

  private Head head() {
    List<Bytes32> leaves = new ArrayList<>(results.size());
    for (ExecutedBlock.Result result : results) {
      leaves.add(new OutcomeLeaf(result.id(), result.outcomeHash()).hash(state.rules().suite()));
    }
    Bytes32 root = CompleteTree.root(state.rules().suite(), TreeKind.OUTCOMES, leaves);
    return new Head(
        start.number(),
        start.timeMs(),
        start.reference(),
        cursor,
        new Head.Outcomes(leaves.size(), root),
        outboxRoot,
        state.withdrawals().frontier(),
        state.withdrawals().totals());
  }

  /** Makes a finished block part of the state; gives the new state root. */
  public Bytes32 commit(ExecutedBlock executed) {
    state.commit(executed);
    return state.stateRoot();
  }

  /** Leaves the state as if the block had never begun. */
  public void abandon() {
    state.items().abandon();
    state.ledger().rollbackAll();
    state.endBlock();
  }
}
