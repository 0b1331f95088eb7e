package io.frond.exits.settlement;

import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.exits.settlement.SettlementEvent.FundsMoved;
import io.frond.vm.Account;

/**
 * Money for fees and bonds, apart from custody. What is locked, owed as a fee or burned belongs to
 * no account.
 */
final class Funds {
  private final State state;
  private final Vault vault;

  Funds(State state, Vault vault) {
    this.state = state;
    this.vault = vault;
  }

  long of(Account account) {
    return state.cells().number(Keys.funds(account));
  }

  /** The caller brings money. */
  void post(Account caller, long amount) {
    Refusal.unless(amount > 0, Rule.FUNDS, "an amount above 0", amount);
    receive(caller, amount);
    give(caller, amount);
  }

  /**
   * Takes money from outside. All money here together stays below 2^63, so that no book of a part
   * of it can overflow.
   */
  void receive(Account from, long amount) {
    long room = Long.MAX_VALUE - state.cells().number(Keys.MONEY);
    Refusal.unless(amount <= room, Rule.FUNDS, "at most " + room, amount);
    state.cells().add(Keys.MONEY, amount);
    vault.takeMoney(from, amount);
  }

  /** The caller takes money. */
  void collect(Account caller, long amount, Account to) {
    Refusal.unless(amount > 0, Rule.FUNDS, "an amount above 0", amount);
    take(caller, amount);
    state.cells().add(Keys.MONEY, -amount);
    vault.payMoney(to, amount);
  }

  void give(Account account, long amount) {
    if (amount > 0) {
      state.cells().add(Keys.funds(account), amount);
      state.emit(new FundsMoved(account, amount));
    }
  }

  /** Takes what an account has; refused if it has less. */
  void take(Account account, long amount) {
    long funds = of(account);
    Refusal.unless(funds >= amount, Rule.FUNDS, amount, funds);
    if (amount > 0) {
      state.cells().add(Keys.funds(account), -amount);
      state.emit(new FundsMoved(account, -amount));
    }
  }

  /** Money that nobody will ever have. */
  void burn(long amount) {
    state.cells().add(Keys.BURNED, amount);
  }
}
