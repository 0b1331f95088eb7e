package io.frond.examples.chess.rules;

/** One of the two players of a game. */
public enum Color {
  /** Moves first. */
  WHITE,
  /** Moves second. */
  BLACK;

  /** The opponent. */
  public Color other() {
    return this == WHITE ? BLACK : WHITE;
  }
}
