package io.frond.exits.store;

import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;

/**
 * Values under keys, all of them bytes. Small on purpose: the same rules run over a map, over the
 * state of a chain, and over anything else that can do this. Values that are given or returned must
 * not be changed. For one thread.
 */
public interface SettlementStore {
  /** The value under a key. */
  Optional<Bytes> get(Bytes key);

  /** Sets the value under a key. */
  void put(Bytes key, Bytes value);

  /** Removes a key; nothing happens if there is none. */
  void remove(Bytes key);
}
