package io.frond.examples.chess.run;

import io.frond.core.hash.HashSuite;
import io.frond.core.hash.Hasher;
import io.frond.examples.chess.pgn.RecordedGame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a run is kept, if anywhere. */
final class RunFolder {
  private final @Nullable Path path;

  private RunFolder(@Nullable Path path) {
    this.path = path;
  }

  static RunFolder none() {
    return new RunFolder(null);
  }

  /**
   * A folder for a run of these games, new or begun before.
   *
   * @throws OtherRunException if the folder holds a run of other games
   */
  static RunFolder at(Path path, List<RecordedGame> games) throws IOException {
    Files.createDirectories(path);
    Path mark = path.resolve("games.sha256");
    String digest = digest(games);
    if (!Files.exists(mark)) {
      Path part = path.resolve("games.sha256.part");
      Files.writeString(part, digest);
      Files.move(part, mark, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } else if (!Files.readString(mark).equals(digest)) {
      throw new OtherRunException(path);
    }
    return new RunFolder(path);
  }

  private static String digest(List<RecordedGame> games) {
    Hasher hasher = HashSuite.sha256().newHasher();
    for (RecordedGame game : games) {
      byte[] text = game.toString().getBytes(StandardCharsets.UTF_8);
      hasher.u32(text.length).raw(text, 0, text.length);
    }
    return hasher.digest().toHexString();
  }

  Optional<Path> path() {
    return Optional.ofNullable(path);
  }

  Acknowledgements acknowledgements() {
    return path == null
        ? Acknowledgements.inMemory()
        : Acknowledgements.in(path.resolve("acknowledged-receipts"));
  }

  /** The folder is another run's. */
  static final class OtherRunException extends IOException {
    private static final long serialVersionUID = 1;

    OtherRunException(Path path) {
      super(path + " holds a run of other games; choose another folder");
    }
  }
}
