package io.frond.core.items;

import io.frond.core.hash.HashSuite;
import io.frond.core.hash.Hasher;
import io.frond.core.state.AccessLog;
import io.frond.core.state.Section;
import io.frond.core.state.StateChange;
import io.frond.core.state.StateSource;
import io.frond.core.state.StateSource.Found;
import io.frond.core.state.StoredEntry;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import io.frond.vm.DecodeException;
import io.frond.vm.StateItem;
import io.frond.vm.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/**
 * Every state item of a chain instance, with one undo journal and one list of what this block
 * touched and changed. Undo is two parallel arrays with each slot's value at the savepoint; it
 * never undoes touches, because what a block read is part of its witness whether or not the
 * transaction came to anything.
 */
public final class ItemStore {
  private static final int UNDO_AT_FIRST = 256;

  private final Hasher hasher;
  private final StateSource source;
  private final AccessLog accesses;
  private final long secret;
  private final ByteWriter scratch = new ByteWriter(256);
  private final TreeMap<byte[], ItemTable<?>> tables = new TreeMap<>(Arrays::compareUnsigned);

  private Slot[] undoSlots = new Slot[UNDO_AT_FIRST];
  private @Nullable Object[] undoValues = new Object[UNDO_AT_FIRST];
  private int undoSize;
  private long savepoint = 1;

  private final List<Slot> touched = new ArrayList<>();
  private final List<Slot> dirty = new ArrayList<>();

  /**
   * An empty store.
   *
   * @param source where state comes from that is not resident
   * @param accesses told of each first touch in a block
   * @param secret hashes keys; any number, never part of a result
   */
  public ItemStore(HashSuite suite, StateSource source, AccessLog accesses, long secret) {
    this.hasher = suite.newHasher();
    this.source = source;
    this.accesses = accesses;
    this.secret = secret;
  }

  /** A space for the items of one owner; see {@link ItemSpace}. */
  public ItemSpace space(
      Section section, int ownerIndex, Bytes32 ownerId, String owner, List<StateItem> items) {
    return ItemSpace.of(this, section, ownerIndex, ownerId, owner, items);
  }

  /** Adds a table of claims of one kind to a space. */
  public <K> void addClaims(ItemSpace space, Table<K, ?> claims, int kind) {
    space.addClaims(claims, ItemAddress.claims(kind));
  }

  void register(ItemTable<?> table) {
    ByteWriter key = new ByteWriter();
    tables.put(key.u8(table.section().code()).raw(table.address.prefix()).toArray(), table);
  }

  /** Makes this the point that {@link #undo} goes back to, in place of the one before. */
  public void save() {
    undoSize = 0;
    savepoint++;
  }

  /** Undoes every write since {@link #save}. */
  public void undo() {
    while (undoSize > 0) {
      undoSize--;
      undoSlots[undoSize].value = undoValues[undoSize];
    }
    savepoint++;
  }

  /** Undoes every write of the block. */
  public void abandon() {
    for (Slot slot : dirty) {
      slot.value = slot.atBlockStart;
    }
  }

  /** A point to forget touches back to. */
  public int touchMark() {
    return touched.size();
  }

  /**
   * Forgets every touch since the mark, as of something that never came to be part of the block.
   * Nothing may have been written since.
   */
  public void untouch(int mark) {
    List<Slot> undone = touched.subList(mark, touched.size());
    for (Slot slot : undone) {
      if (slot.dirty) {
        throw new IllegalStateException("a written slot of " + slot.table.address + " stays");
      }
      release(slot);
    }
    undone.clear();
  }

  private static void release(Slot slot) {
    slot.touched = false;
    slot.dirty = false;
    slot.atBlockStart = null;
    if (slot.value == null) {
      slot.table.evict(slot);
    }
  }

  long secret() {
    return secret;
  }

  ByteWriter scratch() {
    return scratch.reset();
  }

  StateSource source() {
    return source;
  }

  /** The stored value of a slot that is not resident; null if it is absent. */
  byte @Nullable [] load(ItemTable<?> table, Slot slot) {
    byte[] rawKey = table.rawKey(slot);
    Found found = source.find(table.section(), rawKey);
    if (found == null) {
      throw source.incomplete(table.section() + " " + Bytes.wrap(rawKey).toHexString());
    }
    return found.value();
  }

  void touch(Slot slot) {
    if (!slot.touched) {
      slot.touched = true;
      slot.atBlockStart = slot.value;
      touched.add(slot);
      if (accesses.isRecording()) {
        accesses.touched(
            slot.table.section(), slot.table.rawKey(slot), treeKey(slot), stored(slot, slot.value));
      }
    }
  }

  /** Writes a slot that this block has touched. */
  void write(Slot slot, @Nullable Object value) {
    if (slot.savepoint != savepoint) {
      slot.savepoint = savepoint;
      keepForUndo(slot);
    }
    slot.value = value;
    if (!slot.dirty) {
      slot.dirty = true;
      dirty.add(slot);
    }
  }

  private void keepForUndo(Slot slot) {
    if (undoSize == undoSlots.length) {
      undoSlots = Arrays.copyOf(undoSlots, undoSize * 2);
      undoValues = Arrays.copyOf(undoValues, undoSize * 2);
    }
    undoSlots[undoSize] = slot;
    undoValues[undoSize++] = slot.value;
  }

  /** Hands over what differs from the start of the block, each key once, in no particular order. */
  public void collectChanges(Consumer<StateChange> changes) {
    for (Slot slot : dirty) {
      byte[] now = stored(slot, slot.value);
      byte[] before = stored(slot, slot.atBlockStart);
      if (!Arrays.equals(now, before)) {
        Bytes32 valueHash = now == null ? null : hasher.raw(now, 0, now.length).digest();
        changes.accept(new StateChange(slot.table.section(), treeKey(slot), valueHash));
      }
    }
  }

  /** Ends a block: keeps its writes and forgets its journal. */
  public void endBlock() {
    undoSize = 0;
    forgetOldValues();
    touched.forEach(ItemStore::release);
    touched.clear();
    dirty.clear();
  }

  /** Keeps nothing alive that is not state, nor the memory of one large transaction. */
  private void forgetOldValues() {
    if (undoValues.length > UNDO_AT_FIRST) {
      undoSlots = new Slot[UNDO_AT_FIRST];
      undoValues = new Object[UNDO_AT_FIRST];
    } else {
      Arrays.fill(undoValues, null);
    }
  }

  /** Shows every stored entry, in no particular order. */
  public void forEachEntry(Consumer<StoredEntry> action) {
    for (ItemTable<?> table : tables.values()) {
      table.forEach(
          slot -> {
            byte[] value = stored(slot, slot.value);
            if (value != null) {
              action.accept(new StoredEntry(table.section(), table.rawKey(slot), value));
            }
          });
    }
  }

  /**
   * Makes an entry resident.
   *
   * @return its place in the tree
   * @throws DecodeException if no item of this chain has such a key or value
   */
  public StateChange restore(StoredEntry entry) {
    ByteWriter key = new ByteWriter();
    byte[] sought = key.u8(entry.section().code()).raw(entry.rawKey()).toArray();
    var floor = tables.floorEntry(sought);
    while (floor != null && !startsWith(sought, floor.getKey())) {
      floor = tables.lowerEntry(floor.getKey());
    }
    if (floor == null) {
      throw new DecodeException("stored entry of no declared item");
    }
    ItemTable<?> table = floor.getValue();
    byte[] encodedKey = table.address.encodedKey(entry.rawKey());
    table.restore(encodedKey, ByteReader.of(entry.value()));
    Bytes32 valueHash = hasher.raw(entry.value(), 0, entry.value().length).digest();
    return new StateChange(entry.section(), table.address.treeKey(hasher, encodedKey), valueHash);
  }

  private static boolean startsWith(byte[] bytes, byte[] prefix) {
    return bytes.length >= prefix.length
        && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }

  private Bytes32 treeKey(Slot slot) {
    return slot.table.address.treeKey(hasher, slot.table.encodedKey(slot));
  }

  private byte @Nullable [] stored(Slot slot, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    ByteWriter out = scratch();
    slot.table.encodeValue(value, out);
    return out.toArray();
  }
}
