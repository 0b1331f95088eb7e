package io.frond.core.tx;

/** The schemes that this library brings. */
public final class SignatureSchemes {
  private SignatureSchemes() {}

  /**
   * secp256k1 by the native library where it is on the class path and loads, else by bouncycastle.
   * Natively about 15 times as fast.
   */
  public static SignatureScheme secp256k1() {
    return Preferred.SCHEME;
  }

  /** secp256k1 in Java alone. */
  public static SignatureScheme bouncyCastle() {
    return Portable.SCHEME;
  }

  // Each in a holder, so that asking for one never loads the other.
  private static final class Preferred {
    static final SignatureScheme SCHEME = new Secp256k1Scheme(Secp256k1Engine.preferred());
  }

  private static final class Portable {
    static final SignatureScheme SCHEME = new Secp256k1Scheme(new BouncyCastleEngine());
  }
}
