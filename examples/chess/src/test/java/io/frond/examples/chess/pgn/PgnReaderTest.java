package io.frond.examples.chess.pgn;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.examples.chess.pgn.PgnError.Fault;
import io.frond.examples.chess.rules.GameResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PgnReaderTest {
  private static final String TAGS = "[White \"A\"]\n[Black \"B\"]\n\n";
  private static final String MATE = "1. f3 e5 2. g4 Qh4# 0-1";
  private static final List<String> MATE_MOVES = List.of("f2f3", "e7e5", "g2g4", "d8h4");

  @Test
  void aGameIsItsPlayersItsMovesAndItsResult() {
    RecordedGame game = only(TAGS + MATE + "\n");
    assertThat(game.white()).isEqualTo("A");
    assertThat(game.black()).isEqualTo("B");
    assertThat(game.result()).isEqualTo(GameResult.BLACK_WINS);
    assertThat(game.moves()).isEqualTo(MATE_MOVES);
    assertThat(game.end().fen())
        .isEqualTo("rnb1kbnr/pppp1ppp/8/4p3/6Pq/5P2/PPPPP2P/RNBQKBNR w KQkq - 1 3");
    assertThat(game.end().result()).isEqualTo(GameResult.BLACK_WINS);
  }

  @Test
  void whatIsNotAMoveIsPassedOver() {
    for (String text :
        List.of(
            "1.f3 {[%clk 1:30:57]} e5 {a [ ( ; comment\nover lines} 2.g4 Qh4# 0-1",
            "1. f3! $1 e5?? $144 2. g4!? ; the end 1-0 {\n Qh4# 0-1",
            "1. f3 (1. e4 e5 (1... c5 {)}) 2. d4) 1... e5 2. g4 Qh4# 0-1",
            "f3 e5 g4 Qh4 0-1",
            "% an escape line 1-0\n1. f3 e5\n% [Event \"x\"]\n2. g4 Qh4+ 0-1",
            "\r\n1. f3 e5\r\n\r\n2. g4 Qh4# 0-1\r\n\r\n")) {
      assertThat(only(TAGS + text).moves()).as(text).isEqualTo(MATE_MOVES);
    }
  }

  @Test
  void castlingPromotionAndEnPassantBecomeTheKingsAndPawnsMoves() {
    assertThat(only("1. e4 e5 2. Nf3 Nc6 3. Bc4 Bc5 4. O-O *").moves()).endsWith("e1g1");
    assertThat(only("1. e4 d5 2. e5 f5 3. exf6 *").moves()).endsWith("e5f6");
    assertThat(only("1. h4 g5 2. hxg5 h6 3. gxh6 Nf6 4. h7 Ng8 5. hxg8=N *").moves())
        .endsWith("h7g8n");
  }

  @Test
  void unknownPlayersAreQuestionMarks() {
    RecordedGame game = only("[White \"  \"]\n\n*");
    assertThat(game.white()).isEqualTo("?");
    assertThat(game.black()).isEqualTo("?");
    assertThat(game.moves()).isEmpty();
    assertThat(game.result()).isEqualTo(GameResult.UNFINISHED);
  }

  @Test
  void namesMayHoldQuotesBackslashesAndAnyLetter() {
    assertThat(only("[White \"a \\\"b\\\" \\\\ c\"]\n*").white()).isEqualTo("a \"b\" \\ c");
    assertThat(only("\ufeff[White \"Šaha\"]\n*").white()).isEqualTo("Šaha");
    byte[] latin = "[White \"Müller\"]\n*".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(PgnReader.read("f", latin, 1).readable().get(0).white()).isEqualTo("Müller");
  }

  @Test
  void anIllegalMoveIsNamedByFileGameAndPly() {
    PgnFile file = read(TAGS + MATE + "\n\n" + TAGS + "1. e4 e5 2. Ke3 *\n\n" + TAGS + MATE);
    assertThat(file.games()).isEqualTo(3);
    assertThat(file.readable()).extracting(RecordedGame::number).containsExactly(7, 9);
    PgnError error = file.errors().get(0);
    assertThat(error.message())
        .isEqualTo(
            "f.pgn, game 2, ply 3: Ke3 is not legal in "
                + "rnbqkbnr/pppp1ppp/8/4p3/4P3/8/PPPP1PPP/RNBQKBNR w KQkq e6 0 2 (ILLEGAL_MOVE)");
  }

  @Test
  void everyFaultHasItsKindAndPly() {
    assertFault("1. e4 e5 2. Zz9 *", Fault.MALFORMED, 3);
    assertFault("1. e4 e5", Fault.MALFORMED, 3);
    assertFault("1. e4 {never closed", Fault.MALFORMED, 2);
    assertFault("1. e4 (1. d4", Fault.MALFORMED, 2);
    assertFault("1. e4 ) *", Fault.MALFORMED, 2);
    assertFault("1. e4 * 1. d4", Fault.MALFORMED, 2);
    assertFault("1. e4 ~ *", Fault.MALFORMED, 2);
    assertFault("[White \"A]\n\n1. e4 *", Fault.MALFORMED, 0);
    assertFault("[White \"A\"]\n[White \"B\"]\n1. e4 *", Fault.MALFORMED, 0);
    assertFault("[White]\n1. e4 *", Fault.MALFORMED, 0);
    assertFault("1. e4 e5 2. Nh3 Nh6 3. Nf4 Nf5 4. O-O *", Fault.ILLEGAL_MOVE, 7);
    assertFault("1. Nf3 d5 2. d3 d4 3. Nd2 *", Fault.AMBIGUOUS_MOVE, 5);
    assertFault("1. Nf3 d5 2. d3 d4 3. Ngd2 *", Fault.ILLEGAL_MOVE, 5);
    assertFault("1. f3 e5 2. g4 Qh4# 1-0", Fault.WRONG_RESULT, 4);
    assertFault("[Result \"1-0\"]\n\n1. e4 0-1", Fault.WRONG_RESULT, 1);
    assertFault("[FEN \"8/8/8/8/8/8/8/8 w - - 0 1\"]\n\n1. e4 *", Fault.OTHER_START, 0);
  }

  @Test
  void aCommentThatNobodyClosesSpoilsNoOtherGame() {
    PgnFile file =
        read(
            "[Event \"1\"]\n1. e4 {oh\n\n[Event \"2\"]\n\n1. d4 *\n[Event \"3\"]\n[Event \"4\"]\n*");
    assertThat(file.games()).isEqualTo(4);
    assertThat(file.errors()).extracting(PgnError::game).containsExactly(1, 3);
  }

  @Test
  void nothingHoldsNoGames() {
    assertThat(read("")).isEqualTo(new PgnFile(0, List.of(), List.of()));
    assertThat(read("\n \r\n% only an escape\n")).isEqualTo(new PgnFile(0, List.of(), List.of()));
  }

  private static void assertFault(String text, Fault fault, int ply) {
    PgnFile file = read(text);
    assertThat(file.readable()).as(text).isEmpty();
    assertThat(file.errors()).as(text).hasSize(1);
    assertThat(file.errors().get(0).fault()).as(text).isEqualTo(fault);
    assertThat(file.errors().get(0).ply()).as(text).isEqualTo(ply);
  }

  private static RecordedGame only(String text) {
    PgnFile file = read(text);
    assertThat(file.errors()).as(text).isEmpty();
    assertThat(file.readable()).as(text).hasSize(1);
    return file.readable().get(0);
  }

  private static PgnFile read(String text) {
    return PgnReader.read("f.pgn", text.getBytes(StandardCharsets.UTF_8), 7);
  }
}
