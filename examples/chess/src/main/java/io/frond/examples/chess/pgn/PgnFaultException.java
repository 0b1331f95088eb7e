package io.frond.examples.chess.pgn;

/** Ends the reading of one game; becomes a {@link PgnError} where file and game are known. */
final class PgnFaultException extends Exception {
  private static final int MAX_DETAIL_CHARS = 160;

  private final PgnError.Fault fault;

  PgnFaultException(PgnError.Fault fault, String detail) {
    super(detail.substring(0, Math.min(detail.length(), MAX_DETAIL_CHARS)));
    this.fault = fault;
  }

  static PgnFaultException malformed(String detail) {
    return new PgnFaultException(PgnError.Fault.MALFORMED, detail);
  }

  PgnError.Fault fault() {
    return fault;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
