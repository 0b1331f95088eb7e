package io.frond.core.state;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The bits of 32-byte keys. Bit 0 is the top bit of byte 0; depth {@code i} turns on bit i. */
final class KeyBits {
  /** Length of a key, a value hash and a digest. */
  static final int BYTES = 32;

  /** The deepest place of a leaf, and the most siblings on a path. */
  static final int MAX_DEPTH = 256;

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private KeyBits() {}

  static int bit(byte[] bytes, int offset, int index) {
    return bytes[offset + (index >>> 3)] >>> (7 - (index & 7)) & 1;
  }

  static void setBit(byte[] bytes, int index) {
    bytes[index >>> 3] |= (byte) (0x80 >>> (index & 7));
  }

  /** The first 32 bits as an unsigned value. */
  static long prefix(byte[] bytes, int offset) {
    return Integer.toUnsignedLong((int) INTS.get(bytes, offset));
  }

  static void setPrefix(byte[] bytes, long prefix) {
    INTS.set(bytes, 0, (int) prefix);
  }

  static int compare(byte[] a, int aOffset, byte[] b, int bOffset) {
    int order = Long.compareUnsigned((long) LONGS.get(a, aOffset), (long) LONGS.get(b, bOffset));
    return order != 0
        ? order
        : Arrays.compareUnsigned(a, aOffset, aOffset + BYTES, b, bOffset, bOffset + BYTES);
  }

  static boolean same(byte[] a, int aOffset, byte[] b, int bOffset) {
    return Arrays.equals(a, aOffset, aOffset + BYTES, b, bOffset, bOffset + BYTES);
  }

  static boolean isZero(byte[] bytes, int offset) {
    int any = 0;
    for (int i = 0; i < BYTES; i++) {
      any |= bytes[offset + i];
    }
    return any == 0;
  }

  /** Whether two keys take the same way down to {@code depth}. */
  static boolean sharePrefix(byte[] a, byte[] b, int depth) {
    int whole = depth >>> 3;
    int rest = depth & 7;
    return Arrays.equals(a, 0, whole, b, 0, whole)
        && (rest == 0 || ((a[whole] ^ b[whole]) & 0xff) >>> (8 - rest) == 0);
  }
}
