package io.frond.vm;

import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/**
 * What a command may do: read and write its module's state, move value within its authority, emit
 * events. Every call is charged in steps at the prices of the chain's parameters.
 */
public interface Context extends StateView {
  /**
   * The account that signed the command, or that a forced exit is about.
   *
   * @throws IllegalStateException in {@code genesis}, {@code blockEnd} and {@code onMessage}
   */
  Account sender();

  @Override
  Ledger ledger();

  /** Sets the value of a cell; null makes it absent. */
  <V> void write(Cell<V> cell, @Nullable V value);

  /** Sets the value at a key; null removes it. */
  <K, V> void write(Table<K, V> table, K key, @Nullable V value);

  /** Sets the value at a key; null removes it. */
  <K, V> void write(SortedTable<K, V> table, K key, @Nullable V value);

  /**
   * 32 bytes from the hash of the parent block that this block refers to and this transaction's
   * position in it, so the sequencer alone never chooses them. A sequencer that picks the reference
   * among several parent blocks still has a choice of a few; do not let large stakes hang on one
   * draw.
   */
  Bytes32 randomness();

  /** Leaves an event in the outcome. */
  <E> void emit(EventType<E> type, E event);

  /** Sends a message to the parent chain, readable there when the batch is final. */
  void send(Bytes payload);

  /**
   * Charges {@code count} further steps. A loop over data that is not state calls this in each
   * turn.
   *
   * @throws IllegalArgumentException if {@code count} is negative
   */
  void step(long count);
}
