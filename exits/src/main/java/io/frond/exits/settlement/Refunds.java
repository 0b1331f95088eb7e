package io.frond.exits.settlement;

import io.frond.core.chain.Asset;
import io.frond.core.inbox.InboxPayload;
import io.frond.core.parent.SettlementStatus.Mode;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.exits.settlement.SettlementEvent.Source;
import io.frond.vm.Account;
import org.apache.tuweni.bytes.Bytes;

/**
 * Gives back what no final batch consumed: only once FROZEN, because before it a batch could still
 * consume the deposit that was paid back.
 */
final class Refunds {
  private final State state;
  private final Inbox inbox;
  private final Books books;
  private final Items items;
  private final DepositSums deposits;
  private final Funds funds;

  Refunds(State state, Inbox inbox, Books books, Items items, DepositSums deposits, Funds funds) {
    this.state = state;
    this.inbox = inbox;
    this.books = books;
    this.items = items;
    this.deposits = deposits;
    this.funds = funds;
  }

  void refund(long index) {
    state.requireMode(Mode.FROZEN);
    boolean isOpen = index >= inbox.finalizedTo() && index < inbox.length();
    Refusal.unless(isOpen, Rule.ENTRY, inbox.finalizedTo() + " to below " + inbox.length(), index);
    Bytes nullifier = Keys.refunded(index);
    Refusal.unless(!state.cells().isSet(nullifier), Rule.SPENT, "once", index);
    state.cells().set(nullifier);
    InboxRecord entry = inbox.at(index);
    funds.give(entry.payer(), entry.fee());
    if (entry.entry().payload() instanceof InboxPayload.Deposit deposit) {
      giveBack(deposit, entry.payer(), Source.of(Source.Kind.REFUND, index, 0));
    }
  }

  private void giveBack(InboxPayload.Deposit deposit, Account depositor, Source source) {
    Asset asset = books.declared(deposit.asset());
    if (asset.isFungible()) {
      deposits.refund(asset.index(), deposit.amount());
      books.credit(depositor, asset, deposit.amount(), source);
    } else {
      items.giveBack(asset, deposit.item(), depositor, source);
    }
  }
}
