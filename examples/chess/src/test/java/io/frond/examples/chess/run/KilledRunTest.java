package io.frond.examples.chess.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.examples.chess.RealGames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run in a process of its own, which is killed again and again by {@code SIGKILL}. */
class KilledRunTest {
  private static final int GAMES = 8;
  private static final int LONGEST_LIFE_MS = 250;

  private final Path folder;
  private final Path pgn;

  KilledRunTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.pgn = folder.resolve("games.pgn");
    String all = new String(RealGames.bytes("morphy.pgn"), StandardCharsets.ISO_8859_1);
    int end = 0;
    for (int game = 0; game <= GAMES; game++) {
      end = all.indexOf("[Event ", end + 1);
    }
    Files.writeString(pgn, all.substring(0, end), StandardCharsets.ISO_8859_1);
  }

  @Test
  void aRunThatIsKilledTwentyTimesInARowEndsInTheSameReport() throws Exception {
    endsInTheSameReport(20);
  }

  @Test
  @Tag("deep")
  void aRunThatIsKilledAHundredTimesInARowEndsInTheSameReport() throws Exception {
    endsInTheSameReport(100);
  }

  private void endsInTheSameReport(int kills) throws Exception {
    Path undisturbed = folder.resolve("undisturbed.json");
    assertThat(Runs.run("--pgn", pgn.toString(), "--report", undisturbed.toString()).status())
        .isZero();
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    // A shorter life for each of many, so that they do not all come after the end.
    int longest = Math.max(20, LONGEST_LIFE_MS * 20 / kills);
    for (int kill = 0; kill < kills; kill++) {
      killAfter(random.nextInt(longest));
    }
    Path disturbed = folder.resolve("disturbed.json");
    Process last = start("--report", disturbed.toString());
    String output = new String(last.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    // The status says also that every acknowledged receipt is kept, and everybody was paid.
    assertThat(last.waitFor()).as("seed %d: %s", seed, output).isZero();
    assertThat(Runs.withoutRates(disturbed))
        .as("seed %d", seed)
        .isEqualTo(Runs.withoutRates(undisturbed));
  }

  /** Lets a run live for so long after its first word. */
  private void killAfter(int lifeMs) throws Exception {
    Process process = start();
    try (InputStream output = process.getInputStream()) {
      var unused = output.read();
      boolean ended = process.waitFor(lifeMs, TimeUnit.MILLISECONDS);
      assertThat(ended && process.exitValue() != 0).isFalse();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private Process start(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(ChessExample.class.getName());
    command.addAll(List.of("--pgn", pgn.toString(), "--data", folder.resolve("data").toString()));
    command.addAll(List.of(options));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
