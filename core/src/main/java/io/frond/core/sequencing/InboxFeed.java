package io.frond.core.sequencing;

import io.frond.core.inbox.InboxEntry;
import io.frond.core.parent.ParentReader;
import io.frond.core.parent.ParentUnavailableException;
import java.util.ArrayDeque;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;

/** The confirmed inbox entries that come next, read ahead. For the stepping thread. */
public final class InboxFeed {
  private static final int READ_AHEAD = 256;

  private final ParentReader parent;
  private final InboxPolicy policy;
  private final long confirmations;
  private final ArrayDeque<InboxEntry> ahead = new ArrayDeque<>();

  /** A feed that has read nothing yet. */
  public InboxFeed(ParentReader parent, InboxPolicy policy, long confirmations) {
    this.parent = parent;
    this.policy = policy;
    this.confirmations = confirmations;
  }

  /**
   * Reads on.
   *
   * @param next the first entry that the chain has not consumed
   */
  public void refill(long next) {
    while (!ahead.isEmpty() && ahead.peek().index() != next) {
      // After a rewind, what was read ahead is not what comes next.
      ahead.remove();
    }
    long from = ahead.isEmpty() ? next : ahead.getLast().index() + 1;
    int room = READ_AHEAD - ahead.size();
    if (room < READ_AHEAD / 2) {
      return;
    }
    try {
      for (Bytes encoded : parent.inboxEntries(from, room, confirmations)) {
        ahead.add(InboxEntry.decode(encoded));
      }
    } catch (ParentUnavailableException later) {
      // What was read before is as good as ever.
    }
  }

  /** The entry that comes next, if the policy takes it now. */
  public Optional<InboxEntry> peek() {
    return Optional.ofNullable(ahead.peek()).filter(policy::takes);
  }

  /** Passes the entry that {@link #peek} gave. */
  public void pass() {
    ahead.remove();
  }
}
