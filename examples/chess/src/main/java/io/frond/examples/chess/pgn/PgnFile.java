package io.frond.examples.chess.pgn;

import java.util.List;

/**
 * What a PGN file holds.
 *
 * @param games how many games it has, readable or not
 * @param readable those that can be played, in order
 * @param errors one for each of the others, in order
 */
public record PgnFile(int games, List<RecordedGame> readable, List<PgnError> errors) {
  /** A file of these parts. */
  public PgnFile {
    readable = List.copyOf(readable);
    errors = List.copyOf(errors);
  }
}
