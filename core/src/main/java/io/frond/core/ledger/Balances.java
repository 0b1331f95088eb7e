package io.frond.core.ledger;

import io.frond.core.chain.Asset;
import io.frond.core.chain.Assets;
import io.frond.core.hash.HashSuite;
import io.frond.core.hash.Hasher;
import io.frond.core.state.AccessLog;
import io.frond.core.state.Section;
import io.frond.core.state.StateChange;
import io.frond.core.state.StateSource;
import io.frond.core.state.StateSource.Found;
import io.frond.core.state.StoredEntry;
import io.frond.vm.Account;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import io.frond.vm.DecodeException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/**
 * Balances and nonces of every account, in primitive columns with a primitive undo journal.
 *
 * <p>Raw key: {@code 0x01 ‖ account 20}; tree key: the claim key. Leaf value: {@code record hash 32
 * ‖ count u8 ‖ (asset index u8 ascending, quanta u64 above 0)}. Stored value: the leaf value, then
 * the bytes of the record that it holds the hash of. No leaf for an account that has nothing at
 * all.
 */
final class Balances {
  private static final int KIND = 1;
  private static final int CLAIM_TAG = 0x20;
  private static final int NONCE = AccountTable.WORDS;
  private static final int FIRST_ASSET = NONCE + 1;

  private final Hasher hasher;
  private final StateSource source;
  private final AccessLog accesses;
  private final AccountTable accounts;
  private final int[] assetIndexOfSlot;
  private final int[] slotOfAssetIndex = new int[Asset.MAX_INDEX + 1];
  private final LongColumns columns; // account, nonce of lane 0, a balance for each fungible asset
  private final Map<Integer, AccountRecord> records = new HashMap<>(); // but for lane 0
  private final RowSet touched = new RowSet();
  private final RowSet dirty = new RowSet();
  private final BalanceJournal journal = new BalanceJournal();
  private final ByteWriter scratch = new ByteWriter(1024);
  // The last two rows, touched in this block: sender and fee recipient are asked for again.
  private int lastRow = -1;
  private int priorRow = -1;

  Balances(HashSuite suite, Assets assets, StateSource source, AccessLog accesses, long secret) {
    this.hasher = suite.newHasher();
    this.source = source;
    this.accesses = accesses;
    this.assetIndexOfSlot =
        assets.all().stream().filter(Asset::isFungible).mapToInt(Asset::index).toArray();
    Arrays.fill(slotOfAssetIndex, -1);
    for (int slot = 0; slot < assetIndexOfSlot.length; slot++) {
      slotOfAssetIndex[assetIndexOfSlot[slot]] = slot;
    }
    this.accounts = new AccountTable(secret, 1 + assetIndexOfSlot.length);
    this.columns = accounts.columns();
  }

  /** The row of an account, touched. */
  int row(Account account) {
    if (lastRow >= 0 && accounts.is(lastRow, account)) {
      return lastRow;
    }
    if (priorRow >= 0 && accounts.is(priorRow, account)) {
      return remember(priorRow);
    }
    int row = accounts.find(account);
    if (row < 0) {
      row = load(account);
    }
    if (touched.add(row) && accesses.isRecording()) {
      accesses.touched(Section.LEDGER, rawKey(account), treeKey(account), stored(row));
    }
    return remember(row);
  }

  private int remember(int row) {
    priorRow = lastRow;
    lastRow = row;
    return row;
  }

  Account account(int row) {
    return accounts.account(row);
  }

  /** The column of a fungible asset; -1 if the index is of none. */
  int slot(int assetIndex) {
    return slotOfAssetIndex[assetIndex];
  }

  int slots() {
    return assetIndexOfSlot.length;
  }

  int assetIndex(int slot) {
    return assetIndexOfSlot[slot];
  }

  long get(int row, int slot) {
    return columns.get(row, FIRST_ASSET + slot);
  }

  void set(int row, int slot, long quanta) {
    write(row, FIRST_ASSET + slot, quanta);
  }

  long laneNonce(int row, int lane) {
    return lane == 0 ? columns.get(row, NONCE) : record(row).laneNonce(lane);
  }

  void setLaneNonce(int row, int lane, long next) {
    if (lane == 0) {
      write(row, NONCE, next);
    } else {
      setRecord(row, record(row).withLaneNonce(lane, next));
    }
  }

  long forcedNonce(int row) {
    return record(row).forcedNonce();
  }

  void setForcedNonce(int row, long next) {
    setRecord(row, record(row).withForcedNonce(next));
  }

  long revocationEpoch(int row) {
    return record(row).revocationEpoch();
  }

  void setRevocationEpoch(int row, long epoch) {
    setRecord(row, record(row).withRevocationEpoch(epoch));
  }

  private AccountRecord record(int row) {
    return records.getOrDefault(row, AccountRecord.EMPTY);
  }

  private void setRecord(int row, AccountRecord record) {
    journal.record(row, records.get(row));
    keepRecord(row, record);
    dirty.add(row);
  }

  private void keepRecord(int row, @Nullable AccountRecord record) {
    if (record == null || record.isEmpty()) {
      records.remove(row);
    } else {
      records.put(row, record);
    }
  }

  private void write(int row, int column, long value) {
    journal.column(row, column, columns.get(row, column));
    columns.set(row, column, value);
    dirty.add(row);
  }

  int mark() {
    return journal.size();
  }

  void rollbackTo(int mark) {
    journal.rollbackTo(mark, columns, this::keepRecord);
  }

  /** The claim of an account; empty if it has nothing at all. */
  Optional<Claim> leaf(Account account) {
    int row = row(account);
    if (isEmpty(row)) {
      return Optional.empty();
    }
    encodeLeaf(row, scratch.reset());
    return Optional.of(Claim.decode(KIND, account.toBytes(), scratch.toBytes()));
  }

  /** Hands over the leaf of each account that was written, as it stands now. */
  void collectChanges(Consumer<StateChange> changes) {
    for (int i = 0; i < dirty.size(); i++) {
      int row = dirty.get(i);
      Bytes32 valueHash = null;
      if (!isEmpty(row)) {
        encodeLeaf(row, scratch.reset());
        valueHash = hasher.raw(scratch.array(), 0, scratch.size()).digest();
      }
      changes.accept(new StateChange(Section.LEDGER, treeKey(account(row)), valueHash));
    }
  }

  int touchMark() {
    return touched.size();
  }

  /** Forgets every touch since the mark; nothing may have been written since. */
  void untouch(int mark) {
    touched.truncate(mark);
    forgetEmptyRows();
  }

  void endBlock() {
    journal.clear();
    touched.truncate(0);
    dirty.truncate(0);
    forgetEmptyRows();
  }

  /** Gives back the rows of accounts that were asked for and never had anything. */
  private void forgetEmptyRows() {
    lastRow = -1;
    priorRow = -1;
    int last = accounts.rows() - 1;
    while (last >= 0 && isEmpty(last) && !touched.contains(last)) {
      accounts.removeLast();
      last--;
    }
  }

  void forEachEntry(Consumer<StoredEntry> action) {
    for (int row = 0; row < accounts.rows(); row++) {
      byte[] stored = stored(row);
      if (stored != null) {
        action.accept(new StoredEntry(Section.LEDGER, rawKey(account(row)), stored));
      }
    }
  }

  /** Whether a stored entry is one of these. */
  static boolean holds(StoredEntry entry) {
    return entry.section() == Section.LEDGER
        && entry.rawKey().length == 1 + Account.BYTES
        && entry.rawKey()[0] == KIND;
  }

  StateChange restore(StoredEntry entry) {
    ByteReader in = ByteReader.of(entry.rawKey());
    in.u8();
    Account account = in.account();
    int row = newRow(account);
    decodeStored(row, ByteReader.of(entry.value()));
    encodeLeaf(row, scratch.reset());
    Bytes32 valueHash = hasher.raw(scratch.array(), 0, scratch.size()).digest();
    return new StateChange(Section.LEDGER, treeKey(account), valueHash);
  }

  private int load(Account account) {
    Found found = source.find(Section.LEDGER, rawKey(account));
    if (found == null) {
      throw source.incomplete("balances of " + account);
    }
    int row = newRow(account);
    if (found.value() != null) {
      decodeStored(row, ByteReader.of(found.value()));
    }
    return row;
  }

  private int newRow(Account account) {
    return accounts.add(account);
  }

  private boolean isEmpty(int row) {
    for (int column = NONCE; column < FIRST_ASSET + slots(); column++) {
      if (columns.get(row, column) != 0) {
        return false;
      }
    }
    return record(row).isEmpty();
  }

  private byte @Nullable [] stored(int row) {
    if (isEmpty(row)) {
      return null;
    }
    ByteWriter out = scratch.reset();
    encodeLeaf(row, out);
    wholeRecord(row).encode(out);
    return out.toArray();
  }

  private AccountRecord wholeRecord(int row) {
    long nonce = columns.get(row, NONCE);
    AccountRecord rest = record(row);
    return nonce == 0 ? rest : rest.withLaneNonce(0, nonce);
  }

  private void encodeLeaf(int row, ByteWriter out) {
    out.raw(wholeRecord(row).hash(hasher));
    int held = 0;
    for (int slot = 0; slot < slots(); slot++) {
      held += get(row, slot) > 0 ? 1 : 0;
    }
    out.u8(held);
    for (int slot = 0; slot < slots(); slot++) {
      if (get(row, slot) > 0) {
        out.u8(assetIndexOfSlot[slot]).u64(get(row, slot));
      }
    }
  }

  private void decodeStored(int row, ByteReader in) {
    Bytes32 recordHash = in.bytes32();
    int count = in.u8();
    int last = -1;
    for (int i = 0; i < count; i++) {
      int assetIndex = in.u8();
      long quanta = in.u63();
      int slot = slotOfAssetIndex[assetIndex];
      if (slot < 0 || assetIndex <= last || quanta == 0) {
        throw in.error("balances: expected declared assets, ascending, above 0");
      }
      last = assetIndex;
      columns.set(row, FIRST_ASSET + slot, quanta);
    }
    AccountRecord record = AccountRecord.decode(in);
    in.end();
    if (!record.hash(hasher).equals(recordHash)) {
      throw new DecodeException("account record: expected hash " + recordHash);
    }
    if (record.isEmpty() && count == 0) {
      throw new DecodeException("balances: expected no entry for an account that has nothing");
    }
    columns.set(row, NONCE, record.laneNonce(0));
    keepRecord(row, record.withoutFirstLane());
  }

  private static byte[] rawKey(Account account) {
    return new ByteWriter(21).u8(KIND).account(account).toArray();
  }

  private Bytes32 treeKey(Account account) {
    return hasher.u8(CLAIM_TAG).u8(KIND).account(account).digest();
  }
}
