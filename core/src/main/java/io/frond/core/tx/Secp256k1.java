package io.frond.core.tx;

import io.frond.vm.Account;
import java.math.BigInteger;
import java.util.Arrays;
import org.apache.tuweni.bytes.Bytes;

/** What both engines share: the numbers of the curve, and the forms of its keys and signatures. */
final class Secp256k1 {
  static final int SCALAR_BYTES = 32;
  static final int SIGNATURE_BYTES = 2 * SCALAR_BYTES;

  /** Length of a public key: x and y, without a prefix. */
  static final int KEY_BYTES = 2 * SCALAR_BYTES;

  /** The order of the group. */
  static final BigInteger ORDER =
      new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

  private static final BigInteger PRIME =
      new BigInteger("fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f", 16);
  private static final byte[] ORDER_BYTES = scalar(ORDER);
  private static final byte[] HALF_ORDER_BYTES = scalar(ORDER.shiftRight(1));
  private static final byte[] PRIME_LESS_ORDER_BYTES = scalar(PRIME.subtract(ORDER));
  private static final byte[] ZERO = new byte[SCALAR_BYTES];

  private Secp256k1() {}

  /** Whether the 32 bytes at {@code offset} are 1 to the order less 1. */
  static boolean isScalar(byte[] bytes, int offset) {
    return compare(bytes, offset, ZERO) > 0 && compare(bytes, offset, ORDER_BYTES) < 0;
  }

  static boolean isHighS(byte[] signature) {
    return compare(signature, SCALAR_BYTES, HALF_ORDER_BYTES) > 0;
  }

  /** Whether x of the point that r stands for may have been r plus the order. */
  static boolean mayHaveWrapped(byte[] signature) {
    return compare(signature, 0, PRIME_LESS_ORDER_BYTES) < 0;
  }

  static Account address(byte[] key) {
    return Account.of(Bytes.wrap(Keccak.hash(key), Keccak.BYTES - Account.BYTES, Account.BYTES));
  }

  /** The digest as a scalar: less the order if it is not below it. */
  static byte[] reduce(byte[] digest) {
    return compare(digest, 0, ORDER_BYTES) < 0
        ? digest
        : scalar(new BigInteger(1, digest).subtract(ORDER));
  }

  /** A number below 2^256 as 32 bytes. */
  static byte[] scalar(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] out = new byte[SCALAR_BYTES];
    int length = Math.min(bytes.length, SCALAR_BYTES);
    System.arraycopy(bytes, bytes.length - length, out, SCALAR_BYTES - length, length);
    return out;
  }

  private static int compare(byte[] bytes, int offset, byte[] number) {
    return Arrays.compareUnsigned(bytes, offset, offset + SCALAR_BYTES, number, 0, SCALAR_BYTES);
  }
}
