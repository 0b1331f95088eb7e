package io.frond.core.ledger;

import io.frond.core.chain.AssetQuanta;
import io.frond.core.hash.HashSuite;
import io.frond.core.state.StoredEntry;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.EscrowId;
import io.frond.vm.PoolId;
import io.frond.vm.Split;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * A leaf of the ledger tree. Every unit that the parent holds for the chain is covered by exactly
 * one claim, and a claim says who leaves with it if the chain froze now. Its key is made of its
 * kind and identity, its value of its other fields, and no claim stands for nothing.
 */
public sealed interface Claim {
  /** The number of this kind, in its key. */
  int kind();

  /** What makes it this claim and no other of its kind; never the whole of it. */
  default Bytes identity() {
    return ClaimCodec.identity(this);
  }

  /** The one encoding of its other fields. */
  default Bytes value() {
    return ClaimCodec.value(this);
  }

  /** Its key in the ledger tree: {@code H(0x20 ‖ kind u8 ‖ identity)}. */
  default Bytes32 key(HashSuite suite) {
    return suite.newHasher().u8(0x20).u8(kind()).raw(identity()).digest();
  }

  /**
   * The key under which the payment of one index of a claim is remembered: {@code H(0x21 ‖ claim
   * key ‖ index u8)}.
   *
   * @param index the asset index in balances and pools, the place in an escrow's split, else 0
   */
  static Bytes32 spentKey(HashSuite suite, Bytes32 claimKey, int index) {
    return suite.newHasher().u8(0x21).raw(claimKey).u8(index).digest();
  }

  /**
   * The claim of this kind, identity and value.
   *
   * @throws io.frond.vm.DecodeException if there is none
   */
  static Claim decode(int kind, Bytes identity, Bytes value) {
    return ClaimCodec.decode(kind, identity, value);
  }

  /**
   * The claim that a stored entry of the ledger section holds.
   *
   * @throws io.frond.vm.DecodeException if it holds none
   */
  static Claim of(StoredEntry entry) {
    return ClaimCodec.stored(entry);
  }

  /**
   * All fungible quanta of one account: {@code record hash 32 ‖ assets}.
   *
   * @param account identity
   * @param recordHash hash of the account's record, zero if it has none
   * @param assets its quanta; not empty unless there is a record
   */
  record Balances(Account account, Bytes32 recordHash, AssetQuanta assets) implements Claim {
    /** The number of this kind. */
    public static final int KIND = 1;

    /** A claim of these parts. */
    public Balances {
      require(!recordHash.isZero() || !assets.entries().isEmpty(), "balances of nothing");
    }

    @Override
    public int kind() {
      return KIND;
    }
  }

  /**
   * One item: {@code owner 20}. The owner is no part of its key.
   *
   * @param collection identity
   * @param id identity
   * @param owner who leaves with it
   */
  record Item(AssetId collection, Bytes32 id, Account owner) implements Claim {
    /** The number of this kind. */
    public static final int KIND = 2;

    @Override
    public int kind() {
      return KIND;
    }
  }

  /**
   * One account's share of a pool: {@code shares u64}.
   *
   * @param account identity
   * @param pool identity
   * @param shares 1 to 2^63-1
   */
  record Share(Account account, PoolId pool, long shares) implements Claim {
    /** The number of this kind. */
    public static final int KIND = 3;

    /** A claim of these parts. */
    public Share {
      require(shares > 0, "a share of nothing");
    }

    @Override
    public int kind() {
      return KIND;
    }
  }

  /**
   * A pool: {@code total u64 ‖ assets}. It pays nothing by itself, only by its shares.
   *
   * @param pool identity
   * @param total the sum of all shares, 0 to 2^63-1
   * @param reserves what it holds; nothing if the total is 0
   */
  record Pool(PoolId pool, long total, AssetQuanta reserves) implements Claim {
    /** The number of this kind. */
    public static final int KIND = 4;

    /** A claim of these parts. */
    public Pool {
      require(total > 0 || (total == 0 && reserves.entries().isEmpty()), "reserves of nobody");
    }

    /**
     * What shares of it are worth in one asset: their floor of the reserve.
     *
     * @param shares 0 to the total
     */
    public long quantaOf(long shares, int assetIndex) {
      long reserve = reserves.quantaOf(assetIndex);
      return reserve == 0 ? 0 : MulDiv.floor(reserve, shares, total);
    }

    @Override
    public int kind() {
      return KIND;
    }
  }

  /**
   * Value that a module holds, with its default split: {@code asset 32 ‖ item 32 ‖ amount u64 ‖ end
   * u64 ‖ count u8 ‖ (account 20, weight u64)...}.
   *
   * @param escrow identity
   * @param asset the fungible asset or the collection
   * @param item the item, zero if the asset is fungible
   * @param amount quanta, 1 to 2^63-1; 1 for an item
   * @param end the parent height from which a forced exit pays the default split
   * @param split who leaves with which part; an item has one account
   */
  record Escrow(EscrowId escrow, AssetId asset, Bytes32 item, long amount, long end, Split split)
      implements Claim {
    /** The number of this kind. */
    public static final int KIND = 5;

    /** A claim of these parts. */
    public Escrow {
      require(amount > 0, "an escrow of nothing");
      require(end >= 0, "an escrow that ends at " + end);
      require(item.isZero() || (amount == 1 && split.parts().size() == 1), "a part of one item");
    }

    /**
     * What a place of the split is paid: its floor, and at the first place also what rounding
     * leaves.
     *
     * @throws IndexOutOfBoundsException if the split has no such place
     */
    public long quantaAt(int place) {
      Account account = split.parts().get(place).account();
      return new EscrowState(asset, item, amount, end, split).partOf(account);
    }

    @Override
    public int kind() {
      return KIND;
    }
  }

  /**
   * What is held for a child chain: {@code root 32 ‖ spent 32 ‖ assets}.
   *
   * @param child identity
   * @param root the child's ledger root
   * @param spent the root of the nullifiers of what was paid through it
   * @param custody what is held, at most {@value #MAX_ASSETS} assets
   */
  record Nested(Bytes32 child, Bytes32 root, Bytes32 spent, AssetQuanta custody) implements Claim {
    /** The number of this kind. */
    public static final int KIND = 6;

    /** The most assets of a child. */
    public static final int MAX_ASSETS = 32;

    /** A claim of these parts. */
    public Nested {
      require(custody.entries().size() <= MAX_ASSETS, "a child of more than 32 assets");
    }

    @Override
    public int kind() {
      return KIND;
    }
  }

  /**
   * What a module holds for nobody in particular: {@code beneficiary 20 ‖ amount u64}.
   *
   * @param module identity
   * @param asset identity
   * @param beneficiary who leaves with it, fixed at genesis
   * @param amount quanta, 1 to 2^63-1
   */
  record Residual(Bytes32 module, AssetId asset, Account beneficiary, long amount)
      implements Claim {
    /** The number of this kind. */
    public static final int KIND = 7;

    /** A claim of these parts. */
    public Residual {
      require(amount > 0, "a residual of nothing");
    }

    @Override
    public int kind() {
      return KIND;
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("claim: no leaf stands for " + otherwise);
    }
  }
}
