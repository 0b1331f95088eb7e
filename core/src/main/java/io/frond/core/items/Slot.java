package io.frond.core.items;

import org.jspecify.annotations.Nullable;

/**
 * One value of the state while it is resident. Fields and not methods: this is the hottest object
 * of a chain.
 */
final class Slot {
  final ItemTable<?> table;
  final @Nullable Object key;
  final long hash;

  /** The value now; null if absent. */
  @Nullable Object value;

  /** The value when this block first touched the slot. */
  @Nullable Object atBlockStart;

  /** The store's savepoint at which its value was last kept for undo. */
  long savepoint;

  /** Whether this block has touched it. */
  boolean touched;

  /** Whether this block has written it. */
  boolean dirty;

  /** The encoded key; made when first needed. */
  byte @Nullable [] encodedKey;

  Slot(ItemTable<?> table, @Nullable Object key, long hash) {
    this.table = table;
    this.key = key;
    this.hash = hash;
  }
}
