package io.frond.examples.chess.run;

import io.frond.core.inbox.InboxPayload;
import io.frond.core.parent.ParentEvent;
import io.frond.exits.parent.LocalParent;
import io.frond.exits.settlement.SettlementEvent;
import io.frond.exits.settlement.SettlementEvent.Credited;
import io.frond.exits.settlement.SettlementEvent.Enqueued;
import io.frond.exits.settlement.SettlementEvent.Finalized;
import io.frond.exits.settlement.SettlementEvent.PaidOut;
import io.frond.exits.settlement.SettlementEvent.Source.Kind;
import io.frond.vm.Account;
import java.util.HashMap;
import java.util.Map;

/** What the parent says that happened, event by event. */
final class ParentBooks {
  private final Map<Account, Lines> lines = new HashMap<>();
  private final Map<Long, Long> finalizedAt = new HashMap<>();
  private final Map<Long, Long> firstRequestAt = new HashMap<>();

  /** What the parent says of one account, in quanta and parent blocks. */
  static final class Lines {
    private long deposited;
    private long claimed;
    private long escaped;
    private long paidOut;
    private long requestedAt = -1;
    private long requestIndex;
    private long creditedAt;
    private long batch;

    long deposited() {
      return deposited;
    }

    /** What came by withdrawals in batches. */
    long claimed() {
      return claimed;
    }

    /** What came by claims of the snapshot and by refunds. */
    long escaped() {
      return escaped;
    }

    long paidOut() {
      return paidOut;
    }

    boolean hasRequested() {
      return requestedAt >= 0;
    }

    /** The batch of its last withdrawal, 0 if there is none. */
    long batch() {
      return batch;
    }

    /** The parent block of its last credit. */
    long creditedAt() {
      return creditedAt;
    }

    /** From the forced exit to the last credit. */
    long waited() {
      return creditedAt - requestedAt;
    }
  }

  private ParentBooks() {}

  static ParentBooks of(LocalParent parent) {
    ParentBooks books = new ParentBooks();
    for (ParentEvent event : parent.events(0)) {
      books.take(event.height(), SettlementEvent.decode(event.event()));
    }
    return books;
  }

  private void take(long height, SettlementEvent event) {
    if (event instanceof Enqueued enqueued) {
      take(height, enqueued);
    } else if (event instanceof Credited credited) {
      Lines account = of(credited.account());
      account.creditedAt = height;
      if (credited.source().kind() == Kind.WITHDRAWAL) {
        account.batch = credited.source().reference().slice(24).toLong();
        account.claimed += credited.amount();
      } else {
        account.escaped += credited.amount();
      }
    } else if (event instanceof PaidOut paid) {
      of(paid.account()).paidOut += paid.amount();
    } else if (event instanceof Finalized batch) {
      finalizedAt.put(batch.number(), height);
    }
  }

  private void take(long height, Enqueued enqueued) {
    InboxPayload payload = enqueued.entry().payload();
    if (payload instanceof InboxPayload.Deposit deposit) {
      of(deposit.account()).deposited += deposit.amount();
    } else if (payload instanceof InboxPayload.ForcedExit exit) {
      Lines account = of(exit.account());
      account.requestedAt = height;
      account.requestIndex = enqueued.entry().index();
      var unused = firstRequestAt.putIfAbsent(height, account.requestIndex);
    }
  }

  /** What the parent says of an account. */
  Lines of(Account account) {
    return lines.computeIfAbsent(account, none -> new Lines());
  }

  /** The parent block in which a batch became final. */
  long finalizedAt(long batch) {
    return finalizedAt.getOrDefault(batch, 0L);
  }

  /** How many entries are ahead of an account's request: those of the same parent block. */
  long requestsAhead(Lines account) {
    return account.requestIndex - firstRequestAt.getOrDefault(account.requestedAt, 0L);
  }
}
