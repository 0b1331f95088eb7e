package io.frond.core.parent;

/** The parent cannot be read just now. Trying again later is safe. */
public final class ParentUnavailableException extends RuntimeException {
  /** Says why. */
  public ParentUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
