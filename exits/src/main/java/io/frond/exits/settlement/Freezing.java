package io.frond.exits.settlement;

import io.frond.core.parent.SettlementStatus.Mode;
import io.frond.exits.settlement.SettlementError.Rule;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes32;

/** The way to FROZEN (exit protocol 3.4). Nothing leads back. */
final class Freezing {
  private final State state;
  private final Batches batches;
  private final Inbox inbox;

  Freezing(State state, Batches batches, Inbox inbox) {
    this.state = state;
    this.batches = batches;
    this.inbox = inbox;
  }

  /**
   * Anybody freezes when the first entry waited too long, or two frauds of the operator's own were
   * proved within the window. A retired verifier and a matured sunset join with their issue.
   */
  void freeze(CallContext context) {
    state.requireMode(Mode.ACTIVE, Mode.SUNSETTING);
    if (!state.cells().isSet(Keys.FRAUD_FREEZE)) {
      long clock = state.operatorClock(context.now());
      Optional<Long> freezeAt = inbox.head().map(inbox::freezeAt);
      Refusal.unless(
          freezeAt.isPresent() && clock >= freezeAt.get(),
          Rule.NOT_FREEZABLE,
          freezeAt.map(at -> "from " + at).orElse("an entry that waits"),
          clock);
    }
    state.setMode(Mode.FREEZING, Bytes32.ZERO);
  }

  /** Takes the last final state as the snapshot, once the batches under way have resolved. */
  void seal() {
    state.requireMode(Mode.FREEZING);
    long pending = batches.lastCommitted() - batches.lastFinal();
    Refusal.unless(pending == 0, Rule.BATCHES_PENDING, 0, pending);
    Bytes32 snapshot = batches.tip(batches.lastFinal()).postRoot();
    state.cells().put(Keys.SNAPSHOT, snapshot);
    state.setMode(Mode.FROZEN, snapshot);
  }
}
