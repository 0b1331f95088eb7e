package io.frond.examples.chess.run;

/** What the program tells the shell. A wrong option is 2, as picocli has it. */
final class ExitStatus {
  /** Every game was read and went as recorded, every account left with what was its own. */
  static final int OK = 0;

  /** As OK, but some games could not be read. */
  static final int UNREADABLE_GAMES = 1;

  /** A promise was not kept; the last lines say which. */
  static final int BROKEN = 3;

  private ExitStatus() {}
}
