package io.frond.core.tx;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The arithmetic of the curve, native or in Java. What is asked of it is well formed: the callers
 * check ranges and lengths, so that engines cannot differ in what they refuse.
 */
interface Secp256k1Engine {
  /**
   * The key that made this signature, if the point behind r is the one of this number.
   *
   * @param digest 32 bytes
   * @param signature r and s, both scalars, s in the lower half
   * @param candidate 0 to 3: bit 0 the parity of y, bit 1 whether x is r plus the order
   * @return x and y, or null if there is no such key
   */
  byte @Nullable [] recover(byte[] digest, byte[] signature, int candidate);

  /**
   * Whether this key made this signature.
   *
   * @param key x and y of a key of the curve
   */
  boolean verify(byte[] digest, byte[] signature, byte[] key);

  /** The public key of a secret that is a scalar: x and y. */
  byte[] publicKey(byte[] secret);

  /** The signature of RFC 6979 with SHA-256, s in the lower half. */
  byte[] sign(byte[] digest, byte[] secret);

  /** The native engine if it loads, else the one in Java. */
  static Secp256k1Engine preferred() {
    try {
      return NativeEngine.load();
    } catch (LinkageError | RuntimeException e) {
      // Not on the class path, or no native for this machine: the same answers, slower.
      LoggerFactory.getLogger(Secp256k1Engine.class)
          .info("no native secp256k1, bouncycastle serves: {}", e.toString());
      return new BouncyCastleEngine();
    }
  }
}
