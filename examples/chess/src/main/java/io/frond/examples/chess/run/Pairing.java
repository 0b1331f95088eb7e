package io.frond.examples.chess.run;

import io.frond.examples.chess.pgn.RecordedGame;
import io.frond.examples.chess.rules.Color;
import java.util.List;

/**
 * A recorded game and the two accounts that play it on the chain.
 *
 * @param game what was played
 * @param white opens the board
 * @param black joins it
 * @param script what both send, in order, with 0 for the number of the game
 */
record Pairing(RecordedGame game, Player white, Player black, List<ScriptStep> script) {
  Pairing {
    script = List.copyOf(script);
  }

  /** How many transactions a player sends in it. */
  long sentBy(Color color) {
    return script.stream().filter(step -> step.by() == color).count();
  }
}
