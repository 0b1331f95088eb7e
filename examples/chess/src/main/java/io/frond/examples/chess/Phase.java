package io.frond.examples.chess;

import io.frond.examples.chess.rules.GameResult;

/** How far a game has come. The names are in consensus. */
public enum Phase {
  /** Nobody plays Black yet. */
  OPEN(GameResult.UNFINISHED),
  /** Both players have locked their stakes. */
  PLAYING(GameResult.UNFINISHED),
  /** White has both stakes. */
  WHITE_WON(GameResult.WHITE_WINS),
  /** Black has both stakes. */
  BLACK_WON(GameResult.BLACK_WINS),
  /** Each player has the stake back. */
  DRAWN(GameResult.DRAW),
  /** Nobody joined, and White has the stake back. */
  CANCELLED(GameResult.UNFINISHED);

  private final GameResult result;

  Phase(GameResult result) {
    this.result = result;
  }

  static Phase endedBy(GameResult result) {
    return switch (result) {
      case WHITE_WINS -> WHITE_WON;
      case BLACK_WINS -> BLACK_WON;
      case DRAW -> DRAWN;
      case UNFINISHED -> throw new IllegalArgumentException("expected a result, actual none");
    };
  }

  /** The result in chess, unfinished for a game that has none. */
  public GameResult result() {
    return result;
  }
}
