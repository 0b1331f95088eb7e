package io.frond.core.tx;

import io.frond.vm.Account;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/**
 * ECDSA over secp256k1: 64 bytes r and s, both in range, s in the lower half, valid if and only if
 * some key whose address is the sender's verifies it. At most four keys can, so all are tried.
 */
final class Secp256k1Scheme implements SignatureScheme {
  private static final int CANDIDATES = 4;

  private final Secp256k1Engine engine;
  private final KnownKeys known = new KnownKeys();

  Secp256k1Scheme(Secp256k1Engine engine) {
    this.engine = engine;
  }

  @Override
  public SignatureVerdict verify(Bytes32 digest, Account sender, Bytes signature, int hint) {
    if (signature.size() != Secp256k1.SIGNATURE_BYTES) {
      return SignatureVerdict.INVALID;
    }
    byte[] rs = signature.toArrayUnsafe();
    if (!Secp256k1.isScalar(rs, 0) || !Secp256k1.isScalar(rs, Secp256k1.SCALAR_BYTES)) {
      return SignatureVerdict.INVALID;
    }
    if (Secp256k1.isHighS(rs)) {
      return SignatureVerdict.HIGH_S;
    }
    byte[] hash = digest.toArrayUnsafe();
    return signedByKnown(hash, rs, sender) || findKey(hash, rs, sender, hint) != null
        ? SignatureVerdict.VALID
        : SignatureVerdict.INVALID;
  }

  private boolean signedByKnown(byte[] digest, byte[] signature, Account sender) {
    byte[] key = known.find(sender);
    return key != null && engine.verify(digest, signature, key);
  }

  private byte @Nullable [] findKey(byte[] digest, byte[] signature, Account sender, int hint) {
    int candidates = Secp256k1.mayHaveWrapped(signature) ? CANDIDATES : CANDIDATES / 2;
    int first = hint >= 0 && hint < candidates ? hint : 0;
    for (int i = 0; i < candidates; i++) {
      byte[] key = engine.recover(digest, signature, first ^ i);
      if (key != null && Secp256k1.address(key).equals(sender)) {
        known.remember(sender, key);
        return key;
      }
    }
    return null;
  }
}
