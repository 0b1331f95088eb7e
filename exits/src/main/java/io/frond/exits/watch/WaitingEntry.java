package io.frond.exits.watch;

import io.frond.core.inbox.InboxEntry;
import io.frond.core.parent.ParentEvent;
import io.frond.core.parent.ParentReader;
import io.frond.exits.settlement.SettlementEvent;
import java.util.List;
import java.util.OptionalLong;
import org.apache.tuweni.bytes.Bytes;

/** The first inbox entry that no batch consumed, and from when it lets anybody freeze the chain. */
final class WaitingEntry {
  private final ParentReader parent;
  private Bytes known = Bytes.EMPTY;
  private OptionalLong freezeAt = OptionalLong.empty();

  WaitingEntry(ParentReader parent) {
    this.parent = parent;
  }

  /**
   * From when on the operator's clock the chain can be frozen, because the entry at {@code index}
   * still waits; empty if there is no such entry.
   */
  OptionalLong freezeAt(long index) {
    List<Bytes> entries = parent.inboxEntries(index, 1, 0);
    if (entries.isEmpty()) {
      return OptionalLong.empty();
    }
    // An entry never changes what it once was given, so one look at the events is enough; after a
    // reorganisation it is another entry.
    if (!entries.get(0).equals(known)) {
      freezeAt = inEvents(InboxEntry.decode(entries.get(0)));
      known = entries.get(0);
    }
    return freezeAt;
  }

  private OptionalLong inEvents(InboxEntry entry) {
    for (ParentEvent event : parent.events(entry.enqueuedAt())) {
      if (SettlementEvent.decode(event.event()) instanceof SettlementEvent.Enqueued enqueued
          && enqueued.entry().equals(entry)) {
        return OptionalLong.of(enqueued.freezeAt());
      }
    }
    return OptionalLong.empty();
  }
}
