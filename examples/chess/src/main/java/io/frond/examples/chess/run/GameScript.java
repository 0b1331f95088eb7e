package io.frond.examples.chess.run;

import io.frond.examples.chess.ChessCommand;
import io.frond.examples.chess.pgn.RecordedGame;
import io.frond.examples.chess.rules.ChessRules;
import io.frond.examples.chess.rules.Color;
import io.frond.examples.chess.rules.GameResult;
import io.frond.examples.chess.rules.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * Who sends what, in which order, so that a recorded game is played on the chain: opening, joining,
 * each ply, and a resignation or an agreed draw where the last position does not decide. Somewhere
 * on the way, at a place that differs from game to game, the player to move tries a move that is
 * not legal, and the opponent tries to move in the player's place.
 */
final class GameScript {
  private static final String SQUARES = "abcdefgh";

  private final RecordedGame game;
  private final long id;
  private final List<ScriptStep> steps = new ArrayList<>();

  private GameScript(RecordedGame game, long id) {
    this.game = game;
    this.id = id;
  }

  /**
   * The script of a game.
   *
   * @param id the number that the module gives it
   * @param stake what each player locks, in quanta
   */
  static List<ScriptStep> of(RecordedGame game, long id, long stake) {
    GameScript script = new GameScript(game, id);
    script.add(Color.WHITE, new ChessCommand.Open(stake), true);
    script.add(Color.BLACK, new ChessCommand.Join(id), true);
    script.addMoves();
    script.addEnd();
    return List.copyOf(script.steps);
  }

  private void addMoves() {
    List<String> moves = game.moves();
    int disturbed = moves.isEmpty() ? 0 : (game.number() - 1) % moves.size();
    Position position = new Position(ChessRules.START, GameResult.UNFINISHED);
    for (int ply = 0; ply < moves.size(); ply++) {
      if (ply == disturbed) {
        addRefusedMoves(position.fen(), moves.get(ply));
      }
      if (ply < disturbed) {
        position = ChessRules.play(position.fen(), moves.get(ply)).orElseThrow();
      }
      add(moverOf(ply), new ChessCommand.Move(id, moves.get(ply)), true);
    }
    if (moves.isEmpty()) {
      addRefusedMoves(ChessRules.START, "e2e4");
    }
  }

  private void addRefusedMoves(String fen, String played) {
    Color mover = ChessRules.toMove(fen);
    add(mover, new ChessCommand.Move(id, illegal(fen, played)), false);
    add(mover.other(), new ChessCommand.Move(id, played), false);
  }

  /** A move of the same piece to a square that it cannot reach. */
  private String illegal(String fen, String played) {
    String from = played.substring(0, 2);
    for (int i = 0; ; i++) {
      int square = (game.number() + i) % 64;
      String to = SQUARES.substring(square / 8, square / 8 + 1) + (square % 8 + 1);
      if (!to.equals(from) && ChessRules.play(fen, from + to).isEmpty()) {
        return from + to;
      }
    }
  }

  private void addEnd() {
    if (game.end().result() != GameResult.UNFINISHED) {
      return;
    }
    switch (game.result()) {
      case WHITE_WINS -> add(Color.BLACK, new ChessCommand.Resign(id), true);
      case BLACK_WINS -> add(Color.WHITE, new ChessCommand.Resign(id), true);
      case DRAW -> addDraw();
      case UNFINISHED -> {}
    }
  }

  private void addDraw() {
    Color offerer = ChessRules.toMove(game.end().fen()).other();
    add(offerer, new ChessCommand.OfferDraw(id), true);
    if (!ChessRules.drawCanBeClaimed(game.end().fen())) {
      add(offerer.other(), new ChessCommand.AcceptDraw(id), true);
    }
  }

  private void add(Color by, ChessCommand command, boolean legal) {
    steps.add(new ScriptStep(by, command, legal));
  }

  private static Color moverOf(int ply) {
    return ply % 2 == 0 ? Color.WHITE : Color.BLACK;
  }
}
