package io.frond.core.items;

import io.frond.core.state.Section;
import io.frond.vm.Cell;
import io.frond.vm.SortedTable;
import io.frond.vm.StateItem;
import io.frond.vm.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/**
 * The items of one owner, a module or the protocol, found by the process-wide index of their
 * declarations: an array look-up, which the compiler folds for a {@code static final} declaration.
 */
public final class ItemSpace {
  private final ItemStore store;
  private final String owner;
  private @Nullable ItemTable<?>[] byIndex = new ItemTable<?>[0];

  private ItemSpace(ItemStore store, String owner) {
    this.store = store;
    this.owner = owner;
  }

  /**
   * A space with these items.
   *
   * @param ownerIndex the position of the owning module, 0 for the protocol
   * @throws IllegalArgumentException if two items have one name or one is listed twice
   */
  static ItemSpace of(
      ItemStore store,
      Section section,
      int ownerIndex,
      Bytes32 ownerId,
      String owner,
      List<StateItem> items) {
    ItemSpace space = new ItemSpace(store, owner);
    Map<String, StateItem> names = new HashMap<>();
    for (StateItem item : items) {
      if (names.put(item.name(), item) != null) {
        throw new IllegalArgumentException(
            "module " + owner + ": expected distinct state items, actual twice " + item.name());
      }
      space.add(item, ItemAddress.item(section, ownerIndex, ownerId, item.name()));
    }
    return space;
  }

  private void add(StateItem item, ItemAddress address) {
    ItemTable<?> table;
    if (item instanceof Cell<?> cell) {
      table = new HashedTable<>(store, address, null, cell.codec());
    } else if (item instanceof Table<?, ?> hashed) {
      table = new HashedTable<>(store, address, hashed.keyCodec(), hashed.codec());
    } else {
      SortedTable<?, ?> sorted = (SortedTable<?, ?>) item;
      table = new LinkedTable<>(store, address, sorted.keyCodec(), sorted.codec());
    }
    put(item.index(), table);
    store.register(table);
  }

  /** Adds a table of claims, so that they are kept and undone like every other item. */
  <K> void addClaims(Table<K, ?> claims, ItemAddress address) {
    HashedTable<K> table = new HashedTable<>(store, address, claims.keyCodec(), claims.codec());
    put(claims.index(), table);
    store.register(table);
  }

  private void put(int index, ItemTable<?> table) {
    if (index >= byIndex.length) {
      byIndex = Arrays.copyOf(byIndex, index + 1);
    }
    byIndex[index] = table;
  }

  /** The value of a cell; null if absent. */
  @SuppressWarnings("unchecked")
  public <V> @Nullable V get(Cell<V> cell) {
    Slot slot = hashed(cell).slot(null);
    store.touch(slot);
    return (V) slot.value;
  }

  /** Sets the value of a cell; null makes it absent. */
  public <V> void set(Cell<V> cell, @Nullable V value) {
    Slot slot = hashed(cell).slot(null);
    store.touch(slot);
    store.write(slot, value);
  }

  /** The value at a key; null if absent. */
  @SuppressWarnings("unchecked")
  public <K, V> @Nullable V get(Table<K, V> table, K key) {
    Slot slot = ((HashedTable<K>) hashed(table)).slot(key);
    store.touch(slot);
    return (V) slot.value;
  }

  /** Sets the value at a key; null removes it. */
  @SuppressWarnings("unchecked")
  public <K, V> void set(Table<K, V> table, K key, @Nullable V value) {
    Slot slot = ((HashedTable<K>) hashed(table)).slot(key);
    store.touch(slot);
    store.write(slot, value);
  }

  /** The place of a key, to read and write it without looking it up again. */
  @SuppressWarnings("unchecked")
  public <K, V> Place<V> at(Table<K, V> table, K key) {
    Slot slot = ((HashedTable<K>) hashed(table)).slot(key);
    store.touch(slot);
    return new Place<>(store, slot);
  }

  /** The value at a key; null if absent. */
  @SuppressWarnings("unchecked")
  public <K, V> @Nullable V get(SortedTable<K, V> table, K key) {
    return (V) linked(table).get(key);
  }

  /** The least key above {@code key}, or of all for null; null if there is none. */
  public <K, V> @Nullable K next(SortedTable<K, V> table, @Nullable K key) {
    return linked(table).next(key);
  }

  /** Sets the value at a key; null removes it. */
  public <K, V> void set(SortedTable<K, V> table, K key, @Nullable V value) {
    linked(table).set(key, value);
  }

  private HashedTable<?> hashed(StateItem item) {
    if (table(item) instanceof HashedTable<?> hashed) {
      return hashed;
    }
    throw undeclared(item);
  }

  @SuppressWarnings("unchecked")
  private <K> LinkedTable<K> linked(SortedTable<K, ?> item) {
    if (table(item) instanceof LinkedTable<?> linked) {
      return (LinkedTable<K>) linked;
    }
    throw undeclared(item);
  }

  private @Nullable ItemTable<?> table(StateItem item) {
    int index = item.index();
    return index < byIndex.length ? byIndex[index] : null;
  }

  private IllegalStateException undeclared(StateItem item) {
    return new IllegalStateException(
        "module " + owner + " does not list the state item " + item.name() + " in state()");
  }
}
