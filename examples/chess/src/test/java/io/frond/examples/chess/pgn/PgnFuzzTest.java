package io.frond.examples.chess.pgn;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.examples.chess.RealGames;
import io.frond.examples.chess.rules.ChessRules;
import io.frond.examples.chess.rules.GameResult;
import io.frond.examples.chess.rules.Position;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PgnFuzzTest {
  private static final String SPICE = "{}()[]\";$%.*#=+-!?\\/\n\r 01Oxe4N\u00e9\0";

  @Test
  void mutatedFilesGiveGamesThatAreLegalAndErrorsThatAreTypedAndNothingElse() {
    byte[] sample = Arrays.copyOf(RealGames.bytes("morphy.pgn"), 4_000);
    Random random = new Random(42);
    int errors = 0;
    for (int run = 0; run < 400; run++) {
      errors += check(mutate(sample, random));
    }
    assertThat(errors).isGreaterThan(400);
  }

  @Test
  void randomBytesAreRefusedGameByGame() {
    Random random = new Random(43);
    for (int run = 0; run < 500; run++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      check(bytes);
    }
  }

  private static int check(byte[] bytes) {
    PgnFile file = PgnReader.read("fuzz.pgn", bytes, 1);
    assertThat(file.readable().size() + file.errors().size()).isEqualTo(file.games());
    for (PgnError error : file.errors()) {
      assertThat(error.game()).isBetween(1, file.games());
      assertThat(error.ply()).isNotNegative();
      assertThat(error.detail()).isNotBlank().hasSizeLessThanOrEqualTo(160);
    }
    file.readable().forEach(PgnFuzzTest::checkLegal);
    return file.errors().size();
  }

  private static void checkLegal(RecordedGame game) {
    Position position = new Position(ChessRules.START, GameResult.UNFINISHED);
    for (String move : game.moves()) {
      position = ChessRules.play(position.fen(), move).orElseThrow();
    }
    assertThat(position).isEqualTo(game.end());
  }

  private static byte[] mutate(byte[] sample, Random random) {
    byte[] bytes = sample.clone();
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) SPICE.charAt(random.nextInt(SPICE.length()));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        default -> {
          int length = Math.min(random.nextInt(60), bytes.length - at);
          System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - length + 1), length);
        }
      }
    }
    return bytes;
  }
}
