package io.frond.examples.chess.rules;

import io.github.wolfraam.chessgame.board.Board;
import io.github.wolfraam.chessgame.board.Side;
import io.github.wolfraam.chessgame.move.KingState;
import io.github.wolfraam.chessgame.move.Move;
import io.github.wolfraam.chessgame.move.MoveHelper;
import java.util.Optional;

/**
 * What may be played and what it decides: pure functions from FEN to FEN, so that a chain keeps a
 * game as one string. A move costs about 12 microseconds.
 *
 * <p>Only mate and stalemate end a game by themselves. The other draws are rights that a player
 * claims: recorded games run on past them. The library's sets of moves have no order that two
 * machines share, so they are asked for members and never walked here.
 */
public final class ChessRules {
  /** The position before the first move. */
  public static final String START = "rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1";

  private ChessRules() {}

  /**
   * The position after a move, or empty if {@code uci} is not a legal move.
   *
   * @param fen a position that {@link #START} leads to
   * @param uci from square, to square and, for a promotion alone, one of {@code q r b n}
   */
  public static Optional<Position> play(String fen, String uci) {
    Optional<Move> parsed = UciMove.parse(uci);
    if (parsed.isEmpty()) {
      return Optional.empty();
    }
    Move move = parsed.get();
    Board board = Board.fromFen(fen);
    if (!new MoveHelper(board).isLegalMove(move)) {
      return Optional.empty();
    }
    board.playMove(move.from, move.to, move.promotion, false);
    return Optional.of(new Position(board.getFen(), decidedBy(board)));
  }

  /** Whose turn it is. */
  public static Color toMove(String fen) {
    return fen.charAt(fen.indexOf(' ') + 1) == 'w' ? Color.WHITE : Color.BLACK;
  }

  /**
   * Whether either player may end the game as a draw: neither can mate with what is left, or fifty
   * moves of each have passed without a capture or a pawn's move. A threefold repetition cannot be
   * claimed, as a position does not know its past.
   */
  public static boolean drawCanBeClaimed(String fen) {
    Board board = Board.fromFen(fen);
    return board.isDrawInsufficientMaterial() || board.isDrawFiftyMoveRule();
  }

  /** What the position on {@code board} decides by itself: mate, stalemate, or nothing yet. */
  public static GameResult decidedBy(Board board) {
    MoveHelper moves = new MoveHelper(board);
    if (moves.hasLegalMoves()) {
      return GameResult.UNFINISHED;
    }
    Side stuck = board.getSideToMove();
    if (moves.getKingState(stuck, false) == KingState.NORMAL) {
      return GameResult.DRAW;
    }
    return stuck == Side.WHITE ? GameResult.BLACK_WINS : GameResult.WHITE_WINS;
  }
}
