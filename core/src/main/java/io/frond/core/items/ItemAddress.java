package io.frond.core.items;

import io.frond.core.hash.Hasher;
import io.frond.core.state.Section;
import io.frond.vm.ByteWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Where an item lies in consensus.
 *
 * <p>Raw key of a module's or the protocol's item: {@code owner u8 ‖ uv name length ‖ name ‖ kind
 * u8 ‖ encoded key}; kind is 0 for a cell and for the head of a sorted table, 1 for an entry. Its
 * tree key is {@code H(0x24 ‖ ownerId 32 ‖ uv name length ‖ name ‖ kind ‖ encoded key)}. Raw key of
 * a claim: {@code kind u8 ‖ identity}; its tree key is the claim key {@code H(0x20 ‖ kind ‖
 * identity)}.
 */
public final class ItemAddress {
  static final byte[] NO_KEY = new byte[0];
  private static final int ITEM_TAG = 0x24;
  private static final int CLAIM_TAG = 0x20;

  private final Section section;
  private final byte[] prefix;
  private final int tag;
  private final byte[] treePrefix;
  private final boolean keyed;

  private ItemAddress(Section section, byte[] prefix, int tag, byte[] treePrefix, boolean keyed) {
    this.section = section;
    this.prefix = prefix;
    this.tag = tag;
    this.treePrefix = treePrefix;
    this.keyed = keyed;
  }

  /**
   * An item of an owner.
   *
   * @param owner the position of the owning module, 0 for the protocol
   * @param ownerId the owner's identity in consensus
   */
  public static ItemAddress item(Section section, int owner, Bytes32 ownerId, String name) {
    byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
    ByteWriter raw = new ByteWriter();
    raw.u8(owner).uv(ascii.length).raw(ascii);
    ByteWriter tree = new ByteWriter();
    tree.raw(ownerId).uv(ascii.length).raw(ascii);
    return new ItemAddress(section, raw.toArray(), ITEM_TAG, tree.toArray(), true);
  }

  /** All claims of a kind. */
  public static ItemAddress claims(int kind) {
    byte[] prefix = {(byte) kind};
    return new ItemAddress(Section.LEDGER, prefix, CLAIM_TAG, prefix, false);
  }

  Section section() {
    return section;
  }

  /** The bytes with which every raw key of this item starts. */
  byte[] prefix() {
    return prefix;
  }

  byte[] rawKey(byte[] encodedKey) {
    ByteWriter out = new ByteWriter(prefix.length + 1 + encodedKey.length);
    out.raw(prefix);
    if (keyed) {
      out.u8(encodedKey.length == 0 ? 0 : 1);
    }
    return out.raw(encodedKey).toArray();
  }

  /** The key bytes of a raw key that starts with {@link #prefix}. */
  byte[] encodedKey(byte[] rawKey) {
    return Arrays.copyOfRange(rawKey, prefix.length + (keyed ? 1 : 0), rawKey.length);
  }

  Bytes32 treeKey(Hasher hasher, byte[] encodedKey) {
    hasher.u8(tag).raw(treePrefix, 0, treePrefix.length);
    if (keyed) {
      hasher.u8(encodedKey.length == 0 ? 0 : 1);
    }
    return hasher.raw(encodedKey, 0, encodedKey.length).digest();
  }

  /** The address in words, for messages. */
  @Override
  public String toString() {
    return section + " " + Bytes.wrap(prefix).toHexString();
  }
}
