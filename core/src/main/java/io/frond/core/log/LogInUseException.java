package io.frond.core.log;

/**
 * Another process, or another object of this one, has the log open. Nothing was read or changed.
 */
public final class LogInUseException extends RuntimeException {
  LogInUseException(String lock) {
    super("the log is open elsewhere: somebody holds " + lock);
  }
}
