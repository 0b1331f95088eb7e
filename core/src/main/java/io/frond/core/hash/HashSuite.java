package io.frond.core.hash;

import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** The hash of a chain, fixed at genesis. Safe for several threads; its hashers are not. */
public interface HashSuite {
  /** SHA-256: an intrinsic of the JVM and a precompile of the EVM. */
  static HashSuite sha256() {
    return Sha256.SUITE;
  }

  /** The name in the chain's parameters, such as {@code sha-256}. */
  String name();

  /** A new hasher for one thread. */
  Hasher newHasher();

  /** The digest of one tag byte and these parts, one after the other. */
  default Bytes32 hash(int tag, Bytes... parts) {
    Hasher hasher = newHasher().u8(tag);
    for (Bytes part : parts) {
      hasher.raw(part);
    }
    return hasher.digest();
  }
}
