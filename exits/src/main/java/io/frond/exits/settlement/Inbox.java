package io.frond.exits.settlement;

import io.frond.core.inbox.InboxEntry;
import io.frond.core.inbox.InboxPayload;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.vm.Account;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The inbox (exit protocol 3.1): entries in one order under a rolling hash, each with the time by
 * which it is due, fixed when it joins. What consumes entries moves cursors and touches no entry.
 */
final class Inbox {
  private final State state;
  private final Cells cells;
  private final Funds funds;
  private final Bytes32 start;

  Inbox(State state, Funds funds) {
    this.state = state;
    this.cells = state.cells();
    this.funds = funds;
    this.start = InboxEntry.startOfInbox(state.suite(), state.domain());
  }

  long length() {
    return cells.number(Keys.LENGTH);
  }

  long committedTo() {
    return cells.number(Keys.COMMITTED_TO);
  }

  void setCommittedTo(long index) {
    cells.setNumber(Keys.COMMITTED_TO, index);
  }

  long finalizedTo() {
    return cells.number(Keys.FINALIZED_TO);
  }

  /** What the next entry costs. */
  long nextFee() {
    return state.config().money().fee(length() - committedTo());
  }

  Optional<InboxRecord> find(long index) {
    return cells.get(Keys.entry(index)).map(InboxRecord::decode);
  }

  InboxRecord at(long index) {
    return find(index).orElseThrow(() -> new IllegalStateException("no inbox entry " + index));
  }

  /** The rolling hash before an entry; empty if the inbox is shorter. */
  Optional<Bytes32> rollingHash(long index) {
    return index == 0 ? Optional.of(start) : find(index - 1).map(InboxRecord::rollingHash);
  }

  /** When anybody may freeze if an entry has not been consumed. */
  long freezeAt(InboxRecord entry) {
    SettlementParams.Deadlines deadlines = state.config().params().deadlines();
    return entry.due() + (deadlines.freeze() - deadlines.inclusion());
  }

  /** The first entry that no committed batch consumed. */
  Optional<InboxRecord> head() {
    long head = committedTo();
    return head < length() ? find(head) : Optional.empty();
  }

  /** Appends an entry for which the caller pays; gives its index. */
  long enqueue(InboxPayload payload, long maxFee, CallContext context) {
    long index = length();
    long pending = index - committedTo();
    long fee = state.config().money().fee(pending);
    Refusal.unless(fee <= maxFee, Rule.FEE, "a limit of at least " + fee, maxFee);
    funds.receive(context.caller(), fee);
    InboxEntry entry = new InboxEntry(index, context.now(), payload);
    InboxRecord stored = store(entry, due(pending, context.now()), fee, context.caller());
    state.emit(
        new SettlementEvent.Enqueued(entry, stored.due(), freezeAt(stored), fee, context.caller()));
    return index;
  }

  /**
   * Appends a request, or names the entry with which the same one is pending. Its slot belongs to
   * the authorised account, so nobody occupies it for another.
   */
  void enqueueOnce(Bytes request, InboxPayload payload, long maxFee, CallContext context) {
    Bytes slot = Keys.pendingRequest(request);
    long next = cells.number(slot);
    if (next > committedTo()) {
      state.emit(new SettlementEvent.AlreadyPending(next - 1));
    } else {
      cells.setNumber(slot, enqueue(payload, maxFee, context) + 1);
    }
  }

  /** The entries before {@code to} are final: their fees are earned or burned. */
  void finalizeTo(long to, Account proposer) {
    long from = finalizedTo();
    long earned = state.config().money().baseFee() * (to - from);
    funds.give(proposer, earned);
    funds.burn(feesTo(to) - feesTo(from) - earned);
    cells.setNumber(Keys.FINALIZED_TO, to);
  }

  private long feesTo(long index) {
    return index == 0 ? 0 : at(index - 1).feesTo();
  }

  private long due(long pending, long now) {
    SettlementParams params = state.config().params();
    long perBlock = params.capacity().entriesPerBlock();
    long backlog = (pending + perBlock - 1) / perBlock;
    long own = state.operatorClock(now) + params.deadlines().inclusion() + backlog;
    return Math.max(cells.number(Keys.LAST_DUE), own);
  }

  private InboxRecord store(InboxEntry entry, long due, long fee, Account payer) {
    Bytes32 before =
        rollingHash(entry.index())
            .orElseThrow(() -> new IllegalStateException("a gap before " + entry.index()));
    InboxRecord stored =
        new InboxRecord(
            entry,
            entry.rollingHash(state.suite(), before),
            due,
            feesTo(entry.index()) + fee,
            fee,
            payer);
    cells.put(Keys.entry(entry.index()), stored.encode());
    cells.setNumber(Keys.LENGTH, entry.index() + 1);
    cells.setNumber(Keys.LAST_DUE, due);
    return stored;
  }
}
