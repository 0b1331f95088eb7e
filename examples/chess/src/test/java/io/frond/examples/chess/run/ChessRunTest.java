package io.frond.examples.chess.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChessRunTest {
  private final Path folder;

  ChessRunTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void everyGameGoesAsRecordedAndEverybodyLeavesInFull() throws IOException {
    JsonNode report = report("--limit", "8", "--pgn", "games/morphy.pgn");
    assertThat(report.get("games")).hasSize(8);
    JsonNode totals = report.get("totals");
    assertThat(totals.get("moves").asLong()).isEqualTo(plies(report));
    assertThat(totals.get("refused").asLong()).isEqualTo(16);
    assertThat(totals.get("accounts").asLong()).isEqualTo(16);
    assertThat(totals.get("deposited").asLong())
        .isEqualTo(totals.get("withdrawn").asLong() + totals.get("escaped").asLong());
    JsonNode exits = report.get("exits");
    assertThat(exits.get("withdrawn").asLong()).isEqualTo(8);
    assertThat(exits.get("forced").asLong()).isEqualTo(4);
    assertThat(exits.get("escaped").asLong()).isEqualTo(4);
    assertThat(exits.get("conserved").asBoolean()).isTrue();
    assertThat(exits.get("worstForcedExitParentBlocks").asLong())
        .isPositive()
        .isLessThanOrEqualTo(exits.get("boundParentBlocks").asLong());
  }

  private static long plies(JsonNode report) {
    long plies = 0;
    for (JsonNode game : report.get("games")) {
      plies += game.get("plies").asLong();
    }
    return plies;
  }

  @Test
  void oneBoardAtATimeGivesTheSameGames() throws IOException {
    JsonNode all = report("--limit", "4", "--pgn", "games/morphy.pgn");
    JsonNode one = report("--limit", "4", "--boards", "1", "--pgn", "games/morphy.pgn");
    assertThat(one.get("games")).isEqualTo(all.get("games"));
    assertThat(one.get("exits").get("conserved").asBoolean()).isTrue();
  }

  @Test
  void aRunIsTheSameEachTimeAndWhateverVerifiesItsSignatures() throws IOException {
    String[] options = {"--limit", "3", "--pgn", "games/club-cup-2018.pgn"};
    assertThat(root(run(options))).isEqualTo(root(run(options)));
    String[] other = {
      "--limit", "3", "--pgn", "games/club-cup-2018.pgn", "--signatures", "bouncycastle"
    };
    assertThat(root(run(other))).isEqualTo(root(run(options)));
  }

  @Test
  void aSecondRunInAFolderFindsEverythingDone() throws IOException {
    String data = folder.resolve("data").toString();
    String[] options = {"--limit", "2", "--pgn", "games/morphy.pgn", "--data", data};
    JsonNode first = report(options);
    JsonNode second = report(options);
    for (String part : List.of("games", "totals", "exits")) {
      assertThat(second.get(part)).isEqualTo(first.get(part));
    }
  }

  @Test
  void aFolderOfOtherGamesIsLeftAlone() {
    String data = folder.resolve("data").toString();
    assertThat(status("--limit", "1", "--pgn", "games/morphy.pgn", "--data", data)).isZero();
    assertThat(status("--limit", "1", "--pgn", "games/club-cup-2018.pgn", "--data", data))
        .isEqualTo(2);
  }

  @Test
  void theOtherGamesStillPlayWhenOneCannotBeRead() throws IOException {
    Path pgn = folder.resolve("two.pgn");
    Files.writeString(pgn, "[Event \"1\"]\n1. Ke4 *\n\n[Event \"2\"]\n1. f3 e5 2. g4 Qh4# 0-1\n");
    Path report = folder.resolve("report.json");
    assertThat(status("--pgn", pgn.toString(), "--report", report.toString()))
        .isEqualTo(ExitStatus.UNREADABLE_GAMES);
    JsonNode games = new ObjectMapper().readTree(report.toFile()).get("games");
    assertThat(games).hasSize(1);
    assertThat(games.get(0).get("game").asInt()).isEqualTo(2);
    assertThat(games.get(0).get("result").asText()).isEqualTo("0-1");
    assertThat(games.get(0).get("blackPayout").asLong()).isEqualTo(200);
  }

  @Test
  void aGameWithoutAResultKeepsItsStakesUntilTheEscape() throws IOException {
    Path pgn = folder.resolve("open.pgn");
    Files.writeString(pgn, "[Event \"1\"]\n1. e4 *\n\n[Event \"2\"]\n1. e4 e5 1/2-1/2\n");
    JsonNode report = report("--pgn", pgn.toString());
    assertThat(report.get("games").get(0).get("result").asText()).isEqualTo("*");
    assertThat(report.get("games").get(0).get("whitePayout").asLong()).isZero();
    assertThat(report.get("exits").get("escaped").asLong()).isGreaterThanOrEqualTo(2);
    assertThat(report.get("exits").get("conserved").asBoolean()).isTrue();
  }

  private JsonNode report(String... options) throws IOException {
    Path report = folder.resolve("report.json");
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--report");
    all.add(report.toString());
    assertThat(status(all.toArray(String[]::new))).isZero();
    return new ObjectMapper().readTree(report.toFile());
  }

  private static int status(String... options) {
    return ChessExample.run(
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), options);
  }

  private static String run(String... options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ChessExample.run(new PrintStream(out, true, StandardCharsets.UTF_8), options))
        .isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String root(String output) {
    return output
        .lines()
        .filter(line -> line.contains("last final state root"))
        .findFirst()
        .orElseThrow();
  }
}
