package io.frond.examples.chess.pgn;

import io.frond.examples.chess.rules.GameResult;
import io.frond.examples.chess.rules.Position;
import java.util.List;

/**
 * A game as it was played.
 *
 * @param number its place in the whole input, from 1, games that could not be read counted
 * @param white who played White, {@code ?} if unknown
 * @param black who played Black, {@code ?} if unknown
 * @param result what was recorded; a result that the end position does not decide was a
 *     resignation, a flag or an agreed draw
 * @param moves the plies as {@code e2e4}, {@code e7e8q}; each legal in its position
 * @param end the position after the last of them
 */
public record RecordedGame(
    int number, String white, String black, GameResult result, List<String> moves, Position end) {
  /** A game of these parts. */
  public RecordedGame {
    moves = List.copyOf(moves);
  }
}
