package io.frond.exits.settlement;

import io.frond.core.hash.HashSuite;
import io.frond.core.parent.SettlementStatus.Mode;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.exits.settlement.SettlementEvent.ModeChanged;
import io.frond.vm.Account;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * What every rule needs: the config, the cells, the mode, the operator's clock, and the events of
 * the call under way.
 */
final class State {
  private final SettlementConfig config;
  private final Cells cells;
  private final Bytes32 domain;
  private List<SettlementEvent> events = new ArrayList<>();

  State(SettlementConfig config, Cells cells) {
    this.config = config;
    this.cells = cells;
    this.domain = config.domainHash();
  }

  SettlementConfig config() {
    return config;
  }

  HashSuite suite() {
    return config.suite();
  }

  Cells cells() {
    return cells;
  }

  Bytes32 domain() {
    return domain;
  }

  Mode mode() {
    return SettlementEventCodec.MODES.get((int) cells.number(Keys.MODE));
  }

  void setMode(Mode mode, Bytes32 snapshot) {
    cells.setNumber(Keys.MODE, SettlementEventCodec.MODES.indexOf(mode));
    emit(new ModeChanged(mode, snapshot));
  }

  void requireMode(Mode... allowed) {
    Mode mode = mode();
    for (Mode one : allowed) {
      if (one == mode) {
        return;
      }
    }
    throw Refusal.of(Rule.MODE, List.of(allowed), mode);
  }

  /** The operator's clock: {@code now} less the blocks paused so far, of which there are none. */
  long operatorClock(long now) {
    return now;
  }

  void requireActsFor(Account account, Account caller) {
    if (caller.equals(account)) {
      return;
    }
    Account recipient = cells.get(Keys.recipient(account)).map(Account::of).orElse(account);
    Refusal.unlessEqual(recipient, caller, Rule.AUTHORISATION);
  }

  void setRecipient(Account account, Account recipient) {
    Bytes key = Keys.recipient(account);
    if (recipient.equals(account)) {
      cells.remove(key);
    } else {
      cells.put(key, recipient.toBytes());
    }
    emit(new SettlementEvent.RecipientSet(account, recipient));
  }

  void emit(SettlementEvent event) {
    events.add(event);
  }

  /** How many events the call has so far. */
  int eventCount() {
    return events.size();
  }

  /** Forgets the events after the first so many. */
  void dropEvents(int from) {
    events.subList(from, events.size()).clear();
  }

  List<SettlementEvent> takeEvents() {
    List<SettlementEvent> taken = events;
    events = new ArrayList<>();
    return taken;
  }
}
