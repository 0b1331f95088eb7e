package io.frond.examples.chess.run;

import io.frond.examples.chess.ChessCommand;
import io.frond.examples.chess.rules.Color;
import java.util.List;

/**
 * A game while it is played on the chain: which of its commands are in blocks. Its number is known
 * once it was opened.
 */
final class LiveGame {
  private final Player white;
  private final Player black;
  private final long[] nonces;
  private List<ScriptStep> script;
  private boolean isOpen;
  private int done;
  private long movesDone;

  /**
   * A game that nobody has opened yet.
   *
   * @param script what is sent, whatever its number
   * @param firstWhite the nonce of White's first command in it
   * @param firstBlack the nonce of Black's first command in it
   */
  LiveGame(Player white, Player black, List<ScriptStep> script, long firstWhite, long firstBlack) {
    this.white = white;
    this.black = black;
    this.script = script;
    this.nonces = new long[script.size()];
    long ofWhite = firstWhite;
    long ofBlack = firstBlack;
    for (int i = 0; i < nonces.length; i++) {
      nonces[i] = isWhite(i) ? ofWhite++ : ofBlack++;
    }
  }

  /** Takes note of the number that the module gave it. */
  void opened(long game) {
    script = script.stream().map(step -> step.in(game)).toList();
    isOpen = true;
  }

  /**
   * Goes on where the chain is.
   *
   * @param whiteNonce White's next nonce
   * @param blackNonce Black's next nonce
   */
  void resume(long whiteNonce, long blackNonce) {
    while (done < script.size() && nonces[done] < (isWhite(done) ? whiteNonce : blackNonce)) {
      advance();
    }
  }

  private boolean isWhite(int step) {
    return script.get(step).by() == Color.WHITE;
  }

  Player white() {
    return white;
  }

  Player black() {
    return black;
  }

  boolean isOver() {
    return done == script.size();
  }

  /** Whether the step after the next is known already. */
  boolean hasFollowing() {
    return isOpen && done + 1 < script.size();
  }

  boolean isOpen() {
    return isOpen;
  }

  /** The next command. */
  Turn next() {
    return turn(done);
  }

  /** The command after the next. */
  Turn following() {
    return turn(done + 1);
  }

  private Turn turn(int index) {
    return new Turn(isWhite(index) ? white : black, nonces[index], script.get(index));
  }

  /** Takes note that the next command is in a block. */
  void advance() {
    movesDone += isMove(done) ? 1 : 0;
    done++;
  }

  private boolean isMove(int step) {
    return script.get(step).legal() && script.get(step).command() instanceof ChessCommand.Move;
  }

  /** How many moves are in blocks. */
  long movesDone() {
    return movesDone;
  }
}
