package io.frond.examples.chess.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.tx.SignatureSchemes;
import io.frond.examples.chess.RealGames;
import io.frond.examples.chess.pgn.RecordedGame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same games lead to the same state root, however one gets there. */
class SameRootsTest {
  private static final int SLICE_PLIES = 5_000;
  private static final int ALL = 811;

  private final Path data;

  SameRootsTest(@TempDir Path folder) {
    this.data = folder.resolve("data");
  }

  @Test
  void aSliceGivesTheSameRootFromItsWitnessesFromItsLogAndWithOtherArithmetic() throws IOException {
    sameRoots(gamesOfSlice());
  }

  @Test
  @Tag("deep")
  void allGamesGiveTheSameRootFromTheirWitnessesFromTheirLogAndWithOtherArithmetic()
      throws IOException {
    sameRoots(ALL);
  }

  private void sameRoots(int games) throws IOException {
    Runs.Result run = play(games, "--data", data.toString());
    assertThat(run.status()).isZero();
    assertThat(rootOfLog(games, true)).isEqualTo(run.root());
    deleteSnapshots();
    assertThat(rootOfLog(games, false)).isEqualTo(run.root());
    replayFromWitnesses(games);
    Runs.Result inJava = play(games, "--signatures", "bouncycastle");
    assertThat(inJava.status()).isZero();
    assertThat(inJava.root()).isEqualTo(run.root());
  }

  private static Runs.Result play(int games, String option, String value) {
    return Runs.run(
        "--pgn",
        "games/club-cup-2018.pgn",
        "--pgn",
        "games/morphy.pgn",
        "--limit",
        Integer.toString(games),
        option,
        value);
  }

  private String rootOfLog(int games, boolean hasSnapshots) throws IOException {
    assertThat(snapshots().isEmpty()).isNotEqualTo(hasSnapshots);
    try (ChessWorld world = open(games)) {
      world.chain().startOperator();
      return world.chain().app().stateRoot().toHexString();
    }
  }

  private void replayFromWitnesses(int games) throws IOException {
    try (ChessWorld world = open(games)) {
      long blocks =
          new WitnessedReplay(world.parent(), world.chain().rules(), SignatureSchemes.secp256k1())
              .run();
      assertThat(blocks).isGreaterThan(100);
    }
  }

  private ChessWorld open(int games) throws IOException {
    List<RecordedGame> played = games().limit(games).toList();
    return ChessWorld.open(
        new TimedSignatures(SignatureSchemes.secp256k1()), RunFolder.at(data, played));
  }

  private static Stream<RecordedGame> games() {
    return Stream.concat(
        RealGames.clubCup().readable().stream(), RealGames.morphy().readable().stream());
  }

  private static int gamesOfSlice() {
    int plies = 0;
    for (RecordedGame game : games().toList()) {
      plies += game.moves().size();
      if (plies >= SLICE_PLIES) {
        return game.number();
      }
    }
    throw new IllegalStateException("fewer than " + SLICE_PLIES + " plies");
  }

  private List<Path> snapshots() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("chain"))) {
      return files.filter(file -> file.getFileName().toString().startsWith("snapshot")).toList();
    }
  }

  private void deleteSnapshots() throws IOException {
    for (Path snapshot : snapshots()) {
      try {
        Files.delete(snapshot);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
