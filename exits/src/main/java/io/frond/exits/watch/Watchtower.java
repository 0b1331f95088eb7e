package io.frond.exits.watch;

import io.frond.core.parent.BatchStatus;
import io.frond.core.parent.ParentAnswer;
import io.frond.core.parent.ParentReader;
import io.frond.core.parent.SettlementStatus;
import io.frond.core.parent.SettlementStatus.Mode;
import io.frond.exits.settlement.SettlementCall;
import io.frond.exits.settlement.SettlementCaller;
import io.frond.exits.settlement.SettlementParams;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Does for everybody what the settlement lets anybody do: it challenges a wrong batch, makes right
 * ones final, freezes a chain that leaves an entry waiting too long, and seals it. It makes nothing
 * final that it did not execute itself. One honest tower that is awake within the window is what
 * evidence by re-execution asks for (A3).
 *
 * <p>Each {@link #step} does what is due at the parent's newest block and sends nothing twice at
 * the same block. For one thread.
 */
public final class Watchtower {
  private final ChainFollower follower;
  private final ParentReader parent;
  private final SettlementCaller caller;
  private final SettlementParams.Deadlines deadlines;
  private final WaitingEntry waitingEntry;
  private final List<Bytes> sentAtHead = new ArrayList<>();
  private Bytes32 head = Bytes32.ZERO;

  /**
   * What one step did.
   *
   * @param finding where following stopped
   * @param sent what was sent, in order
   */
  public record Round(Finding finding, List<Sent> sent) {
    /** A round of these parts. */
    public Round {
      sent = List.copyOf(sent);
    }
  }

  /**
   * A call and what became of it.
   *
   * @param call the call
   * @param answer the answer
   */
  public record Sent(SettlementCall call, ParentAnswer answer) {}

  /**
   * A tower.
   *
   * @param follower follows the chain; steps of the tower move it
   * @param parent the parent that it follows
   * @param caller the tower's own way in; challenging costs it no bond and earns half of the
   *     cheater's
   * @param deadlines the times of the settlement
   */
  public Watchtower(
      ChainFollower follower,
      ParentReader parent,
      SettlementCaller caller,
      SettlementParams.Deadlines deadlines) {
    this.follower = follower;
    this.parent = parent;
    this.caller = caller;
    this.deadlines = deadlines;
    this.waitingEntry = new WaitingEntry(parent);
  }

  /**
   * Follows as far as there are batches, then does what is due.
   *
   * @throws io.frond.core.parent.ParentUnavailableException if the parent cannot be read; the step
   *     can be repeated
   */
  public Round step() {
    Bytes32 now = parent.head().hash();
    if (!now.equals(head)) {
      head = now;
      sentAtHead.clear();
    }
    Finding finding = follower.catchUp();
    List<Sent> sent = new ArrayList<>();
    if (finding instanceof Finding.Fraud fraud) {
      send(fraud.block().challenge(follower.rules().suite()), sent);
    }
    finalizeReady(sent);
    close(sent);
    return new Round(finding, sent);
  }

  private void finalizeReady(List<Sent> sent) {
    SettlementStatus.Batches batches = parent.settlement().batches();
    long last = Math.min(follower.number(), batches.lastCommitted());
    long ready = batches.lastFinal();
    while (ready < last && isReady(ready + 1)) {
      ready++;
    }
    if (ready > batches.lastFinal()) {
      send(new SettlementCall.FinalizeThrough(ready), sent);
    }
  }

  private boolean isReady(long number) {
    long next = parent.head().height() + 1;
    return parent
        .batch(number)
        .map(BatchStatus::committedAt)
        .filter(committedAt -> next >= committedAt + deadlines.window())
        .isPresent();
  }

  private void close(List<Sent> sent) {
    SettlementStatus status = parent.settlement();
    if ((status.mode() == Mode.ACTIVE || status.mode() == Mode.SUNSETTING)
        && isLeftWaiting(status)) {
      send(new SettlementCall.Freeze(), sent);
      status = parent.settlement();
    }
    if (status.mode() == Mode.FREEZING
        && status.batches().lastFinal() == status.batches().lastCommitted()) {
      send(new SettlementCall.Seal(), sent);
    }
  }

  private boolean isLeftWaiting(SettlementStatus status) {
    OptionalLong freezeAt = waitingEntry.freezeAt(status.inbox().committedTo());
    return freezeAt.isPresent() && status.operatorClock() >= freezeAt.getAsLong();
  }

  private void send(SettlementCall call, List<Sent> sent) {
    Bytes encoded = call.encode();
    if (!sentAtHead.contains(encoded)) {
      sentAtHead.add(encoded);
      sent.add(new Sent(call, caller.call(call)));
    }
  }
}
