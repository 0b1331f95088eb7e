package io.frond.testkit.audit;

/** The books do not add up. The message says what, where, expected and actual. */
public final class AuditException extends RuntimeException {
  AuditException(String message) {
    super(message);
  }
}
