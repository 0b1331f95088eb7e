package io.frond.vm;

/**
 * Bytes that are not the one encoding of any value. The message says what was expected, what was
 * there, and where. The only exception that a decoder of this project throws.
 */
public final class DecodeException extends RuntimeException {
  /** A refusal with this message. */
  public DecodeException(String message) {
    super(message, null, false, false);
  }
}
