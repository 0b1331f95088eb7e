package io.frond.examples.chess;

import io.frond.examples.chess.rules.ChessRules;
import io.frond.examples.chess.rules.Color;
import java.util.Optional;

/**
 * What a game looks like; it stays when the game has ended.
 *
 * @param fen the position
 * @param phase how far the game has come
 * @param drawOffer who has offered a draw that still stands
 */
public record Board(String fen, Phase phase, Optional<Color> drawOffer) {
  /** A board that waits for a second player. */
  static Board open() {
    return new Board(ChessRules.START, Phase.OPEN, Optional.empty());
  }

  /** The same board with both players. */
  Board started() {
    return new Board(fen, Phase.PLAYING, Optional.empty());
  }

  /** After a move of {@code mover}, which lets an offer of the opponent lapse. */
  Board moved(String nextFen, Color mover) {
    return new Board(nextFen, phase, drawOffer.filter(by -> by == mover));
  }

  /** With an offer that stands. */
  Board offered(Color by) {
    return new Board(fen, phase, Optional.of(by));
  }

  /** When it is over. */
  Board ended(Phase end) {
    return new Board(fen, end, Optional.empty());
  }
}
