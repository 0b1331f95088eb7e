package io.frond.core.items;

import org.jspecify.annotations.Nullable;

/**
 * The value at one key of a table, found once and touched. Good until the block ends or touches are
 * forgotten; whoever keeps one longer reads what is no longer there.
 *
 * @param <V> the value
 */
public final class Place<V> {
  private final ItemStore store;
  private final Slot slot;

  Place(ItemStore store, Slot slot) {
    this.store = store;
    this.slot = slot;
  }

  /** The value; null if absent. */
  @SuppressWarnings("unchecked") // the table that the slot is of has values V
  public @Nullable V get() {
    return (V) slot.value;
  }

  /** Sets the value; null removes it. */
  public void set(@Nullable V value) {
    store.write(slot, value);
  }
}
