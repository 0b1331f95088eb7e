package io.frond.exits.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;

/** A store that lives and dies with this object. Its keys have no order that anybody can see. */
public final class MemoryStore implements SettlementStore {
  private final Map<Key, Bytes> values = new HashMap<>();

  @Override
  public Optional<Bytes> get(Bytes key) {
    return Optional.ofNullable(values.get(new Key(key.toArrayUnsafe())));
  }

  @Override
  public void put(Bytes key, Bytes value) {
    values.put(new Key(key.toArray()), value);
  }

  @Override
  public void remove(Bytes key) {
    values.remove(new Key(key.toArrayUnsafe()));
  }

  /** An array that compares by content; Bytes does so one virtual call a byte. */
  private static final class Key {
    private final byte[] bytes;

    Key(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }
}
