package io.frond.core.ledger;

import io.frond.core.chain.Asset;
import io.frond.core.chain.Assets;
import io.frond.core.hash.HashSuite;
import io.frond.core.hash.Hasher;
import io.frond.core.items.ItemSpace;
import io.frond.core.items.ItemStore;
import io.frond.core.items.Place;
import io.frond.core.ledger.LedgerRefusal.Kind;
import io.frond.core.state.Section;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.Codec;
import io.frond.vm.EscrowId;
import io.frond.vm.PoolId;
import io.frond.vm.SortedTable;
import io.frond.vm.Split.Part;
import io.frond.vm.StateItem;
import io.frond.vm.Table;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/**
 * Every claim, the list of what each account owns, and the elementary writes that keep both and the
 * coverage totals in step. It knows no authority: whoever calls it has checked who may.
 */
final class ClaimBooks {
  private static final int POOL_TAG = 0x64;
  private static final int ESCROW_TAG = 0x65;

  private static final Table<ItemKey, Account> ITEMS =
      Table.of("items", LedgerCodecs.ITEM_KEY, Codec.ACCOUNT);
  private static final Table<ShareKey, Long> SHARES =
      Table.of("shares", LedgerCodecs.SHARE_KEY, LedgerCodecs.SHARES);
  private static final Table<PoolId, PoolState> POOLS =
      Table.of("pools", LedgerCodecs.POOL_ID, LedgerCodecs.POOL);
  private static final Table<EscrowId, EscrowState> ESCROWS =
      Table.of("escrows", LedgerCodecs.ESCROW_ID, LedgerCodecs.ESCROW);

  private static final SortedTable<OwnedKey, Boolean> OWNED =
      SortedTable.of("owned", LedgerCodecs.OWNED, LedgerCodecs.NOTHING);
  private static final Table<PoolId, Integer> POOL_MODULE =
      Table.of("pool-module", LedgerCodecs.POOL_ID, Codec.INT);
  private static final Table<EscrowId, Integer> ESCROW_MODULE =
      Table.of("escrow-module", LedgerCodecs.ESCROW_ID, Codec.INT);
  private static final Table<Integer, Long> CREATED = Table.of("created", Codec.INT, Codec.LONG);

  /**
   * True while an item is on this chain, owned or in an escrow; false after one that was born here
   * has left, because it cannot be born again.
   */
  private static final Table<ItemKey, Boolean> PRESENT =
      Table.of("present", LedgerCodecs.ITEM_KEY, Codec.BOOLEAN);

  /** The protocol's items that the ledger keeps in the meta state. */
  static final List<StateItem> META_ITEMS =
      List.of(OWNED, POOL_MODULE, ESCROW_MODULE, CREATED, PRESENT);

  private final Assets assets;
  private final Hasher hasher;
  private final ItemSpace space;
  private final Balances balances;
  private final Coverage coverage;
  private final List<Bytes32> moduleIds;

  ClaimBooks(
      HashSuite suite,
      Assets assets,
      ItemStore store,
      Balances balances,
      Coverage coverage,
      List<Bytes32> moduleIds) {
    this.assets = assets;
    this.hasher = suite.newHasher();
    this.balances = balances;
    this.coverage = coverage;
    this.moduleIds = List.copyOf(moduleIds);
    this.space = store.space(Section.META, 0, moduleIds.get(0), "ledger", META_ITEMS);
    store.addClaims(space, ITEMS, 2);
    store.addClaims(space, SHARES, 3);
    store.addClaims(space, POOLS, 4);
    store.addClaims(space, ESCROWS, 5);
  }

  Balances balances() {
    return balances;
  }

  /** The declaration of a fungible asset. */
  Asset fungible(AssetId id) {
    Asset asset = declared(id);
    if (!asset.isFungible()) {
      throw new IllegalArgumentException("asset " + asset.symbol() + " is a collection of items");
    }
    return asset;
  }

  /** The declaration of a collection. */
  Asset collection(AssetId id) {
    Asset asset = declared(id);
    if (asset.isFungible()) {
      throw new IllegalArgumentException("asset " + asset.symbol() + " is fungible");
    }
    return asset;
  }

  Asset at(int index) {
    return assets
        .at(index)
        .orElseThrow(() -> new IllegalArgumentException("no asset has index " + index));
  }

  private Asset declared(AssetId id) {
    Asset asset = assets.get(id);
    if (asset == null) {
      throw new IllegalArgumentException("asset " + id + " is not declared");
    }
    return asset;
  }

  long balance(Account account, int asset) {
    return balances.get(balances.row(account), balances.slot(asset));
  }

  void credit(Account account, int asset, long quanta) {
    int row = balances.row(account);
    int slot = balances.slot(asset);
    balances.set(row, slot, Math.addExact(balances.get(row, slot), quanta));
    coverage.claimed(asset, quanta);
  }

  void debit(Account account, int asset, long quanta) {
    int row = balances.row(account);
    int slot = balances.slot(asset);
    long held = balances.get(row, slot);
    if (held < quanta) {
      throw new LedgerRefusal(Kind.INSUFFICIENT, asset);
    }
    balances.set(row, slot, held - quanta);
    coverage.claimed(asset, -quanta);
  }

  @Nullable Account owner(AssetId collection, Bytes32 item) {
    return space.get(ITEMS, new ItemKey(collection, item));
  }

  /** Gives an item to an owner, or to nobody for null; keeps both lists. */
  void setOwner(Asset collection, Bytes32 item, @Nullable Account owner) {
    ItemKey key = new ItemKey(collection.id(), item);
    Bytes identity = Bytes.concatenate(collection.id().toBytes(), item);
    Account before = space.get(ITEMS, key);
    if (before != null) {
      space.set(OWNED, new OwnedKey(before, OwnedKey.ITEM, identity), null);
      coverage.claimed(collection.index(), -1);
    }
    space.set(ITEMS, key, owner);
    if (owner != null) {
      space.set(OWNED, new OwnedKey(owner, OwnedKey.ITEM, identity), true);
      coverage.claimed(collection.index(), 1);
    }
  }

  /** Creates an item; no parent holds it, so custody of a chain-born collection counts it too. */
  void mint(Asset collection, Bytes32 item, Account to) {
    if (item.isZero() || space.get(PRESENT, new ItemKey(collection.id(), item)) != null) {
      throw new IllegalArgumentException("item " + item + " is zero or was on this chain before");
    }
    boolean unused = arrive(collection, item, to);
  }

  /** Takes an item into the books; false if it is in them. */
  boolean arrive(Asset collection, Bytes32 item, Account to) {
    ItemKey key = new ItemKey(collection.id(), item);
    if (Boolean.TRUE.equals(space.get(PRESENT, key))) {
      return false;
    }
    space.set(PRESENT, key, true);
    setOwner(collection, item, to);
    coverage.held(collection.index(), 1);
    return true;
  }

  /** Lets an item that has an owner go out of the books. */
  void leave(Asset collection, Bytes32 item) {
    boolean born = collection.kind() == Asset.Kind.CHAIN_BORN_COLLECTION;
    setOwner(collection, item, null);
    space.set(PRESENT, new ItemKey(collection.id(), item), born ? false : null);
    coverage.held(collection.index(), -1);
  }

  long shares(Account account, PoolId pool) {
    Long shares = space.get(SHARES, new ShareKey(account, pool));
    return shares == null ? 0 : shares;
  }

  void setShares(Account account, PoolId pool, long shares) {
    ShareKey key = new ShareKey(account, pool);
    Long before = space.get(SHARES, key);
    space.set(SHARES, key, shares == 0 ? null : shares);
    if ((before == null) != (shares == 0)) {
      OwnedKey line = new OwnedKey(account, OwnedKey.SHARE, pool.value());
      space.set(OWNED, line, shares == 0 ? null : true);
    }
  }

  @Nullable PoolState pool(PoolId id) {
    return space.get(POOLS, id);
  }

  /** The place of a pool. */
  Place<PoolState> poolAt(PoolId id) {
    return space.at(POOLS, id);
  }

  /** Writes the shares of a pool, which no coverage total counts. */
  static void setPoolShares(Place<PoolState> place, PoolState pool, long total) {
    place.set(pool.withShares(total));
  }

  void setReserve(Place<PoolState> place, PoolState pool, int asset, long quanta) {
    coverage.claimed(asset, quanta - pool.reserve(asset));
    place.set(pool.withReserve(asset, quanta));
  }

  /** The place of the position of the module that a pool is of. */
  Place<Integer> poolModuleAt(PoolId id) {
    return space.at(POOL_MODULE, id);
  }

  PoolId createPool(int module) {
    PoolId id = new PoolId(newId(POOL_TAG, module));
    space.set(POOL_MODULE, id, module);
    space.set(POOLS, id, PoolState.EMPTY);
    return id;
  }

  @Nullable EscrowState escrow(EscrowId id) {
    return space.get(ESCROWS, id);
  }

  int escrowModule(EscrowId id) {
    Integer module = space.get(ESCROW_MODULE, id);
    return module == null ? -1 : module;
  }

  EscrowId createEscrow(int module, EscrowState escrow) {
    EscrowId id = new EscrowId(newId(ESCROW_TAG, module));
    space.set(ESCROW_MODULE, id, module);
    setEscrow(id, null, escrow);
    return id;
  }

  /** Replaces an escrow, null standing for none, and keeps the lists of those its split names. */
  void setEscrow(EscrowId id, @Nullable EscrowState before, @Nullable EscrowState after) {
    if (before != null) {
      coverage.claimed(index(before), -before.amount());
    }
    if (after != null) {
      coverage.claimed(index(after), after.amount());
    }
    if (before == null || after == null || !before.split().equals(after.split())) {
      list(id, before, null);
      list(id, after, true);
    }
    space.set(ESCROWS, id, after);
    if (after == null) {
      space.set(ESCROW_MODULE, id, null);
    }
  }

  /** Pays out of an escrow, an item or quanta, and closes it when nothing is left. */
  void release(EscrowId id, EscrowState before, Account to, long quanta) {
    long rest = before.amount() - quanta;
    setEscrow(id, before, rest == 0 ? null : before.withAmount(rest));
    if (before.isItem()) {
      setOwner(declared(before.asset()), before.item(), to);
    } else {
      credit(to, index(before), quanta);
    }
  }

  private void list(EscrowId id, @Nullable EscrowState escrow, @Nullable Boolean present) {
    if (escrow != null) {
      for (Part part : escrow.split().parts()) {
        space.set(OWNED, new OwnedKey(part.account(), OwnedKey.ESCROW, id.value()), present);
      }
    }
  }

  int index(EscrowState escrow) {
    return declared(escrow.asset()).index();
  }

  /** The line after {@code line} in the list of its account; null at the end of the list. */
  @Nullable OwnedKey nextOwned(OwnedKey line) {
    OwnedKey next = space.next(OWNED, line);
    return next != null && next.account().equals(line.account()) ? next : null;
  }

  private Bytes32 newId(int tag, int module) {
    Long created = space.get(CREATED, module * 2 + (tag == POOL_TAG ? 0 : 1));
    long index = created == null ? 0 : created;
    space.set(CREATED, module * 2 + (tag == POOL_TAG ? 0 : 1), index + 1);
    return hasher.u8(tag).raw(moduleIds.get(module)).u64(index).digest();
  }
}
