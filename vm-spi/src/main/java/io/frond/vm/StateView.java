package io.frond.vm;

import org.jspecify.annotations.Nullable;

/**
 * Reads the state of one module and the ledger. What a query gets; valid only while the call that
 * received it runs, on the thread that runs it.
 *
 * <p>Modules read through {@link Cell}, {@link Table} and {@link SortedTable}; the {@code read} and
 * {@code next} methods here are what these are built on. Reading an item that the module did not
 * list in {@link ExecutionModule#state} is a bug and throws {@link IllegalStateException}.
 */
public interface StateView {
  /** The value of a cell, or null if it is absent. */
  <V> @Nullable V read(Cell<V> cell);

  /** The value at a key, or null if it is absent. */
  <K, V> @Nullable V read(Table<K, V> table, K key);

  /** The value at a key, or null if it is absent. */
  <K, V> @Nullable V read(SortedTable<K, V> table, K key);

  /** The least key above {@code key}, or the least of all for null; null if there is none. */
  <K, V> @Nullable K next(SortedTable<K, V> table, @Nullable K key);

  /** Who owns what. */
  LedgerView ledger();

  /**
   * Number of the block that runs, or for a query of the last one. The first block has number 1.
   */
  long blockNumber();

  /** The block's timestamp in milliseconds since 1970; it never falls from block to block. */
  long timestampMs();

  /** Height of the parent block that this block refers to; every deadline counts in these. */
  long parentHeight();
}
