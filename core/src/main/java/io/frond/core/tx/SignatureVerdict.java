package io.frond.core.tx;

/** What a {@link SignatureScheme} says about a signature. */
public enum SignatureVerdict {
  /** A key of the sender signed the digest. */
  VALID,
  /** No key of the sender signed the digest, or the bytes are no signature at all. */
  INVALID,
  /**
   * The bytes are in range, with s in the upper half: the form that anybody can make out of a valid
   * signature. Whether it is one is not asked.
   */
  HIGH_S
}
