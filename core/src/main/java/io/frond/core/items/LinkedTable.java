package io.frond.core.items;

import io.frond.core.state.StateSource.Found;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import io.frond.vm.Codec;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a {@link io.frond.vm.SortedTable}: a linked list in the order of the encoded keys.
 * Each entry keeps its successor's key, so a step is one read and an absent key is shown by the
 * entry that spans it. The list starts at a head entry without key.
 *
 * <p>Stored value: {@code 0} or {@code 1 ‖ uv length ‖ successor's key}, then for an entry the
 * value.
 */
final class LinkedTable<K> extends ItemTable<K> {
  /** The largest encoded key of a sorted table. */
  static final int MAX_KEY_BYTES = 1024;

  private final Codec<K> orderedKeys;
  private final TreeMap<byte[], Slot> slots = new TreeMap<>(Arrays::compareUnsigned);
  private @Nullable Slot head;

  LinkedTable(ItemStore store, ItemAddress address, Codec<K> keyCodec, Codec<?> valueCodec) {
    super(store, address, keyCodec, valueCodec);
    this.orderedKeys = keyCodec;
  }

  /** What a slot holds: a value (null in the head) and the successor's encoded key. */
  private record Link(@Nullable Object value, byte @Nullable [] next) {}

  @Nullable Object get(K key) {
    byte[] encoded = encodeKey(key);
    Slot slot = present(encoded);
    if (slot == null) {
      spanning(encoded);
      return null;
    }
    return link(slot).value;
  }

  @Nullable K next(@Nullable K key) {
    byte[] next;
    if (key == null) {
      next = nextOf(head());
    } else {
      byte[] encoded = encodeKey(key);
      Slot slot = present(encoded);
      next = nextOf(slot == null ? spanning(encoded) : slot);
    }
    return next == null ? null : orderedKeys.decode(ByteReader.of(next));
  }

  void set(K key, @Nullable Object value) {
    byte[] encoded = encodeKey(key);
    if (encoded.length > MAX_KEY_BYTES) {
      throw new IllegalArgumentException(
          "sorted key: expected at most " + MAX_KEY_BYTES + " bytes, actual " + encoded.length);
    }
    Slot slot = present(encoded);
    if (slot != null) {
      if (value == null) {
        unlink(slot, encoded);
      } else {
        store.write(slot, new Link(value, link(slot).next));
      }
    } else if (value != null) {
      link(key, encoded, value);
    } else {
      spanning(encoded);
    }
  }

  private void link(K key, byte[] encoded, Object value) {
    Slot before = spanning(encoded);
    Slot slot = slots.get(encoded);
    if (slot == null) {
      slot = resident(key, encoded);
    }
    store.touch(slot);
    store.write(slot, new Link(value, nextOf(before)));
    store.write(before, linked(before, encoded));
  }

  private void unlink(Slot slot, byte[] encoded) {
    Slot before = predecessor(encoded);
    store.write(before, linked(before, link(slot).next));
    store.write(slot, null);
  }

  /** What an entry becomes with another successor; the head of an empty list is absent. */
  private @Nullable Link linked(Slot before, byte @Nullable [] next) {
    return before == head && next == null ? null : new Link(valueOf(before), next);
  }

  /** The slot of a key that is present, touched; or null. */
  private @Nullable Slot present(byte[] encoded) {
    Slot slot = slots.get(encoded);
    if (slot == null) {
      Found found = store.source().find(section(), address.rawKey(encoded));
      if (found == null || found.value() == null) {
        return null;
      }
      slot = resident(orderedKeys.decode(ByteReader.of(encoded)), encoded);
      slot.value = decodeLink(ByteReader.of(found.value()), true);
    }
    if (slot.value == null) {
      return null;
    }
    store.touch(slot);
    return slot;
  }

  private Slot resident(K key, byte[] encoded) {
    Slot slot = new Slot(this, key, 0);
    slot.encodedKey = encoded;
    slots.put(encoded, slot);
    return slot;
  }

  /**
   * The present entry (or head) before an absent key, touched.
   *
   * @throws io.frond.core.state.WitnessIncomplete if that entry names the key as its successor, so
   *     that it is present and only this source does not show it
   */
  private Slot spanning(byte[] encoded) {
    Slot before = predecessor(encoded);
    if (Arrays.equals(nextOf(before), encoded)) {
      throw store.source().incomplete("an entry of " + address + " that is present");
    }
    return before;
  }

  /** The present entry (or head) whose successor is this key or the next one above it, touched. */
  private Slot predecessor(byte[] encoded) {
    Slot before = residentBefore(encoded);
    if (before == null || !reaches(before, encoded)) {
      before = loadedBefore(encoded);
    }
    store.touch(before);
    return before;
  }

  private @Nullable Slot residentBefore(byte[] encoded) {
    Map.Entry<byte[], Slot> entry = slots.lowerEntry(encoded);
    while (entry != null && entry.getValue().value == null) {
      entry = slots.lowerEntry(entry.getKey());
    }
    return entry == null ? head : entry.getValue();
  }

  private Slot loadedBefore(byte[] encoded) {
    byte[] rawKey = store.source().below(section(), address.prefix(), address.rawKey(encoded));
    byte[] key = rawKey == null ? ItemAddress.NO_KEY : address.encodedKey(rawKey);
    Slot before = key.length == 0 ? head() : present(key);
    if (before == null || !reaches(before, encoded)) {
      throw store.source().incomplete("no entry of " + address + " spans the key");
    }
    return before;
  }

  private boolean reaches(Slot before, byte[] encoded) {
    byte[] next = nextOf(before);
    return next == null || Arrays.compareUnsigned(next, encoded) >= 0;
  }

  private Slot head() {
    if (head == null) {
      Slot loaded = new Slot(this, null, 0);
      loaded.encodedKey = ItemAddress.NO_KEY;
      byte[] stored = store.load(this, loaded);
      if (stored != null) {
        loaded.value = decodeLink(ByteReader.of(stored), false);
      }
      head = loaded;
    }
    store.touch(head);
    return head;
  }

  private static Link link(Slot slot) {
    return (Link) Objects.requireNonNull(slot.value);
  }

  private static byte @Nullable [] nextOf(Slot slot) {
    return slot.value == null ? null : link(slot).next;
  }

  private static @Nullable Object valueOf(Slot slot) {
    return slot.value == null ? null : link(slot).value;
  }

  @Override
  void restore(byte[] encodedKey, ByteReader value) {
    if (encodedKey.length == 0) {
      Slot restored = new Slot(this, null, 0);
      restored.encodedKey = ItemAddress.NO_KEY;
      restored.value = decodeLink(value, false);
      head = restored;
    } else {
      Slot slot = resident(orderedKeys.decode(ByteReader.of(encodedKey)), encodedKey);
      slot.value = decodeLink(value, true);
    }
  }

  private Link decodeLink(ByteReader in, boolean withValue) {
    byte[] next = null;
    int more = in.u8();
    if (more > 1) {
      throw in.error("sorted entry: expected 0 or 1, actual " + more);
    }
    if (more == 1) {
      next = in.raw(in.uvUpTo(MAX_KEY_BYTES, "sorted key"));
    }
    Object value = withValue ? valueCodec.decode(in) : null;
    in.end();
    return new Link(value, next);
  }

  @Override
  @SuppressWarnings("unchecked")
  void encodeValue(Object value, ByteWriter out) {
    Link link = (Link) value;
    if (link.next == null) {
      out.u8(0);
    } else {
      out.u8(1).uv(link.next.length).raw(link.next);
    }
    if (link.value != null) {
      ((Codec<Object>) valueCodec).encode(link.value, out);
    }
  }

  @Override
  void evict(Slot slot) {
    if (slot != head) {
      slots.remove(encodedKey(slot));
    }
  }

  @Override
  void forEach(Consumer<Slot> action) {
    if (head != null && head.value != null) {
      action.accept(head);
    }
    for (Slot slot : slots.values()) {
      if (slot.value != null) {
        action.accept(slot);
      }
    }
  }
}
