package io.frond.exits.settlement;

import io.frond.core.chain.Asset;
import io.frond.exits.bank.Bank;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import java.math.BigInteger;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The only door to the bank. It believes no answer: what came in is the difference of balances, and
 * a payment that did not leave refuses the whole call (so nobody pays the custodian itself).
 */
final class Vault {
  private final SettlementConfig config;
  private final Bank bank;

  Vault(SettlementConfig config, Bank bank) {
    this.config = config;
    this.bank = bank;
  }

  void takeMoney(Account from, long amount) {
    take(from, config.money().asset(), units(amount, config.money().quantum()));
  }

  void payMoney(Account to, long amount) {
    pay(to, config.money().asset(), units(amount, config.money().quantum()));
  }

  void take(Account from, Asset asset, long quanta) {
    take(from, asset.id(), units(quanta, asset.quantum()));
  }

  void pay(Account to, Asset asset, long quanta) {
    pay(to, asset.id(), units(quanta, asset.quantum()));
  }

  void takeItem(Account from, Asset collection, Bytes32 id) {
    Optional<Account> owner = bank.owner(collection.id(), id);
    Refusal.unless(owner.equals(Optional.of(from)), Rule.TRANSFER, from, owner);
    bank.transferItem(from, config.custodian(), collection.id(), id);
    requireOwner(config.custodian(), collection, id);
  }

  void payItem(Account to, Asset collection, Bytes32 id) {
    Refusal.unless(!to.equals(config.custodian()), Rule.TRANSFER, "somebody else", to);
    bank.transferItem(config.custodian(), to, collection.id(), id);
    requireOwner(to, collection, id);
  }

  void mint(Account to, Asset collection, Bytes32 id) {
    Refusal.unless(!to.equals(config.custodian()), Rule.TRANSFER, "somebody else", to);
    boolean minted = bank.mint(to, collection.id(), id);
    Refusal.unless(minted, Rule.TRANSFER, "a new item", id);
    requireOwner(to, collection, id);
  }

  private void take(Account from, AssetId asset, BigInteger units) {
    if (units.signum() == 0) {
      return;
    }
    BigInteger before = bank.balance(config.custodian(), asset);
    boolean moved = bank.transfer(from, config.custodian(), asset, units);
    BigInteger came = bank.balance(config.custodian(), asset).subtract(before);
    Refusal.unless(moved && came.equals(units), Rule.TRANSFER, units, came);
  }

  private void pay(Account to, AssetId asset, BigInteger units) {
    if (units.signum() == 0) {
      return;
    }
    BigInteger before = bank.balance(config.custodian(), asset);
    boolean moved = bank.transfer(config.custodian(), to, asset, units);
    BigInteger left = before.subtract(bank.balance(config.custodian(), asset));
    Refusal.unless(moved && left.equals(units), Rule.TRANSFER, units, left);
  }

  private void requireOwner(Account owner, Asset collection, Bytes32 id) {
    Optional<Account> actual = bank.owner(collection.id(), id);
    Refusal.unless(actual.equals(Optional.of(owner)), Rule.TRANSFER, owner, actual);
  }

  private static BigInteger units(long quanta, BigInteger quantum) {
    return BigInteger.valueOf(quanta).multiply(quantum);
  }
}
