package io.frond.core.tx;

import fr.acinq.secp256k1.Secp256k1Exception;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** libsecp256k1. Loading this class needs the optional dependency. */
final class NativeEngine implements Secp256k1Engine {
  private static final byte UNCOMPRESSED = 4;

  private final fr.acinq.secp256k1.Secp256k1 library;

  private NativeEngine(fr.acinq.secp256k1.Secp256k1 library) {
    this.library = library;
  }

  /**
   * The engine, once it has shown that it computes.
   *
   * @throws LinkageError or a RuntimeException, if the library or its native part is missing
   */
  static NativeEngine load() {
    NativeEngine engine = new NativeEngine(fr.acinq.secp256k1.Secp256k1.get());
    byte[] two = new byte[Secp256k1.SCALAR_BYTES];
    two[Secp256k1.SCALAR_BYTES - 1] = 2;
    if (!Arrays.equals(engine.publicKey(two), new BouncyCastleEngine().publicKey(two))) {
      throw new IllegalStateException("the native library computes a wrong key");
    }
    return engine;
  }

  @Override
  public byte @Nullable [] recover(byte[] digest, byte[] signature, int candidate) {
    try {
      return withoutPrefix(library.ecdsaRecover(signature, digest, candidate));
    } catch (Secp256k1Exception noSuchKey) {
      return null;
    }
  }

  @Override
  public boolean verify(byte[] digest, byte[] signature, byte[] key) {
    byte[] prefixed = new byte[1 + Secp256k1.KEY_BYTES];
    prefixed[0] = UNCOMPRESSED;
    System.arraycopy(key, 0, prefixed, 1, Secp256k1.KEY_BYTES);
    return library.verify(signature, digest, prefixed);
  }

  @Override
  public byte[] publicKey(byte[] secret) {
    return withoutPrefix(library.pubkeyCreate(secret));
  }

  @Override
  public byte[] sign(byte[] digest, byte[] secret) {
    // The library takes its nonce from the digest as it stands, RFC 6979 from the reduced one.
    return library.sign(Secp256k1.reduce(digest), secret, null);
  }

  private static byte[] withoutPrefix(byte[] key) {
    return Arrays.copyOfRange(key, 1, key.length);
  }
}
