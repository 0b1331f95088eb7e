package io.frond.exits.settlement;

import io.frond.core.chain.Asset;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.exits.settlement.SettlementEvent.Credited;
import io.frond.exits.settlement.SettlementEvent.Source;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Fungible custody, in quanta, for each asset: what is held, and how much of it is spoken for by
 * credits, open withdrawals and deposits that no final batch consumed. The rest is free: it covers
 * the claims of the last final state.
 */
final class Books {
  private final State state;
  private final Cells cells;
  private final DepositSums deposits;

  Books(State state, DepositSums deposits) {
    this.state = state;
    this.cells = state.cells();
    this.deposits = deposits;
  }

  /** The declared fungible asset of this identity. */
  Asset fungible(AssetId id) {
    Asset asset = declared(id);
    Refusal.unless(asset.isFungible(), Rule.ASSET, "a fungible asset", id);
    return asset;
  }

  /** The declared asset of this identity. */
  Asset declared(AssetId id) {
    return state
        .config()
        .assets()
        .find(id)
        .orElseThrow(() -> Refusal.of(Rule.ASSET, "a declared asset", id));
  }

  /** The declared fungible asset of this number. */
  Asset fungibleAt(int index) {
    return state
        .config()
        .assets()
        .at(index)
        .filter(Asset::isFungible)
        .orElseThrow(() -> Refusal.of(Rule.ASSET, "a declared fungible asset", index));
  }

  long custody(Asset asset) {
    return cells.number(Keys.custody(asset.index()));
  }

  long credits(Asset asset) {
    return cells.number(Keys.credits(asset.index()));
  }

  long openWithdrawals(Asset asset) {
    return cells.number(Keys.openWithdrawals(asset.index()));
  }

  long pendingDeposits(Asset asset) {
    return deposits.pending(asset.index(), cells.number(Keys.FINALIZED_TO));
  }

  long credit(Account account, Asset asset) {
    return cells.number(Keys.credit(account, asset.index()));
  }

  long open(long batch, Asset asset) {
    return cells.number(Keys.open(batch, asset.index()));
  }

  /** {@code custody - credits - openWithdrawals - pendingDeposits}. */
  long free(Asset asset) {
    return free(asset, cells.number(Keys.FINALIZED_TO));
  }

  /** {@link #free} as it will be once every entry before {@code finalizedTo} is consumed. */
  long free(Asset asset, long finalizedTo) {
    return custody(asset)
        - credits(asset)
        - openWithdrawals(asset)
        - deposits.pending(asset.index(), finalizedTo);
  }

  void takeIntoCustody(Asset asset, long quanta) {
    long custody = custody(asset);
    Refusal.unless(
        quanta <= Long.MAX_VALUE - custody,
        Rule.CUSTODY_FULL,
        "at most " + (Long.MAX_VALUE - custody),
        quanta);
    cells.add(Keys.custody(asset.index()), quanta);
  }

  /** Withdrawals of a final batch may now be claimed. */
  void open(long batch, Asset asset, long quanta) {
    cells.setNumber(Keys.open(batch, asset.index()), quanta);
    cells.add(Keys.openWithdrawals(asset.index()), quanta);
  }

  /** One of them is. */
  void claim(long batch, Asset asset, long quanta) {
    cells.add(Keys.open(batch, asset.index()), -quanta);
    cells.add(Keys.openWithdrawals(asset.index()), -quanta);
  }

  /** Adds to what an account may pull. */
  void credit(Account account, Asset asset, long quanta, Source source) {
    cells.add(Keys.credit(account, asset.index()), quanta);
    cells.add(Keys.credits(asset.index()), quanta);
    state.emit(new Credited(account, asset.id(), quanta, Bytes32.ZERO, source));
  }

  /** Takes all of a credit out, and out of custody. */
  long payOut(Account account, Asset asset) {
    long quanta = credit(account, asset);
    Refusal.unless(quanta > 0, Rule.CREDIT, "a credit", 0);
    cells.setNumber(Keys.credit(account, asset.index()), 0);
    cells.add(Keys.credits(asset.index()), -quanta);
    cells.add(Keys.custody(asset.index()), -quanta);
    return quanta;
  }
}
