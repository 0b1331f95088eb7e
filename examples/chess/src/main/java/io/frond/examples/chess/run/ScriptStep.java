package io.frond.examples.chess.run;

import io.frond.examples.chess.ChessCommand;
import io.frond.examples.chess.rules.Color;

/**
 * One command of a script.
 *
 * @param by who sends it
 * @param command what is sent
 * @param legal whether the module must take it; if not, it must refuse it and change nothing
 */
record ScriptStep(Color by, ChessCommand command, boolean legal) {
  /** The same step in the game of another number. */
  ScriptStep in(long game) {
    return new ScriptStep(by, in(game, command), legal);
  }

  private static ChessCommand in(long game, ChessCommand command) {
    if (command instanceof ChessCommand.Move move) {
      return new ChessCommand.Move(game, move.uci());
    }
    if (command instanceof ChessCommand.Join) {
      return new ChessCommand.Join(game);
    }
    if (command instanceof ChessCommand.Resign) {
      return new ChessCommand.Resign(game);
    }
    if (command instanceof ChessCommand.OfferDraw) {
      return new ChessCommand.OfferDraw(game);
    }
    return command instanceof ChessCommand.AcceptDraw ? new ChessCommand.AcceptDraw(game) : command;
  }
}
