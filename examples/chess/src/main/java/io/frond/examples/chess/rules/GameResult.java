package io.frond.examples.chess.rules;

import java.util.Optional;

/** How a game ended, with the four results of PGN. */
public enum GameResult {
  /** {@code 1-0}. */
  WHITE_WINS("1-0"),
  /** {@code 0-1}. */
  BLACK_WINS("0-1"),
  /** {@code 1/2-1/2}. */
  DRAW("1/2-1/2"),
  /** {@code *}: nothing has decided it yet. */
  UNFINISHED("*");

  private final String notation;

  GameResult(String notation) {
    this.notation = notation;
  }

  /** A win of {@code color}. */
  public static GameResult winOf(Color color) {
    return color == Color.WHITE ? WHITE_WINS : BLACK_WINS;
  }

  /** The result that PGN writes so, or empty. */
  public static Optional<GameResult> ofNotation(String notation) {
    for (GameResult result : values()) {
      if (result.notation.equals(notation)) {
        return Optional.of(result);
      }
    }
    return Optional.empty();
  }

  /** As PGN writes it. */
  public String notation() {
    return notation;
  }
}
