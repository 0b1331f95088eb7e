package io.frond.core.tx;

import org.apache.tuweni.bytes.Bytes;

/** A signature over the digest of a transaction, as it stands on the wire. */
public sealed interface Signature {
  /** The scheme byte before it. */
  int scheme();

  /**
   * An ECDSA signature over secp256k1.
   *
   * @param bytes r and s, 64 bytes
   */
  record Secp256k1(Bytes bytes) implements Signature {
    /** Scheme byte of this kind. */
    public static final int SCHEME = 1;

    /** Length of r and s. */
    public static final int BYTES = 64;

    /** Checks the length and copies. */
    public Secp256k1 {
      bytes = copyOf(bytes, BYTES, "secp256k1 signature");
    }

    @Override
    public int scheme() {
      return SCHEME;
    }
  }

  /**
   * An Ed25519 signature.
   *
   * @param bytes R and S, 64 bytes
   */
  record Ed25519(Bytes bytes) implements Signature {
    /** Scheme byte of this kind. */
    public static final int SCHEME = 2;

    /** Length of R and S. */
    public static final int BYTES = 64;

    /** Checks the length and copies. */
    public Ed25519 {
      bytes = copyOf(bytes, BYTES, "Ed25519 signature");
    }

    @Override
    public int scheme() {
      return SCHEME;
    }
  }

  /**
   * What a passkey answers when it is asked to sign the digest as its challenge.
   *
   * @param authenticatorData at most {@link #MAX_AUTHENTICATOR_BYTES} bytes
   * @param clientData at most {@link #MAX_CLIENT_DATA_BYTES} bytes of JSON
   * @param bytes r and s over P-256, 64 bytes
   */
  record P256(Bytes authenticatorData, Bytes clientData, Bytes bytes) implements Signature {
    /** Scheme byte of this kind. */
    public static final int SCHEME = 3;

    /** Length of r and s. */
    public static final int BYTES = 64;

    /** The most bytes of authenticator data. */
    public static final int MAX_AUTHENTICATOR_BYTES = 1_024;

    /** The most bytes of client data. */
    public static final int MAX_CLIENT_DATA_BYTES = 2_048;

    /** Checks the lengths and copies. */
    public P256 {
      checkAtMost(authenticatorData, MAX_AUTHENTICATOR_BYTES, "authenticator data");
      checkAtMost(clientData, MAX_CLIENT_DATA_BYTES, "client data");
      authenticatorData = Bytes.wrap(authenticatorData.toArray());
      clientData = Bytes.wrap(clientData.toArray());
      bytes = copyOf(bytes, BYTES, "P-256 signature");
    }

    @Override
    public int scheme() {
      return SCHEME;
    }
  }

  private static Bytes copyOf(Bytes bytes, int length, String what) {
    if (bytes.size() != length) {
      throw new IllegalArgumentException(
          what + ": expected " + length + " bytes, actual " + bytes.size());
    }
    return Bytes.wrap(bytes.toArray());
  }

  private static void checkAtMost(Bytes bytes, int most, String what) {
    if (bytes.size() > most) {
      throw new IllegalArgumentException(
          what + ": expected at most " + most + " bytes, actual " + bytes.size());
    }
  }
}
