package io.frond.examples.chess.run;

import io.frond.core.inbox.InboxEntry;
import io.frond.core.inbox.InboxPayload;
import io.frond.exits.parent.LocalParent;
import io.frond.exits.settlement.SettlementView.TimedEntry;
import io.frond.vm.Account;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the parent's inbox holds, by account.
 *
 * @param deposits the last deposit for an account
 * @param forcedExits the last request of an account to leave
 */
record InboxBook(Map<Account, TimedEntry> deposits, Map<Account, TimedEntry> forcedExits) {
  static InboxBook of(LocalParent parent) {
    Map<Account, TimedEntry> deposits = new HashMap<>();
    Map<Account, TimedEntry> forcedExits = new HashMap<>();
    long index = 0;
    Optional<TimedEntry> next = parent.view().entry(index);
    while (next.isPresent()) {
      InboxPayload payload = next.get().entry().payload();
      if (payload instanceof InboxPayload.Deposit deposit) {
        deposits.put(deposit.account(), next.get());
      } else if (payload instanceof InboxPayload.ForcedExit exit) {
        forcedExits.put(exit.account(), next.get());
      }
      index++;
      next = parent.view().entry(index);
    }
    return new InboxBook(deposits, forcedExits);
  }

  boolean hasDeposit(Player player) {
    return deposits.containsKey(player.account());
  }

  boolean hasForcedExit(Player player) {
    return forcedExits.containsKey(player.account());
  }

  static boolean isForcedExit(InboxEntry entry) {
    return entry.payload() instanceof InboxPayload.ForcedExit;
  }
}
