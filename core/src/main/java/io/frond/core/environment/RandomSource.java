package io.frond.core.environment;

import java.security.SecureRandom;

/** Randomness for what is local: salts, jitter, keys. Nothing of consensus may depend on it. */
@FunctionalInterface
public interface RandomSource {
  /** The platform's cryptographic randomness; safe for several threads. */
  static RandomSource secure() {
    return new SecureRandom()::nextBytes;
  }

  /** Overwrites every byte of {@code target}. */
  void fill(byte[] target);

  /** A random value of 64 bits. */
  default long nextLong() {
    byte[] bytes = new byte[Long.BYTES];
    fill(bytes);
    long value = 0;
    for (byte next : bytes) {
      value = (value << 8) | (next & 0xff);
    }
    return value;
  }
}
