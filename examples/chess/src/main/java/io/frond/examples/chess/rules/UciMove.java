package io.frond.examples.chess.rules;

import io.github.wolfraam.chessgame.board.PieceType;
import io.github.wolfraam.chessgame.board.Square;
import io.github.wolfraam.chessgame.move.Move;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moves as chess engines write them: {@code e2e4}, {@code e7e8q}. One text per move. */
public final class UciMove {
  /** Length of the longest move, a promotion. */
  public static final int MAX_CHARS = 5;

  private static final String PROMOTIONS = "qrbn";
  private static final PieceType[] PROMOTION_TYPES = {
    PieceType.QUEEN, PieceType.ROOK, PieceType.BISHOP, PieceType.KNIGHT
  };

  private UciMove() {}

  /** The move that {@code uci} writes, legal or not, or empty if it writes none. */
  public static Optional<Move> parse(String uci) {
    if (uci.length() != 4 && uci.length() != MAX_CHARS) {
      return Optional.empty();
    }
    Square from = square(uci.charAt(0), uci.charAt(1));
    Square to = square(uci.charAt(2), uci.charAt(3));
    if (from == null || to == null) {
      return Optional.empty();
    }
    if (uci.length() == 4) {
      return Optional.of(new Move(from, to));
    }
    int promotion = PROMOTIONS.indexOf(uci.charAt(4));
    return promotion < 0
        ? Optional.empty()
        : Optional.of(new Move(from, to, PROMOTION_TYPES[promotion]));
  }

  /** The text of a move. */
  public static String of(Move move) {
    String squares = move.from.name + move.to.name;
    for (int i = 0; i < PROMOTION_TYPES.length; i++) {
      if (PROMOTION_TYPES[i] == move.promotion) {
        return squares + PROMOTIONS.charAt(i);
      }
    }
    return squares;
  }

  private static @Nullable Square square(char file, char rank) {
    if (file < 'a' || file > 'h' || rank < '1' || rank > '8') {
      return null;
    }
    return Square.fromCoordinates(file - 'a', rank - '1');
  }
}
