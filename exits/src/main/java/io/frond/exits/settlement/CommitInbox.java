package io.frond.exits.settlement;

import io.frond.core.batch.BatchHeader.InboxSpan;
import io.frond.exits.settlement.SettlementError.Rule;
import java.util.Optional;

/**
 * What a commit owes to the inbox: the next entries, confirmed, none that is due left behind, and
 * nothing at all once freezing is due.
 */
final class CommitInbox {
  private final State state;
  private final Inbox inbox;

  CommitInbox(State state, Inbox inbox) {
    this.state = state;
    this.inbox = inbox;
  }

  /**
   * From {@code freezeAt} of the first entry on only a freeze is legal: otherwise every proven
   * fraud is answered by a commit in the same block, and the exit never comes.
   */
  void checkFreezeNotDue(long now) {
    Optional<InboxRecord> head = inbox.head();
    if (head.isPresent()) {
      long freezeAt = inbox.freezeAt(head.get());
      long clock = state.operatorClock(now);
      Refusal.unless(clock < freezeAt, Rule.FREEZE_DUE, "before " + freezeAt, clock);
    }
  }

  /** Whether the first entry should have been consumed by now. */
  boolean isHeadDue(long now) {
    long clock = state.operatorClock(now);
    return inbox.head().filter(head -> head.due() <= clock).isPresent();
  }

  void check(InboxSpan span, long now) {
    Refusal.unlessEqual(inbox.committedTo(), span.from(), Rule.INBOX_FROM);
    Refusal.unless(
        span.to() <= inbox.length(), Rule.INBOX_TO, "at most " + inbox.length(), span.to());
    long count = span.to() - span.from();
    long most = state.config().params().capacity().maxBatchEntries();
    Refusal.unless(count <= most, Rule.INBOX_COUNT, "at most " + most, count);
    if (count > 0) {
      checkConfirmed(span.to() - 1, now);
    }
    Refusal.unlessEqual(
        inbox.rollingHash(span.to()), Optional.of(span.rollingHash()), Rule.INBOX_HASH);
    if (count < most && span.to() < inbox.length()) {
      checkNotDue(span.to(), now);
    }
  }

  private void checkConfirmed(long last, long now) {
    long confirmations = state.config().params().deadlines().confirmations();
    long enqueuedAt = inbox.at(last).entry().enqueuedAt();
    Refusal.unless(
        enqueuedAt + confirmations <= now,
        Rule.INBOX_TO,
        "confirmed at " + (enqueuedAt + confirmations),
        now);
  }

  private void checkNotDue(long first, long now) {
    long due = inbox.at(first).due();
    long clock = state.operatorClock(now);
    Refusal.unless(due > clock, Rule.DUE_ENTRY, "entry " + first + " due " + due, clock);
  }
}
