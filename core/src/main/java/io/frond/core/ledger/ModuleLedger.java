package io.frond.core.ledger;

import io.frond.core.chain.Asset;
import io.frond.core.items.Place;
import io.frond.core.ledger.LedgerRefusal.Kind;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.Escrow;
import io.frond.vm.EscrowId;
import io.frond.vm.Ledger;
import io.frond.vm.Pool;
import io.frond.vm.PoolId;
import io.frond.vm.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as the running module has it. Here is the authority: from accounts only the sender's
 * own is taken, up to what is left of the signed limits; from escrows and pools only the module's
 * own.
 */
final class ModuleLedger implements Ledger {
  private final ClaimBooks books;
  private final LedgerOperations operations;
  private final LedgerCharge charge;
  private final int[] minters;
  private final Allowances allowances = new Allowances();
  private final EscrowView escrowView = new EscrowView(this);
  private final PoolView poolView = new PoolView(this);
  private @Nullable Account sender;
  private int module;
  private long parentHeight;
  private final long maxLock;
  private @Nullable LedgerRefusal refusal;
  private final List<Place<PoolState>> bared = new ArrayList<>();

  ModuleLedger(
      ClaimBooks books,
      LedgerOperations operations,
      LedgerCharge charge,
      int[] minters,
      long maxLockParentBlocks) {
    this.books = books;
    this.operations = operations;
    this.charge = charge;
    this.minters = minters.clone();
    this.maxLock = maxLockParentBlocks;
  }

  /** Makes this the ledger of a module that runs for a sender, with no limits yet. */
  @SuppressWarnings("ReferenceEquality") // a reference that is there is not stored again
  Allowances authorize(@Nullable Account newSender, int newModule, long height) {
    if (sender != newSender) {
      sender = newSender;
    }
    module = newModule;
    parentHeight = height;
    refusal = null;
    allowances.clear();
    bared.clear();
    return allowances;
  }

  /** Makes this the ledger of one that moves nothing, which its charge sees to. */
  void authorizeNothing(int newModule) {
    module = newModule;
    allowances.clear();
  }

  /** Forgets what is good for one block. */
  void forget() {
    poolView.forget();
  }

  /** Remembers a pool that this turn left without a share or filled while it had none. */
  void bared(Place<PoolState> pool) {
    bared.add(pool);
  }

  /** Whether such a pool has reserves and still no shares. */
  boolean leavesPoolWithoutOwner() {
    for (int i = 0; i < bared.size(); i++) {
      PoolState pool = bared.get(i).get();
      if (pool != null && pool.totalShares() == 0 && !pool.isBare()) {
        return true;
      }
    }
    return false;
  }

  /**
   * What the ledger refused since the last {@link #authorize}, though a module may have caught it.
   */
  @Nullable LedgerRefusal refusal() {
    return refusal;
  }

  ClaimBooks books() {
    return books;
  }

  LedgerOperations operations() {
    return operations;
  }

  Account sender() {
    if (sender == null) {
      throw new IllegalStateException("nothing can be taken from an account: there is no sender");
    }
    return sender;
  }

  @Override
  public void pay(Account to, AssetId assetId, long quanta) {
    Asset asset = books.fungible(assetId);
    take(asset, quanta);
    books.credit(to, asset.index(), quanta);
    operations.transfer(sender(), to, asset.index(), quanta);
  }

  @Override
  public void give(Account to, AssetId collectionId, Bytes32 item) {
    Asset collection = books.collection(collectionId);
    takeItem(collection, item);
    books.setOwner(collection, item, to);
    operations.transferItem(sender(), to, collection.index(), item);
  }

  @Override
  public void mintItem(Account to, AssetId collectionId, Bytes32 item) {
    Asset collection = books.collection(collectionId);
    begin();
    if (minters[collection.index()] != module) {
      throw new IllegalArgumentException(
          collection.symbol() + " is not declared as born of this module");
    }
    books.mint(collection, item, to);
    operations.mintItem(to, collection.index(), item);
  }

  @Override
  public Escrow openEscrow(AssetId assetId, long quanta, long endParentHeight, Split split) {
    Asset asset = books.fungible(assetId);
    checkEnd(endParentHeight);
    beginSplit(split);
    take(asset, quanta);
    return open(asset, new EscrowState(assetId, Bytes32.ZERO, quanta, endParentHeight, split));
  }

  @Override
  public Escrow openItemEscrow(
      AssetId collectionId, Bytes32 item, long endParentHeight, Account defaultOwner) {
    Asset collection = books.collection(collectionId);
    checkEnd(endParentHeight);
    Split split = Split.to(defaultOwner);
    beginSplit(split);
    takeItem(collection, item);
    books.setOwner(collection, item, null);
    return open(collection, new EscrowState(collectionId, item, 1, endParentHeight, split));
  }

  private Escrow open(Asset asset, EscrowState state) {
    EscrowId id = books.createEscrow(module, state);
    operations.openEscrow(id, sender(), asset.index(), state);
    return escrowView.at(id);
  }

  private void checkEnd(long end) {
    if (end <= parentHeight || end - parentHeight > maxLock) {
      throw new IllegalArgumentException(
          "escrow end: expected 1 to " + maxLock + " above " + parentHeight + ", actual " + end);
    }
  }

  @Override
  public Escrow escrow(EscrowId id) {
    if (!isOpen(id)) {
      throw new IllegalArgumentException("this module has no open escrow " + id.value());
    }
    return escrowView.at(id);
  }

  @Override
  public boolean isOpen(EscrowId id) {
    charge.read();
    return books.escrowModule(id) == module;
  }

  @Override
  public Pool openPool() {
    begin();
    PoolId id = books.createPool(module);
    operations.openPool(id);
    return poolView.at(id);
  }

  @Override
  public Pool pool(PoolId id) {
    charge.read();
    PoolView pool = poolView.at(id);
    if (pool.module() != module) {
      throw new IllegalArgumentException("this module has no pool " + id.value());
    }
    return pool;
  }

  @Override
  public long balance(Account account, AssetId asset) {
    charge.read();
    return books.balance(account, books.fungible(asset).index());
  }

  @Override
  public Optional<Account> owner(AssetId collection, Bytes32 item) {
    charge.read();
    return Optional.ofNullable(books.owner(books.collection(collection).id(), item));
  }

  @Override
  public long shares(Account account, PoolId pool) {
    charge.read();
    return books.shares(account, pool);
  }

  /** Takes quanta from the sender, within the limits. */
  void take(Asset asset, long quanta) {
    begin();
    checkAmount(quanta);
    try {
      allowances.spend(asset.index(), quanta);
      books.debit(sender(), asset.index(), quanta);
    } catch (LedgerRefusal refused) {
      throw remember(refused);
    }
  }

  /** Checks that an item is the sender's and within the limits. */
  void takeItem(Asset collection, Bytes32 item) {
    begin();
    try {
      allowances.spendItem(collection.index(), item);
    } catch (LedgerRefusal refused) {
      throw remember(refused);
    }
    if (!Objects.equals(books.owner(collection.id(), item), sender())) {
      throw refuse(Kind.INSUFFICIENT, collection.index());
    }
  }

  /**
   * Charges an operation.
   *
   * @throws IllegalStateException if the outcome has no room for another
   */
  void begin() {
    charge.move(1);
    operations.requireRoom();
  }

  /** Charges the lines that a split writes into the lists of those it names. */
  void beginSplit(Split split) {
    charge.move(split.parts().size());
  }

  /** Charges looking something up. */
  void read() {
    charge.read();
  }

  void checkAmount(long quanta) {
    if (quanta < 1) {
      throw new IllegalArgumentException("amount: expected at least 1 quantum, actual " + quanta);
    }
  }

  LedgerRefusal refuse(Kind kind, int assetIndex) {
    return remember(new LedgerRefusal(kind, assetIndex));
  }

  private LedgerRefusal remember(LedgerRefusal refused) {
    refusal = refused;
    return refused;
  }
}
