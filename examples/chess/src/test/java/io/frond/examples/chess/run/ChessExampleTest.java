package io.frond.examples.chess.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.examples.chess.pgn.PgnError;
import io.frond.examples.chess.pgn.RecordedGame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChessExampleTest {
  private final Path folder;

  ChessExampleTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void gamesAreNumberedAcrossFilesAndLimitedWithTheUnreadableOnes() throws IOException {
    Path first = pgn("a.pgn", "[Event \"1\"]\n1. e4 *\n[Event \"2\"]\n1. Ke4 *\n");
    Path second = pgn("b.pgn", "[Event \"3\"]\n1. Ke5 *\n[Event \"4\"]\n1. d4 *\n");
    InputGames all = InputGames.read(List.of(first, second), Integer.MAX_VALUE);
    assertThat(all.games()).extracting(RecordedGame::number).containsExactly(1, 4);
    assertThat(all.errors()).extracting(PgnError::game).containsExactly(2, 1);
    InputGames three = InputGames.read(List.of(first, second), 3);
    assertThat(three.games()).extracting(RecordedGame::number).containsExactly(1);
    assertThat(three.errors()).hasSize(2);
    assertThat(InputGames.read(List.of(first, second), 2).errors()).hasSize(1);
  }

  @Test
  void aFolderGivesItsPgnFilesByName() throws IOException {
    Path second = pgn("b.pgn", "");
    Path first = pgn("a.pgn", "");
    pgn("c.txt", "");
    assertThat(InputGames.filesOf(folder)).containsExactly(first, second);
  }

  @Test
  void unreadableGamesAreNamedAndShowInTheStatus() throws IOException {
    Path file = pgn("a.pgn", "1. Ke4 *");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status =
        ChessExample.run(
            new PrintStream(out, true, StandardCharsets.UTF_8), "--pgn", file.toString());
    assertThat(status).isEqualTo(ExitStatus.UNREADABLE_GAMES);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith(file + ", game 1, ply 1: Ke4 is not legal in ");
  }

  @Test
  void aBarOnATerminalIsDrawnAgainForEachPercent() {
    assertThat(bar(true, 200, 0, 1, 2, 3, 200))
        .isEqualTo(
            ("\rplay [" + ".".repeat(40) + "] 0% 0/200")
                + ("\rplay [" + ".".repeat(40) + "] 1% 2/200")
                + ("\rplay [" + "#".repeat(40) + "] 100% 200/200")
                + System.lineSeparator());
  }

  @Test
  void aBarInALogHasALineForEachTenth() {
    assertThat(bar(false, 100, 0, 9, 10, 15, 100, 100).lines().toList())
        .extracting(line -> line.substring(line.indexOf(']') + 2))
        .containsExactly("0% 0/100", "10% 10/100", "100% 100/100");
    assertThat(bar(false, 0, 0)).endsWith("100% 0/0\n");
  }

  @Test
  void aTableAlignsItsColumns() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TextTable("rung", "accounts", "rate")
        .row("escaped", 1_234, 2.25)
        .row("forced", 5L, "-")
        .print(new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "  rung     accounts  rate", "  escaped     1,234   2.3", "  forced          5     -");
  }

  private Path pgn(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String bar(boolean terminal, long total, long... done) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ProgressBar bar =
        new ProgressBar(
            new PrintStream(out, true, StandardCharsets.UTF_8), "play", total, terminal);
    for (long each : done) {
      bar.update(each);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
