package io.frond.exits.settlement;

import io.frond.exits.store.SettlementStore;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;

/** Numbers and flags under keys; a number that is 0 has no value, so one state has one content. */
final class Cells {
  private static final Bytes YES = Bytes.of(1);

  private final SettlementStore store;

  Cells(SettlementStore store) {
    this.store = store;
  }

  Optional<Bytes> get(Bytes key) {
    return store.get(key);
  }

  void put(Bytes key, Bytes value) {
    store.put(key, value);
  }

  void remove(Bytes key) {
    store.remove(key);
  }

  long number(Bytes key) {
    Optional<Bytes> value = store.get(key);
    return value.isPresent() ? value.get().getLong(0) : 0;
  }

  void setNumber(Bytes key, long number) {
    if (number == 0) {
      store.remove(key);
    } else {
      store.put(key, Bytes.ofUnsignedLong(number));
    }
  }

  /**
   * Adds to a number that never falls below 0.
   *
   * @throws IllegalStateException if it would, or overflow: a rule before this one failed
   */
  void add(Bytes key, long delta) {
    long sum = number(key) + delta;
    if (sum < 0) {
      throw new IllegalStateException("a book below 0: " + key + " by " + delta);
    }
    setNumber(key, sum);
  }

  boolean isSet(Bytes key) {
    return store.get(key).isPresent();
  }

  void set(Bytes key) {
    store.put(key, YES);
  }
}
