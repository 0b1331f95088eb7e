package io.frond.examples.chess;

import io.frond.examples.chess.pgn.PgnFile;
import io.frond.examples.chess.pgn.PgnReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The recorded games that the example ships with. */
public final class RealGames {
  private static final Path FOLDER = Path.of("games");

  private RealGames() {}

  /** The 600 games of a tournament, with clocks; numbered from 1. */
  public static PgnFile clubCup() {
    return PgnReader.read("club-cup-2018.pgn", bytes("club-cup-2018.pgn"), 1);
  }

  /** The 211 games of Morphy's time; numbered from 601. */
  public static PgnFile morphy() {
    return PgnReader.read("morphy.pgn", bytes("morphy.pgn"), 601);
  }

  /** A file as it is. */
  public static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
