package io.frond.examples.chess.pgn;

import io.frond.examples.chess.pgn.PgnToken.Kind;
import io.frond.examples.chess.rules.ChessRules;
import io.frond.examples.chess.rules.GameResult;
import io.frond.examples.chess.rules.Position;
import io.frond.examples.chess.rules.UciMove;
import io.github.wolfraam.chessgame.board.Board;
import io.github.wolfraam.chessgame.move.Move;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one game; {@link #ply} says how far it came when it stops at a fault. */
final class PgnGameParser {
  private final PgnLexer lexer;
  private final Map<String, String> tags = new HashMap<>();
  private final Board board = Board.fromInitialPosition();
  private final List<String> moves = new ArrayList<>();
  private int ply;

  PgnGameParser(String text) {
    lexer = new PgnLexer(text);
  }

  /** The ply that is being read, from 1; 0 before the moves. */
  int ply() {
    return ply;
  }

  RecordedGame parse(int number) throws PgnFaultException {
    PgnToken firstMove = readTags();
    ply = 1;
    GameResult result = readMoves(firstMove);
    ply = moves.size();
    Position end = new Position(board.getFen(), ChessRules.decidedBy(board));
    checkResult(result, end);
    return new RecordedGame(number, player("White"), player("Black"), result, moves, end);
  }

  private PgnToken readTags() throws PgnFaultException {
    PgnToken token = lexer.next();
    while (token.is(Kind.OPEN_TAG)) {
      String name = expect(Kind.SYMBOL, "a tag's name");
      String value = expect(Kind.STRING, "a tag's value");
      expect(Kind.CLOSE_TAG, "]");
      if (tags.put(name, value) != null) {
        throw PgnFaultException.malformed("expected each tag once, actual twice " + name);
      }
      token = lexer.next();
    }
    if (tags.containsKey("FEN") || tags.getOrDefault("SetUp", "0").equals("1")) {
      throw new PgnFaultException(
          PgnError.Fault.OTHER_START, "expected a game from the initial position");
    }
    return token;
  }

  private GameResult readMoves(PgnToken first) throws PgnFaultException {
    PgnToken token = first;
    while (true) {
      switch (token.kind()) {
        case SYMBOL -> {
          Optional<GameResult> result = GameResult.ofNotation(token.text());
          if (result.isPresent()) {
            expect(Kind.END, "nothing after the result");
            return result.get();
          }
          readMove(token.text());
        }
        case PERIOD -> {}
        case OPEN_VARIATION -> skipVariation();
        default ->
            throw PgnFaultException.malformed(
                "expected a move or a result, actual " + token.text());
      }
      token = lexer.next();
    }
  }

  private void readMove(String san) throws PgnFaultException {
    if (isMoveNumber(san)) {
      return;
    }
    Move move = SanMove.parse(san, board.getSideToMove()).on(board);
    board.playMove(move.from, move.to, move.promotion, false);
    moves.add(UciMove.of(move));
    ply++;
  }

  private void skipVariation() throws PgnFaultException {
    int depth = 1;
    while (depth > 0) {
      PgnToken token = lexer.next();
      if (token.is(Kind.END)) {
        throw PgnFaultException.malformed("expected a variation that ends");
      }
      if (token.is(Kind.OPEN_VARIATION)) {
        depth++;
      } else if (token.is(Kind.CLOSE_VARIATION)) {
        depth--;
      }
    }
  }

  private void checkResult(GameResult result, Position end) throws PgnFaultException {
    String tag = tags.get("Result");
    if (tag != null && !tag.equals(result.notation())) {
      throw new PgnFaultException(
          PgnError.Fault.WRONG_RESULT,
          "expected the result " + tag + " of the tag, actual " + result.notation());
    }
    if (end.result() != GameResult.UNFINISHED && end.result() != result) {
      throw new PgnFaultException(
          PgnError.Fault.WRONG_RESULT,
          "expected the result " + end.result().notation() + ", actual " + result.notation());
    }
  }

  private String expect(Kind kind, String what) throws PgnFaultException {
    PgnToken token = lexer.next();
    if (!token.is(kind)) {
      throw PgnFaultException.malformed("expected " + what + ", actual " + token.text());
    }
    return token.text();
  }

  private String player(String color) {
    String name = tags.getOrDefault(color, "?").strip();
    return name.isEmpty() ? "?" : name;
  }

  private static boolean isMoveNumber(String symbol) {
    return symbol.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
