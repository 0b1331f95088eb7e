package io.frond.exits.settlement;

import io.frond.core.chain.Asset;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.exits.settlement.SettlementEvent.PaidOut;

/** Pays credits out. The books move first; if the bank does not pay, all of it is taken back. */
final class Payouts {
  private final State state;
  private final Books books;
  private final Items items;
  private final Vault vault;

  Payouts(State state, Books books, Items items, Vault vault) {
    this.state = state;
    this.books = books;
    this.items = items;
    this.vault = vault;
  }

  void withdraw(SettlementCall.Withdraw call, CallContext context) {
    state.requireActsFor(call.account(), context.caller());
    Asset asset = books.declared(call.asset());
    if (asset.isFungible()) {
      Refusal.unless(call.item().isZero(), Rule.ASSET, "no item", call.item());
      long quanta = books.payOut(call.account(), asset);
      state.emit(new PaidOut(call.account(), call.asset(), quanta, call.item(), call.to()));
      vault.pay(call.to(), asset, quanta);
      return;
    }
    boolean isHere = items.payOut(asset, call.item(), call.account());
    state.emit(new PaidOut(call.account(), call.asset(), 1, call.item(), call.to()));
    if (isHere) {
      vault.payItem(call.to(), asset, call.item());
    } else {
      vault.mint(call.to(), asset, call.item());
    }
  }
}
