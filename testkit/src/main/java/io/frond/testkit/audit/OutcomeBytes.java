package io.frond.testkit.audit;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Reads published bytes by the written format, on its own. */
final class OutcomeBytes {
  private final ByteBuffer in;

  OutcomeBytes(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  boolean isAtEnd() {
    return !in.hasRemaining();
  }

  int u8() {
    return in.get() & 0xff;
  }

  BigInteger u64() {
    byte[] bytes = new byte[8];
    in.get(bytes);
    return new BigInteger(1, bytes);
  }

  int uv() {
    long value = 0;
    int shift = 0;
    while (true) {
      int next = u8();
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        return Math.toIntExact(value);
      }
      shift += 7;
    }
  }

  void skipUv() {
    int next;
    do {
      next = u8();
    } while (next >= 0x80);
  }

  String hex(int length) {
    return HexFormat.of().formatHex(bytes(length));
  }

  byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  /** The operations of an outcome; what comes before them is skipped by its format. */
  static OutcomeBytes operationsOf(byte[] outcome) {
    OutcomeBytes in = new OutcomeBytes(outcome);
    in.skipStatus();
    for (int i = 0; i < 8; i++) {
      in.skipUv(); // usage and bill
    }
    in.skipUv();
    return new OutcomeBytes(in.bytes(in.uv()));
  }

  private void skipStatus() {
    int code = u8();
    if (code == 1) {
      bytes(uv());
      for (int left = uv(); left > 0; left--) {
        skipArgument();
      }
    } else if (code == 3) {
      bytes(uv());
    } else if (code == 5) {
      skipUv();
    } else if (code != 0) {
      u8();
    }
  }

  private void skipArgument() {
    switch (u8()) {
      case 1 -> bytes(8);
      case 2 -> bytes(1);
      case 3 -> bytes(uv());
      case 4 -> bytes(20);
      default -> bytes(32);
    }
  }
}
