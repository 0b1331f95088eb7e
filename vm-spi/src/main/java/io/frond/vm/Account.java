package io.frond.vm;

import java.nio.ByteBuffer;
import org.apache.tuweni.bytes.Bytes;

/**
 * A 20-byte address, as in every EVM wallet. Held as words and not as an array, so that tables
 * keyed by accounts compare and hash without a memory hop.
 */
public final class Account implements Comparable<Account> {
  /** Length of an address in bytes. */
  public static final int BYTES = 20;

  private final long high; // bytes 0-7
  private final long middle; // bytes 8-15
  private final int low; // bytes 16-19

  private Account(long high, long middle, int low) {
    this.high = high;
    this.middle = middle;
    this.low = low;
  }

  /** The account whose address is these three big-endian words: bytes 0-7, 8-15 and 16-19. */
  public static Account ofWords(long high, long middle, int low) {
    return new Account(high, middle, low);
  }

  /**
   * The account with this address.
   *
   * @throws IllegalArgumentException unless {@code address} has exactly 20 bytes
   */
  public static Account of(Bytes address) {
    if (address.size() != BYTES) {
      throw new IllegalArgumentException("account: expected 20 bytes, actual " + address.size());
    }
    return new Account(address.getLong(0), address.getLong(8), address.getInt(16));
  }

  /**
   * The account with this hexadecimal address, with or without {@code 0x}; case is ignored.
   *
   * @throws IllegalArgumentException unless it is 40 hexadecimal digits
   */
  public static Account fromHex(String address) {
    return of(Bytes.fromHexString(address));
  }

  /** Bytes 0-7 of the address, big-endian. */
  public long high() {
    return high;
  }

  /** Bytes 8-15 of the address, big-endian. */
  public long middle() {
    return middle;
  }

  /** Bytes 16-19 of the address, big-endian. */
  public int low() {
    return low;
  }

  /** The 20 bytes of the address. */
  public Bytes toBytes() {
    return Bytes.wrap(ByteBuffer.allocate(BYTES).putLong(high).putLong(middle).putInt(low).array());
  }

  /** Orders by the unsigned bytes of the address. */
  @Override
  public int compareTo(Account other) {
    int order = Long.compareUnsigned(high, other.high);
    if (order == 0) {
      order = Long.compareUnsigned(middle, other.middle);
    }
    return order == 0 ? Integer.compareUnsigned(low, other.low) : order;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Account account
        && high == account.high
        && middle == account.middle
        && low == account.low;
  }

  /**
   * A plain mix of the words. Players choose addresses, so a table mixes in a secret of its own.
   */
  @Override
  public int hashCode() {
    return Long.hashCode(high * 31 + middle) * 31 + low;
  }

  /** The address as {@code 0x} and 40 lower-case digits. */
  @Override
  public String toString() {
    return toBytes().toHexString();
  }
}
