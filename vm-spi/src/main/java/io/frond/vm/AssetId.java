package io.frond.vm;

import java.nio.ByteBuffer;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The 32-byte identity of an asset that the chain declares: fungible and counted in 63-bit quanta,
 * or a collection of items.
 */
public final class AssetId implements Comparable<AssetId> {
  /** Length of an asset identity in bytes. */
  public static final int BYTES = 32;

  private final long word0;
  private final long word1;
  private final long word2;
  private final long word3;

  private AssetId(long word0, long word1, long word2, long word3) {
    this.word0 = word0;
    this.word1 = word1;
    this.word2 = word2;
    this.word3 = word3;
  }

  /** The asset whose identity is these four big-endian words. */
  public static AssetId ofWords(long word0, long word1, long word2, long word3) {
    return new AssetId(word0, word1, word2, word3);
  }

  /**
   * The asset with this identity.
   *
   * @throws IllegalArgumentException unless {@code id} has exactly 32 bytes
   */
  public static AssetId of(Bytes id) {
    if (id.size() != BYTES) {
      throw new IllegalArgumentException("asset id: expected 32 bytes, actual " + id.size());
    }
    return new AssetId(id.getLong(0), id.getLong(8), id.getLong(16), id.getLong(24));
  }

  /**
   * The asset whose identity is the ASCII bytes of {@code name}, padded with zeros on the right.
   *
   * @throws IllegalArgumentException unless the name is 1 to 32 printable ASCII characters
   */
  public static AssetId named(String name) {
    byte[] id = new byte[BYTES];
    if (name.isEmpty() || name.length() > BYTES) {
      throw new IllegalArgumentException(
          "asset name: expected 1 to 32 characters, actual " + name.length());
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < 0x21 || c > 0x7e) {
        throw new IllegalArgumentException("asset name: expected printable ASCII, actual " + name);
      }
      id[i] = (byte) c;
    }
    return of(Bytes.wrap(id));
  }

  /** Bytes 0-7 of the identity, big-endian. */
  public long word0() {
    return word0;
  }

  /** Bytes 8-15 of the identity, big-endian. */
  public long word1() {
    return word1;
  }

  /** Bytes 16-23 of the identity, big-endian. */
  public long word2() {
    return word2;
  }

  /** Bytes 24-31 of the identity, big-endian. */
  public long word3() {
    return word3;
  }

  /** The 32 bytes of the identity. */
  public Bytes32 toBytes() {
    ByteBuffer id = ByteBuffer.allocate(BYTES);
    return Bytes32.wrap(id.putLong(word0).putLong(word1).putLong(word2).putLong(word3).array());
  }

  /** Orders by the unsigned bytes of the identity. */
  @Override
  public int compareTo(AssetId other) {
    int order = Long.compareUnsigned(word0, other.word0);
    if (order == 0) {
      order = Long.compareUnsigned(word1, other.word1);
    }
    if (order == 0) {
      order = Long.compareUnsigned(word2, other.word2);
    }
    return order == 0 ? Long.compareUnsigned(word3, other.word3) : order;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AssetId asset
        && word0 == asset.word0
        && word1 == asset.word1
        && word2 == asset.word2
        && word3 == asset.word3;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(((word0 * 31 + word1) * 31 + word2) * 31 + word3);
  }

  /** The identity as {@code 0x} and 64 lower-case digits. */
  @Override
  public String toString() {
    return toBytes().toHexString();
  }
}
