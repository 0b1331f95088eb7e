package io.frond.core.outbox;

import io.frond.core.hash.HashSuite;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Value that left the ledger and waits on the parent: {@code account 20 ‖ asset 32 ‖ amount u64 ‖
 * item 32}.
 *
 * @param account whose credit it becomes
 * @param asset the fungible asset or the collection
 * @param amount quanta, 1 to 2^63-1; 1 for an item
 * @param item the item, zero if the asset is fungible
 */
public record Withdrawal(Account account, AssetId asset, long amount, Bytes32 item) {
  /**
   * A withdrawal of these parts.
   *
   * @throws IllegalArgumentException if the amount is out of range
   */
  public Withdrawal {
    if (amount < 1 || (amount > 1 && !item.isZero())) {
      throw new IllegalArgumentException(
          "withdrawal: expected 1 to 2^63-1 quanta, 1 of an item; actual " + amount);
    }
  }

  /** A withdrawal of quanta. */
  public static Withdrawal of(Account account, AssetId asset, long quanta) {
    return new Withdrawal(account, asset, quanta, Bytes32.ZERO);
  }

  /**
   * Reads what {@link #write} writes.
   *
   * @throws io.frond.vm.DecodeException if it is anything else
   */
  public static Withdrawal read(ByteReader in) {
    Account account = in.account();
    AssetId asset = in.asset();
    long amount = in.u64();
    Bytes32 item = in.bytes32();
    try {
      return new Withdrawal(account, asset, amount, item);
    } catch (IllegalArgumentException e) {
      throw in.error(String.valueOf(e.getMessage()));
    }
  }

  /** Writes the one encoding of this withdrawal. */
  public void write(ByteWriter out) {
    out.account(account).asset(asset).u64(amount).raw(item);
  }

  /**
   * The leaf at {@code index} of the tree of batch {@code batch}: {@code H(0x30 ‖ domain ‖ batch
   * u64 ‖ index u32 ‖ account ‖ asset ‖ amount ‖ item)}.
   */
  public Bytes32 leaf(HashSuite suite, Bytes32 domain, long batch, int index) {
    ByteWriter out = new ByteWriter(160).raw(domain).u64(batch).u32(index);
    write(out);
    return suite.newHasher().u8(0x30).raw(out.array(), 0, out.size()).digest();
  }
}
