package io.frond.examples.chess.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.examples.chess.ChessCommand;
import io.frond.examples.chess.ChessCommand.AcceptDraw;
import io.frond.examples.chess.ChessCommand.Join;
import io.frond.examples.chess.ChessCommand.Move;
import io.frond.examples.chess.ChessCommand.OfferDraw;
import io.frond.examples.chess.ChessCommand.Open;
import io.frond.examples.chess.ChessCommand.Resign;
import io.frond.examples.chess.RealGames;
import io.frond.examples.chess.pgn.PgnReader;
import io.frond.examples.chess.pgn.RecordedGame;
import io.frond.examples.chess.rules.ChessRules;
import io.frond.examples.chess.rules.Color;
import io.frond.examples.chess.rules.Position;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GameScriptTest {
  @Test
  void aResignationEndsAGameThatThePositionDoesNotDecide() {
    assertThat(GameScript.of(game("1. e4 e5 2. Nf3 0-1"), 7, 100))
        .containsExactly(
            new ScriptStep(Color.WHITE, new Open(100), true),
            new ScriptStep(Color.BLACK, new Join(7), true),
            new ScriptStep(Color.WHITE, new Move(7, "e2a2"), false),
            new ScriptStep(Color.BLACK, new Move(7, "e2e4"), false),
            new ScriptStep(Color.WHITE, new Move(7, "e2e4"), true),
            new ScriptStep(Color.BLACK, new Move(7, "e7e5"), true),
            new ScriptStep(Color.WHITE, new Move(7, "g1f3"), true),
            new ScriptStep(Color.WHITE, new Resign(7), true));
  }

  @Test
  void whoMovedLastOffersTheDraw() {
    assertThat(GameScript.of(game("1. e4 1/2-1/2"), 7, 100))
        .endsWith(
            new ScriptStep(Color.WHITE, new OfferDraw(7), true),
            new ScriptStep(Color.BLACK, new AcceptDraw(7), true));
    assertThat(GameScript.of(game("1/2-1/2"), 7, 100))
        .endsWith(
            new ScriptStep(Color.BLACK, new Move(7, "e2e4"), false),
            new ScriptStep(Color.BLACK, new OfferDraw(7), true),
            new ScriptStep(Color.WHITE, new AcceptDraw(7), true));
  }

  @Test
  void matesAndUnfinishedGamesNeedNoLastWord() {
    assertThat(last(GameScript.of(game("1. f3 e5 2. g4 Qh4# 0-1"), 7, 100)))
        .isEqualTo(new Move(7, "d8h4"));
    assertThat(last(GameScript.of(game("1. e4 *"), 7, 100))).isEqualTo(new Move(7, "e2e4"));
  }

  @Test
  void everyRecordedGameHasOneIllegalMoveAndOneByTheWrongPlayer() {
    for (RecordedGame game : RealGames.morphy().readable()) {
      List<ScriptStep> steps = GameScript.of(game, game.number(), 100);
      assertThat(steps.stream().filter(step -> !step.legal()).count()).isEqualTo(2);
      assertThat(steps.stream().filter(GameScriptTest::isMove).count())
          .isEqualTo(game.moves().size());
      checkRefusals(steps);
    }
  }

  @Test
  void fiveGamesEndByAClaimOfOnePlayerAlone() {
    long claims =
        RealGames.clubCup().readable().stream()
            .filter(game -> last(GameScript.of(game, 1, 100)) instanceof OfferDraw)
            .count();
    assertThat(claims).isEqualTo(5);
  }

  private static void checkRefusals(List<ScriptStep> steps) {
    String fen = ChessRules.START;
    for (ScriptStep step : steps) {
      if (step.command() instanceof Move move) {
        Optional<Position> next = ChessRules.play(fen, move.uci());
        if (step.legal()) {
          assertThat(step.by()).isEqualTo(ChessRules.toMove(fen));
          fen = next.orElseThrow().fen();
        } else {
          assertThat(next.isPresent()).isEqualTo(step.by() != ChessRules.toMove(fen));
        }
      }
    }
  }

  private static boolean isMove(ScriptStep step) {
    return step.legal() && step.command() instanceof Move;
  }

  private static ChessCommand last(List<ScriptStep> steps) {
    return steps.get(steps.size() - 1).command();
  }

  private static RecordedGame game(String moves) {
    byte[] bytes = moves.getBytes(StandardCharsets.UTF_8);
    return PgnReader.read("g", bytes, 1).readable().get(0);
  }
}
