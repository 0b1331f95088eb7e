package io.frond.core.ledger;

import io.frond.core.chain.Asset;
import io.frond.core.chain.Assets;
import io.frond.core.hash.HashSuite;
import io.frond.core.items.ItemStore;
import io.frond.core.state.AccessLog;
import io.frond.core.state.StateChange;
import io.frond.core.state.StateSource;
import io.frond.core.state.StoredEntry;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.ByteWriter;
import io.frond.vm.EscrowId;
import io.frond.vm.Ledger;
import io.frond.vm.PoolId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of a chain instance: what the transition moves itself, and the authority under which a
 * module runs. One thread.
 */
public final class ChainLedger {
  /** Ordered nonce lanes of an account. */
  public static final int MAX_LANES = AccountRecord.MAX_LANES;

  private final Balances balances;
  private final ClaimBooks books;
  private final Coverage coverage;
  private final LedgerOperations operations = new LedgerOperations();
  private final ModuleLedger moduleLedger;
  private int savedBalances;
  private int savedOperations;
  private int savedCount;

  /**
   * An empty ledger.
   *
   * @param store the items of the chain; this ledger registers its own there
   * @param moduleIds identity of each module by position, the protocol's first
   * @param minters position of the module that mints a collection, by asset index; -1 for none
   * @param charge charges what a module does here
   */
  public ChainLedger(
      HashSuite suite,
      Assets assets,
      ItemStore store,
      StateSource source,
      AccessLog accesses,
      long secret,
      List<Bytes32> moduleIds,
      int[] minters,
      long maxLockParentBlocks,
      LedgerCharge charge) {
    balances = new Balances(suite, assets, source, accesses, secret);
    coverage = new Coverage(assets);
    books = new ClaimBooks(suite, assets, store, balances, coverage, moduleIds);
    moduleLedger = new ModuleLedger(books, operations, charge, minters, maxLockParentBlocks);
  }

  /**
   * Makes this the point that {@link #undo} goes back to, in place of the one before. The store of
   * items has marks of its own.
   */
  public void save() {
    savedBalances = balances.mark();
    savedOperations = operations.mark();
    savedCount = operations.count();
    coverage.save();
  }

  /** Undoes balances, nonces, operations and coverage since {@link #save}. */
  public void undo() {
    balances.rollbackTo(savedBalances);
    operations.rollbackTo(savedOperations, savedCount);
    coverage.undo();
  }

  /** Undoes everything since the block began. */
  public void rollbackAll() {
    balances.rollbackTo(0);
  }

  /** A point to forget touches back to; the store of items has marks of its own. */
  public int touchMark() {
    return balances.touchMark();
  }

  /**
   * Forgets every touch of balances since the mark, as of something that never came to be part of
   * the block. Nothing may have been written since.
   */
  public void untouch(int mark) {
    balances.untouch(mark);
    moduleLedger.forget();
  }

  /** Starts the list of operations of the next outcome. */
  public void beginOutcome() {
    operations.clear();
  }

  /** How many operations the list has. */
  public int operationCount() {
    return operations.count();
  }

  /** The operations, one after the other; not to be written, and good until the next one is. */
  public ByteWriter operations() {
    return operations.written();
  }

  /** Begins a module's turn for a sender (null for none), with no limits yet. */
  public Allowances authorize(@Nullable Account sender, int module, long parentHeight) {
    return moduleLedger.authorize(sender, module, parentHeight);
  }

  /** Begins a turn in which nothing is moved. */
  public void authorizeNothing(int module) {
    moduleLedger.authorizeNothing(module);
  }

  /** What the ledger refused in this turn, if it refused anything. */
  public Optional<LedgerRefusal> refusal() {
    return Optional.ofNullable(moduleLedger.refusal());
  }

  /** Whether a pool that this turn changed has reserves but no shares, so that nobody owns them. */
  public boolean leavesPoolWithoutOwner() {
    return moduleLedger.leavesPoolWithoutOwner();
  }

  /** The ledger as the module whose turn it is has it. */
  public Ledger forModule() {
    return moduleLedger;
  }

  /** The free balance of a fungible asset. */
  public long balance(Account account, int assetIndex) {
    return books.balance(account, assetIndex);
  }

  /** The next number of an ordered nonce lane. */
  public long laneNonce(Account account, int lane) {
    return balances.laneNonce(balances.row(account), lane);
  }

  /** Sets the next number of an ordered nonce lane. */
  public void setLaneNonce(Account account, int lane, long next) {
    balances.setLaneNonce(balances.row(account), lane, next);
  }

  /** The next number of the forced nonce. */
  public long forcedNonce(Account account) {
    return balances.forcedNonce(balances.row(account));
  }

  /** Sets the next number of the forced nonce. */
  public void setForcedNonce(Account account, long next) {
    balances.setForcedNonce(balances.row(account), next);
  }

  /** Ends every session of the account that was granted before. */
  public void revokeSessions(Account account) {
    int row = balances.row(account);
    balances.setRevocationEpoch(row, balances.revocationEpoch(row) + 1);
  }

  /** Credits what the parent now holds for the account. */
  public void deposit(Account to, int assetIndex, long quanta) {
    books.credit(to, assetIndex, quanta);
    coverage.held(assetIndex, quanta);
    operations.deposit(to, assetIndex, quanta);
  }

  /**
   * Credits an item that the parent now holds for the account.
   *
   * @return false, and nothing is done, if the item is on this chain already: the parent would not
   *     take what it holds, but two may have been made of an item that was born here
   */
  public boolean depositItem(Account to, Asset collection, Bytes32 item) {
    if (!books.arrive(collection, item, to)) {
      return false;
    }
    operations.depositItem(to, collection.index(), item);
    return true;
  }

  /**
   * Takes quanta that the parent will pay out.
   *
   * @throws LedgerRefusal if the balance is lower
   */
  public void withdraw(Account from, int assetIndex, long quanta) {
    books.debit(from, assetIndex, quanta);
    coverage.held(assetIndex, -quanta);
    operations.withdraw(from, assetIndex, quanta);
  }

  /**
   * Takes an item that the parent will pay out.
   *
   * @throws LedgerRefusal if the account does not own it
   */
  public void withdrawItem(Account from, Asset collection, Bytes32 item) {
    if (!Objects.equals(books.owner(collection.id(), item), from)) {
      throw new LedgerRefusal(LedgerRefusal.Kind.INSUFFICIENT, collection.index());
    }
    books.leave(collection, item);
    operations.withdrawItem(from, collection.index(), item);
  }

  /** As {@link #withdraw}, within the signed spend limits of the sender whose turn it is. */
  public void spendAndWithdraw(Account from, Asset asset, long quanta) {
    moduleLedger.take(asset, quanta);
    coverage.held(asset.index(), -quanta);
    operations.withdraw(from, asset.index(), quanta);
  }

  /** As {@link #withdrawItem}, within the signed spend limits of the sender whose turn it is. */
  public void spendAndWithdrawItem(Account from, Asset collection, Bytes32 item) {
    moduleLedger.takeItem(collection, item);
    books.leave(collection, item);
    operations.withdrawItem(from, collection.index(), item);
  }

  /**
   * Takes the most that a transaction may cost out of the payer's balance, until {@link #settle}.
   *
   * @throws LedgerRefusal if the balance is lower
   */
  public void reserve(Account payer, int assetIndex, long quanta) {
    if (quanta > 0) {
      books.debit(payer, assetIndex, quanta);
    }
  }

  /** Ends a reserve: the fee to its recipient, the rest back to the payer. */
  public void settle(Account payer, Account to, int assetIndex, long reserved, long fee) {
    if (reserved > fee) {
      books.credit(payer, assetIndex, reserved - fee);
    }
    if (fee > 0) {
      books.credit(to, assetIndex, fee);
      operations.fee(payer, to, assetIndex, fee);
    }
  }

  /** Who owns an item. */
  public Optional<Account> owner(AssetId collection, Bytes32 item) {
    return Optional.ofNullable(books.owner(collection, item));
  }

  /** The line after this one in the list of what its account owns; empty at the end. */
  public Optional<OwnedKey> nextOwned(OwnedKey line) {
    return Optional.ofNullable(books.nextOwned(line));
  }

  /**
   * Every claim that pays this account: its balances, then item by item, share by share and escrow
   * by escrow, as its list has them.
   */
  public List<Claim> claimsOf(Account account) {
    return new ClaimReader(books, balances).claimsOf(account);
  }

  /** The claim of a pool. */
  public Optional<Claim.Pool> pool(PoolId id) {
    return new ClaimReader(books, balances).pool(id);
  }

  /**
   * Turns all shares that an account has of a pool into its floor of each reserve.
   *
   * @return the assets that it was paid
   */
  public List<AssetId> redeemShares(Account account, PoolId id) {
    return new Positions(books, operations).redeem(account, id);
  }

  /** What an open escrow holds. */
  public Optional<AssetId> escrowAsset(EscrowId id) {
    return Optional.ofNullable(books.escrow(id)).map(EscrowState::asset);
  }

  /** The item that an open escrow holds, if it holds one. */
  public Optional<Bytes32> escrowItem(EscrowId id) {
    return Optional.ofNullable(books.escrow(id)).filter(EscrowState::isItem).map(EscrowState::item);
  }

  /** Whether there is this open escrow and its default split names the account. */
  public boolean escrowNames(Account account, EscrowId id) {
    EscrowState escrow = books.escrow(id);
    return escrow != null && escrow.indexOf(account) >= 0;
  }

  /**
   * Pays an account its part of an escrow that has ended.
   *
   * @return false if there is none, it has not ended, or it does not name the account
   */
  public boolean payEndedEscrow(Account account, EscrowId id, long parentHeight) {
    return new Positions(books, operations).payEnded(account, id, parentHeight);
  }

  /**
   * Checks that claims moved exactly as custody did in this block.
   *
   * @throws CoverageException naming the asset
   */
  public void checkCoverage() {
    coverage.check();
  }

  /** Hands over the balances leaves that this block wrote. */
  public void collectChanges(Consumer<StateChange> changes) {
    balances.collectChanges(changes);
  }

  /** Ends a block: keeps its writes and forgets its journal. */
  public void endBlock() {
    balances.endBlock();
    coverage.clear();
    operations.clear();
    moduleLedger.forget();
  }

  /** Shows every balances entry; the other claims are the store's. */
  public void forEachEntry(Consumer<StoredEntry> action) {
    balances.forEachEntry(action);
  }

  /** Whether {@link #restore} takes this entry, and not the store. */
  public static boolean holds(StoredEntry entry) {
    return Balances.holds(entry);
  }

  /** Makes a balances entry resident and says where it lies in the tree. */
  public StateChange restore(StoredEntry entry) {
    return balances.restore(entry);
  }
}
