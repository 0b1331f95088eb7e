package io.frond.core.items;

import io.frond.core.state.Section;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import io.frond.vm.Codec;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The resident slots of one item: open addressing over a power of two, at most two thirds full. A
 * cell is a table of one slot without a key.
 *
 * @param <K> the key
 */
abstract sealed class ItemTable<K> permits HashedTable, LinkedTable {
  final ItemStore store;
  final ItemAddress address;
  final @Nullable Codec<K> keyCodec;
  final Codec<?> valueCodec;

  ItemTable(
      ItemStore store, ItemAddress address, @Nullable Codec<K> keyCodec, Codec<?> valueCodec) {
    this.store = store;
    this.address = address;
    this.keyCodec = keyCodec;
    this.valueCodec = valueCodec;
  }

  final Section section() {
    return address.section();
  }

  /** Makes the slot of an encoded key resident with this stored value. */
  abstract void restore(byte[] encodedKey, ByteReader value);

  /** Writes the stored value of a slot whose value is {@code value}. */
  abstract void encodeValue(Object value, ByteWriter out);

  /** Forgets a slot that is absent. */
  abstract void evict(Slot slot);

  /** Shows every slot that is present, in no order. */
  abstract void forEach(Consumer<Slot> action);

  final byte[] encodedKey(Slot slot) {
    byte[] encoded = slot.encodedKey;
    if (encoded == null) {
      encoded = encodeKey(slot.key);
      slot.encodedKey = encoded;
    }
    return encoded;
  }

  @SuppressWarnings("unchecked")
  final byte[] encodeKey(@Nullable Object key) {
    if (keyCodec == null || key == null) {
      return ItemAddress.NO_KEY;
    }
    ByteWriter out = store.scratch();
    keyCodec.encode((K) key, out);
    return out.toArray();
  }

  final byte[] rawKey(Slot slot) {
    return address.rawKey(encodedKey(slot));
  }

  final boolean sameKey(Slot slot, byte[] encodedKey) {
    return Arrays.equals(encodedKey(slot), encodedKey);
  }
}
