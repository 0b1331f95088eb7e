package io.frond.core.tx;

import io.frond.vm.Account;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * A secp256k1 key in memory. It signs deterministically, as RFC 6979 says with SHA-256: the same
 * digest gives the same signature on every machine. Safe for several threads.
 */
public final class KeyPair implements Signer {
  private final Secp256k1Engine engine;
  private final byte[] secret;
  private final byte[] key;
  private final Account address;

  private KeyPair(Secp256k1Engine engine, byte[] secret) {
    this.engine = engine;
    this.secret = secret;
    this.key = engine.publicKey(secret);
    this.address = Secp256k1.address(key);
  }

  /**
   * The key of this secret.
   *
   * @throws IllegalArgumentException unless the secret is 1 to the order of the curve less 1
   */
  public static KeyPair of(Bytes32 secret) {
    return of(secret, Preferred.ENGINE);
  }

  static KeyPair of(Bytes32 secret, Secp256k1Engine engine) {
    byte[] copy = secret.toArray();
    if (!Secp256k1.isScalar(copy, 0)) {
      throw new IllegalArgumentException("secret: expected 1 to the order of the curve less 1");
    }
    return new KeyPair(engine, copy);
  }

  @Override
  public Account address() {
    return address;
  }

  /** The public key: 64 bytes, x and y. */
  public Bytes publicKey() {
    return Bytes.wrap(key.clone());
  }

  @Override
  public Signature.Secp256k1 sign(Bytes32 digest) {
    return new Signature.Secp256k1(Bytes.wrap(engine.sign(digest.toArrayUnsafe(), secret)));
  }

  /** The address; never the secret. */
  @Override
  public String toString() {
    return "KeyPair of " + address;
  }

  private static final class Preferred {
    static final Secp256k1Engine ENGINE = Secp256k1Engine.preferred();
  }
}
