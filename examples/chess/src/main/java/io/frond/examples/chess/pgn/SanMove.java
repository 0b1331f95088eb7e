package io.frond.examples.chess.pgn;

import io.github.wolfraam.chessgame.board.Board;
import io.github.wolfraam.chessgame.board.Piece;
import io.github.wolfraam.chessgame.board.PieceType;
import io.github.wolfraam.chessgame.board.Side;
import io.github.wolfraam.chessgame.board.Square;
import io.github.wolfraam.chessgame.move.Move;
import io.github.wolfraam.chessgame.move.MoveHelper;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A move in Standard Algebraic Notation. The library's own parser passes over a file, rank or
 * castling that does not fit whenever only one piece can go there; a record of a game should not,
 * so what is written is matched in full against what is legal.
 *
 * @param written the notation as it stands in the text
 * @param type what moves
 * @param file the file it comes from, if written
 * @param rank the rank it comes from, if written
 * @param target where it goes
 * @param promotion what the pawn becomes, if written
 * @param castling whether it was written as castling
 */
record SanMove(
    String written,
    PieceType type,
    @Nullable String file,
    @Nullable String rank,
    Square target,
    @Nullable PieceType promotion,
    boolean castling) {
  private static final Pattern SAN =
      Pattern.compile("([KQRBN])?([a-h])?([1-8])?x?([a-h][1-8])(?:=?([QRBN]))?[+#]?[!?]{0,2}");
  private static final Pattern CASTLING = Pattern.compile("O-O(-O)?[+#]?[!?]{0,2}");

  static SanMove parse(String san, Side mover) throws PgnFaultException {
    Matcher castling = CASTLING.matcher(san);
    if (castling.matches()) {
      int rank = mover == Side.WHITE ? 0 : 7;
      Square target = Square.fromCoordinates(castling.group(1) == null ? 6 : 2, rank);
      return new SanMove(san, PieceType.KING, "e", null, target, null, true);
    }
    Matcher move = SAN.matcher(san);
    if (!move.matches()) {
      throw PgnFaultException.malformed("expected a move, actual " + san);
    }
    PieceType type = type(move.group(1));
    return new SanMove(
        san,
        type == null ? PieceType.PAWN : type,
        move.group(2),
        move.group(3),
        Square.fromName(move.group(4)),
        type(move.group(5)),
        false);
  }

  /** The one legal move that this writes on {@code board}. */
  Move on(Board board) throws PgnFaultException {
    Piece piece = Piece.fromPieceTypeAndSide(type, board.getSideToMove());
    Move found = null;
    for (Move move : new MoveHelper(board).getLegalMoves(piece, target)) {
      if (writes(move)) {
        if (found != null) {
          throw new PgnFaultException(
              PgnError.Fault.AMBIGUOUS_MOVE, written + " has two meanings in " + board.getFen());
        }
        found = move;
      }
    }
    if (found == null) {
      throw new PgnFaultException(
          PgnError.Fault.ILLEGAL_MOVE, written + " is not legal in " + board.getFen());
    }
    return found;
  }

  private boolean writes(Move move) {
    boolean castles = type == PieceType.KING && Math.abs(move.from.x - move.to.x) == 2;
    return castles == castling
        && promotion == move.promotion
        && (file == null || file.equals(move.from.file))
        && (rank == null || rank.equals(move.from.row));
  }

  private static @Nullable PieceType type(@Nullable String letter) {
    if (letter == null) {
      return null;
    }
    return switch (letter) {
      case "K" -> PieceType.KING;
      case "Q" -> PieceType.QUEEN;
      case "R" -> PieceType.ROOK;
      case "B" -> PieceType.BISHOP;
      default -> PieceType.KNIGHT;
    };
  }
}
