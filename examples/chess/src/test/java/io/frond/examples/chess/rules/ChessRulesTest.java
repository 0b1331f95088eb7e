package io.frond.examples.chess.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.examples.chess.RealGames;
import io.frond.examples.chess.pgn.RecordedGame;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChessRulesTest {
  private static final String KIWIPETE =
      "r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1";
  private static final String ROOK_ENDING = "8/2p5/3p4/KP5r/1R3p1k/8/4P1P1/8 w - - 0 1";
  private static final String PROMOTIONS =
      "rnbq1k1r/pp1Pbppp/2p5/8/2B5/8/PPP1NnPP/RNBQK2R w KQ - 1 8";

  private static final String FILES = "abcdefgh";

  @Test
  void everyRecordedGameEndsInTheSamePositionMoveByMove() {
    Stream.concat(RealGames.clubCup().readable().stream(), RealGames.morphy().readable().stream())
        .forEach(game -> assertThat(replay(game)).isEqualTo(game.end()));
  }

  /** The second source is chess.js 1.4.0; it writes the en-passant square only if it matters. */
  @Test
  void finalPositionsAreThoseOfAnIndependentImplementation() throws IOException {
    List<String> expected = lines("/final-positions.txt");
    List<String> actual =
        Stream.concat(
                RealGames.morphy().readable().stream(), RealGames.clubCup().readable().stream())
            .map(game -> game.end().fen())
            .toList();
    assertThat(actual).hasSameSizeAs(expected).hasSize(811);
    for (int i = 0; i < expected.size(); i++) {
      String[] theirs = expected.get(i).split(" ");
      String[] ours = actual.get(i).split(" ");
      if (theirs[3].equals("-")) {
        ours[3] = "-";
      }
      assertThat(ours).isEqualTo(theirs);
    }
  }

  @Test
  void theNumbersOfLegalMovesAreTheKnownOnes() {
    assertThat(count(ChessRules.START, 2)).isEqualTo(400);
    assertThat(count(KIWIPETE, 2)).isEqualTo(2039);
    assertThat(count(ROOK_ENDING, 2)).isEqualTo(191);
    assertThat(count(PROMOTIONS, 2)).isEqualTo(1486);
  }

  @Test
  void whatIsNoMoveIsNotPlayed() {
    for (String move : List.of("", "e2", "e2e", "e2e9", "i2i4", "E2E4", "e2e4q", "e2e4 ", "0000")) {
      assertThat(ChessRules.play(ChessRules.START, move)).as(move).isEmpty();
    }
  }

  @Test
  void aPawnOnTheLastRankBecomesExactlyOneOfFourPieces() {
    String fen = "8/P7/8/8/8/8/8/K1k5 w - - 0 1";
    for (String piece : List.of("q", "r", "b", "n")) {
      assertThat(ChessRules.play(fen, "a7a8" + piece)).as(piece).isPresent();
    }
    for (String piece : List.of("", "k", "p", "Q", "x")) {
      assertThat(ChessRules.play(fen, "a7a8" + piece)).as(piece).isEmpty();
    }
  }

  @Test
  void mateWinsForWhoMated() {
    assertThat(play(ChessRules.START, "f2f3", "e7e5", "g2g4", "d8h4"))
        .isEqualTo(
            new Position(
                "rnb1kbnr/pppp1ppp/8/4p3/6Pq/5P2/PPPPP2P/RNBQKBNR w KQkq - 1 3",
                GameResult.BLACK_WINS));
    assertThat(play("k7/8/1K6/8/8/8/8/7R w - - 0 1", "h1h8").result())
        .isEqualTo(GameResult.WHITE_WINS);
  }

  @Test
  void stalemateIsADraw() {
    assertThat(play("k7/8/1K6/8/8/8/8/2Q5 w - - 0 1", "c1c7").result()).isEqualTo(GameResult.DRAW);
  }

  @Test
  void anEnPassantCaptureThatEndsACheckIsNoMate() {
    String fen = "8/8/8/2k5/4p3/8/3P4/B2K3R w - - 0 1";
    Position checked = play(fen, "d2d4");
    assertThat(checked.result()).isEqualTo(GameResult.UNFINISHED);
    assertThat(ChessRules.play(checked.fen(), "e4d3")).isPresent();
  }

  @Test
  void drawsThatAreClaimedDoNotEndAGameByThemselves() {
    Position bare = play("8/8/8/8/8/k7/2q5/2K5 w - - 0 1", "c1c2");
    assertThat(bare.result()).isEqualTo(GameResult.UNFINISHED);
    assertThat(ChessRules.drawCanBeClaimed(bare.fen())).isTrue();
    Position fifty = play("k7/8/8/8/8/8/R7/K7 w - - 99 90", "a1b1");
    assertThat(fifty.result()).isEqualTo(GameResult.UNFINISHED);
    assertThat(ChessRules.drawCanBeClaimed(fifty.fen())).isTrue();
    assertThat(ChessRules.drawCanBeClaimed("k7/8/8/8/8/8/R7/1K6 b - - 99 90")).isFalse();
    assertThat(ChessRules.drawCanBeClaimed(ChessRules.START)).isFalse();
  }

  private static Position replay(RecordedGame game) {
    return play(ChessRules.START, game.moves().toArray(String[]::new));
  }

  private static Position play(String start, String... moves) {
    Position position = new Position(start, GameResult.UNFINISHED);
    for (String move : moves) {
      position = ChessRules.play(position.fen(), move).orElseThrow();
    }
    return position;
  }

  /** Counts the leaves of the tree of all moves, the usual test of a move generator. */
  private static int count(String fen, int plies) {
    if (plies == 0) {
      return 1;
    }
    int leaves = 0;
    for (String squares : squares()) {
      for (String promotion : List.of("", "q", "r", "b", "n")) {
        if (promotion.isEmpty() || "18".indexOf(squares.charAt(3)) >= 0) {
          Optional<Position> next = ChessRules.play(fen, squares + promotion);
          leaves += next.map(position -> count(position.fen(), plies - 1)).orElse(0);
        }
      }
    }
    return leaves;
  }

  private static List<String> squares() {
    Stream<String> names =
        FILES
            .chars()
            .boxed()
            .flatMap(f -> Stream.of(1, 2, 3, 4, 5, 6, 7, 8).map(r -> square(f, r)));
    List<String> all = names.toList();
    return all.stream().flatMap(from -> all.stream().map(to -> from + to)).toList();
  }

  private static String square(int file, int rank) {
    return (char) file + Integer.toString(rank);
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = ChessRulesTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
