package io.frond.vm;

/**
 * Bytes that are not the one encoding of any value. The message says what was expected, what was
 * there, and where. The only exception that a decoder of this project throws.
 */
public final class DecodeException extends RuntimeException {
  private final boolean nonCanonical;

  /** A refusal with this message. */
  public DecodeException(String message) {
    this(message, false);
  }

  private DecodeException(String message, boolean nonCanonical) {
    super(message, null, false, false);
    this.nonCanonical = nonCanonical;
  }

  /** A refusal of bytes that are a second way to write what has one encoding. */
  public static DecodeException nonCanonical(String message) {
    return new DecodeException(message, true);
  }

  /** Whether the bytes mean something and are only not its one encoding. */
  public boolean isNonCanonical() {
    return nonCanonical;
  }
}
