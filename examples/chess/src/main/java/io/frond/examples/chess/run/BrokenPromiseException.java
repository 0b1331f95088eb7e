package io.frond.examples.chess.run;

/** Something went another way than the library promises. */
final class BrokenPromiseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BrokenPromiseException(String message) {
    super(message);
  }
}
