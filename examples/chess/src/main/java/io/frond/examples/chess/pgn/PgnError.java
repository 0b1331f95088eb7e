package io.frond.examples.chess.pgn;

/**
 * Why one game of a file cannot be played.
 *
 * @param file the file's name as it was given
 * @param game its place in that file, from 1
 * @param ply the ply that is at fault, from 1; 0 for what stands before the moves
 * @param fault what kind of fault
 * @param detail expected and actual
 */
public record PgnError(String file, int game, int ply, Fault fault, String detail) {
  /** The kinds of faults. */
  public enum Fault {
    /** The text is not PGN. */
    MALFORMED,
    /** A move that is not legal where it stands. */
    ILLEGAL_MOVE,
    /** A move that two pieces can make. */
    AMBIGUOUS_MOVE,
    /** The end position, or another mark in the text, says another result. */
    WRONG_RESULT,
    /** Correct PGN that does not start from the initial position. */
    OTHER_START
  }

  /** File, game, ply and reason on one line. */
  public String message() {
    return file + ", game " + game + ", ply " + ply + ": " + detail + " (" + fault + ")";
  }
}
