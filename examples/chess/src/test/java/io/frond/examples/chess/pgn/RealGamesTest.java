package io.frond.examples.chess.pgn;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.examples.chess.RealGames;
import io.frond.examples.chess.rules.GameResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealGamesTest {
  private final PgnFile morphy = RealGames.morphy();
  private final PgnFile clubCup = RealGames.clubCup();

  @Test
  void everyGameAndEveryPlyIsRead() {
    assertThat(morphy.errors()).isEmpty();
    assertThat(clubCup.errors()).isEmpty();
    assertThat(morphy.readable()).hasSize(211);
    assertThat(clubCup.readable()).hasSize(600);
    assertThat(plies(morphy)).isEqualTo(13_835);
    assertThat(plies(clubCup)).isEqualTo(65_661 - 13_835);
  }

  @Test
  void everyResultIsTheOneOfTheTag() {
    assertThat(results(morphy)).isEqualTo(tags("morphy.pgn", "Result"));
    assertThat(results(clubCup)).isEqualTo(tags("club-cup-2018.pgn", "Result"));
  }

  @Test
  void everyPlayerIsTheOneOfTheTag() {
    assertThat(clubCup.readable().stream().map(RecordedGame::white).toList())
        .isEqualTo(tags("club-cup-2018.pgn", "White"));
    assertThat(morphy.readable().stream().map(RecordedGame::black).toList())
        .isEqualTo(tags("morphy.pgn", "Black"));
  }

  @Test
  void fortyFivePositionsDecideTheirGames() {
    long mates = clubCup.readable().stream().filter(RealGamesTest::decided).count();
    long older = morphy.readable().stream().filter(RealGamesTest::decided).count();
    assertThat(mates + older).isEqualTo(45);
  }

  @Test
  void gamesAreNumberedThroughTheWholeInput() {
    assertThat(morphy.readable().get(0).number()).isEqualTo(601);
    assertThat(morphy.readable().get(210).number()).isEqualTo(811);
  }

  private static boolean decided(RecordedGame game) {
    return game.end().result() != GameResult.UNFINISHED;
  }

  private static int plies(PgnFile file) {
    return file.readable().stream().mapToInt(game -> game.moves().size()).sum();
  }

  private static List<String> results(PgnFile file) {
    return file.readable().stream().map(game -> game.result().notation()).toList();
  }

  private static List<String> tags(String file, String tag) {
    String start = "[" + tag + " \"";
    return new String(RealGames.bytes(file), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length(), line.length() - 2).strip())
        .toList();
  }
}
