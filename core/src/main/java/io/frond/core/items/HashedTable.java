package io.frond.core.items;

import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import io.frond.vm.Codec;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The slots of a {@link io.frond.vm.Cell} or {@link io.frond.vm.Table}. */
final class HashedTable<K> extends ItemTable<K> {
  private @Nullable Slot[] slots = new Slot[16];
  private int size;

  HashedTable(
      ItemStore store, ItemAddress address, @Nullable Codec<K> keyCodec, Codec<?> valueCodec) {
    super(store, address, keyCodec, valueCodec);
  }

  /** The slot of a key, loaded if it was not resident. */
  Slot slot(@Nullable K key) {
    long hash = hash(key);
    int mask = slots.length - 1;
    for (int i = (int) hash & mask; ; i = i + 1 & mask) {
      Slot slot = slots[i];
      if (slot == null) {
        return load(key, hash);
      }
      if (slot.hash == hash && (key == null || key.equals(slot.key))) {
        return slot;
      }
    }
  }

  private Slot load(@Nullable K key, long hash) {
    Slot slot = new Slot(this, key, hash);
    byte[] stored = store.load(this, slot);
    if (stored != null) {
      ByteReader in = ByteReader.of(stored);
      slot.value = valueCodec.decode(in);
      in.end();
    }
    insert(slot);
    return slot;
  }

  @Override
  void restore(byte[] encodedKey, ByteReader value) {
    K key = null;
    if (keyCodec != null) {
      ByteReader in = ByteReader.of(encodedKey);
      key = keyCodec.decode(in);
      in.end();
    }
    Slot slot = new Slot(this, key, hash(key));
    slot.value = valueCodec.decode(value);
    value.end();
    insert(slot);
  }

  @Override
  @SuppressWarnings("unchecked")
  void encodeValue(Object value, ByteWriter out) {
    ((Codec<Object>) valueCodec).encode(value, out);
  }

  @Override
  void evict(Slot slot) {
    int mask = slots.length - 1;
    int i = (int) slot.hash & mask;
    while (slots[i] != slot) {
      if (slots[i] == null) {
        return;
      }
      i = i + 1 & mask;
    }
    closeGap(i, mask);
    size--;
  }

  /** Moves later slots of the run back, so that no probe ends early. */
  private void closeGap(int gap, int mask) {
    int hole = gap;
    for (int i = hole + 1 & mask; ; i = i + 1 & mask) {
      Slot slot = slots[i];
      if (slot == null) {
        slots[hole] = null;
        return;
      }
      int home = (int) slot.hash & mask;
      if ((i - home & mask) >= (i - hole & mask)) {
        slots[hole] = slot;
        hole = i;
      }
    }
  }

  @Override
  void forEach(Consumer<Slot> action) {
    for (Slot slot : slots) {
      if (slot != null && slot.value != null) {
        action.accept(slot);
      }
    }
  }

  private void insert(Slot slot) {
    if (++size * 3 > slots.length * 2) {
      Slot[] old = slots;
      slots = new Slot[old.length * 2];
      for (Slot moved : old) {
        if (moved != null) {
          place(moved);
        }
      }
    }
    place(slot);
  }

  private void place(Slot slot) {
    int mask = slots.length - 1;
    int i = (int) slot.hash & mask;
    while (slots[i] != null) {
      i = i + 1 & mask;
    }
    slots[i] = slot;
  }

  private long hash(@Nullable K key) {
    long secret = store.secret();
    if (key == null) {
      return 0;
    }
    if (key instanceof Account account) {
      return KeyHash.of(secret, account);
    }
    if (key instanceof Long number) {
      return KeyHash.of(secret, number);
    }
    if (key instanceof AssetId asset) {
      return KeyHash.of(secret, asset);
    }
    byte[] encoded = encodeKey(key);
    return KeyHash.of(secret, encoded, encoded.length);
  }
}
