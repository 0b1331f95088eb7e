package io.frond.core.tx;

import org.apache.tuweni.bytes.Bytes;
import org.bouncycastle.crypto.digests.KeccakDigest;

/** Keccak-256, with the padding that Ethereum uses and FIPS 202 does not. */
final class Keccak {
  static final int BYTES = 32;

  private Keccak() {}

  static byte[] hash(byte[] bytes, int offset, int length) {
    KeccakDigest digest = new KeccakDigest(BYTES * 8);
    digest.update(bytes, offset, length);
    byte[] out = new byte[BYTES];
    digest.doFinal(out, 0);
    return out;
  }

  static byte[] hash(byte[] bytes) {
    return hash(bytes, 0, bytes.length);
  }

  static byte[] hash(Bytes bytes) {
    return hash(bytes.toArrayUnsafe());
  }
}
