package io.frond.exits.settlement;

import io.frond.exits.settlement.SettlementEvent.Cause;
import io.frond.vm.Account;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Takes back a wrong batch and all after it. It costs the same however many they are: their records
 * stay, and are no longer those of their numbers.
 */
final class Rewinds {
  private final State state;
  private final Cells cells;
  private final Batches batches;
  private final Inbox inbox;

  Rewinds(State state, Batches batches, Inbox inbox) {
    this.state = state;
    this.cells = state.cells();
    this.batches = batches;
    this.inbox = inbox;
  }

  void rewind(Bytes32 hash, BatchRecord wrong, Cause cause, CallContext context) {
    Account culprit = wrong.commitment().proposer();
    cells.setNumber(Keys.LAST_COMMITTED, wrong.number() - 1);
    inbox.setCommittedTo(wrong.header().inbox().from());
    batches.raiseEpoch();
    cells.set(Keys.PROPOSER_OPEN);
    batches.store(hash, wrong.with(new BatchRecord.Status.Rewound(culprit)));
    if (wrong.commitment().byOperator()) {
      noteFraud(context.now());
    }
    state.emit(
        new SettlementEvent.Rewound(
            wrong.number(), hash, batches.epoch(), cause, context.caller()));
  }

  /** Two frauds of the operator's own batches within the window allow a freeze from then on. */
  private void noteFraud(long now) {
    long last = cells.number(Keys.LAST_FRAUD);
    if (last > 0 && now - last <= state.config().params().protection().fraudWindow()) {
      cells.set(Keys.FRAUD_FREEZE);
    }
    cells.setNumber(Keys.LAST_FRAUD, now);
  }
}
