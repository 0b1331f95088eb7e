package io.frond.exits.bank;

import io.frond.vm.Account;
import io.frond.vm.AssetId;
import java.math.BigInteger;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The tokens of the parent as a settlement meets them: foreign code that may refuse, move less than
 * it was asked to, or lie. Nothing is believed but a balance before and after. Never throws.
 */
public interface Bank {
  /** How many units of an asset somebody holds. */
  BigInteger balance(Account holder, AssetId asset);

  /**
   * Moves units, if it does.
   *
   * @return false if it says that it did not
   */
  boolean transfer(Account from, Account to, AssetId asset, BigInteger units);

  /** Who holds an item; empty if nobody. */
  Optional<Account> owner(AssetId collection, Bytes32 id);

  /**
   * Moves an item, if it does.
   *
   * @return false if it says that it did not
   */
  boolean transferItem(Account from, Account to, AssetId collection, Bytes32 id);

  /**
   * Makes an item that was born on the chain.
   *
   * @return false if it says that it did not
   */
  boolean mint(Account to, AssetId collection, Bytes32 id);
}
