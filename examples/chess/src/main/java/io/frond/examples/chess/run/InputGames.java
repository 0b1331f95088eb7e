package io.frond.examples.chess.run;

import io.frond.examples.chess.pgn.PgnError;
import io.frond.examples.chess.pgn.PgnFile;
import io.frond.examples.chess.pgn.PgnReader;
import io.frond.examples.chess.pgn.RecordedGame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be played, numbered in input order across files.
 *
 * @param games those that can be played
 * @param errors why the others cannot
 */
record InputGames(List<RecordedGame> games, List<PgnError> errors) {
  InputGames {
    games = List.copyOf(games);
    errors = List.copyOf(errors);
  }

  /**
   * Reads files in the order given.
   *
   * @param limit how many games to take at most, unreadable ones counted
   */
  static InputGames read(List<Path> files, int limit) throws IOException {
    List<RecordedGame> games = new ArrayList<>();
    List<PgnError> errors = new ArrayList<>();
    int before = 0;
    for (Path file : files) {
      PgnFile read = PgnReader.read(file.toString(), Files.readAllBytes(file), before + 1);
      int left = limit - before;
      int last = limit;
      read.readable().stream().filter(game -> game.number() <= last).forEach(games::add);
      read.errors().stream().filter(error -> error.game() <= left).forEach(errors::add);
      before += read.games();
    }
    return new InputGames(games, errors);
  }

  /** The PGN files of a folder by name. */
  static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".pgn")).sorted().toList();
    }
  }
}
