package io.frond.exits.bank;

import io.frond.exits.store.SettlementStore;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.ByteWriter;
import java.math.BigInteger;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Well-behaved tokens whose books are in a store, so that a reorganisation takes their moves back
 * with everything else. Its keys begin with 0xb0 and 0xb1.
 */
public final class StoredBank implements Bank {
  private static final int BALANCE = 0xb0;
  private static final int OWNER = 0xb1;

  private final SettlementStore store;

  /** A bank over this store. */
  public StoredBank(SettlementStore store) {
    this.store = store;
  }

  /**
   * Gives an account units out of nothing, or takes them.
   *
   * @throws IllegalArgumentException if {@code units} is negative
   */
  public void setBalance(Account holder, AssetId asset, BigInteger units) {
    if (units.signum() < 0) {
      throw new IllegalArgumentException("balance: expected at least 0, actual " + units);
    }
    Bytes key = balanceKey(holder, asset);
    if (units.signum() == 0) {
      store.remove(key);
    } else {
      store.put(key, Bytes.wrap(units.toByteArray()));
    }
  }

  /** Gives an item to somebody, whoever had it. */
  public void setOwner(AssetId collection, Bytes32 id, Account owner) {
    store.put(ownerKey(collection, id), owner.toBytes());
  }

  @Override
  public BigInteger balance(Account holder, AssetId asset) {
    return store
        .get(balanceKey(holder, asset))
        .map(units -> new BigInteger(units.toArrayUnsafe()))
        .orElse(BigInteger.ZERO);
  }

  @Override
  public boolean transfer(Account from, Account to, AssetId asset, BigInteger units) {
    BigInteger rest = balance(from, asset).subtract(units);
    if (units.signum() < 0 || rest.signum() < 0) {
      return false;
    }
    setBalance(from, asset, rest);
    setBalance(to, asset, balance(to, asset).add(units));
    return true;
  }

  @Override
  public Optional<Account> owner(AssetId collection, Bytes32 id) {
    return store.get(ownerKey(collection, id)).map(Account::of);
  }

  @Override
  public boolean transferItem(Account from, Account to, AssetId collection, Bytes32 id) {
    if (!owner(collection, id).equals(Optional.of(from))) {
      return false;
    }
    setOwner(collection, id, to);
    return true;
  }

  @Override
  public boolean mint(Account to, AssetId collection, Bytes32 id) {
    if (owner(collection, id).isPresent()) {
      return false;
    }
    setOwner(collection, id, to);
    return true;
  }

  private static Bytes balanceKey(Account holder, AssetId asset) {
    return new ByteWriter(64).u8(BALANCE).account(holder).asset(asset).toBytes();
  }

  private static Bytes ownerKey(AssetId collection, Bytes32 id) {
    return new ByteWriter(72).u8(OWNER).asset(collection).raw(id).toBytes();
  }
}
