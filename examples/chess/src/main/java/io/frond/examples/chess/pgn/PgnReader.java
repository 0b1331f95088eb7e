package io.frond.examples.chess.pgn;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads games in Portable Game Notation: tags, moves in SAN, comments, NAGs, results. Side
 * variations are passed over. A game that cannot be read is an error of its own, and the others of
 * its file still come through.
 */
public final class PgnReader {
  private PgnReader() {}

  /**
   * Reads a file. Never throws, whatever the bytes are.
   *
   * @param name what errors call the file
   * @param content UTF-8, or ISO 8859-1 where it is not that
   * @param firstNumber the number of its first game in the whole input
   */
  public static PgnFile read(String name, byte[] content, int firstNumber) {
    List<RecordedGame> readable = new ArrayList<>();
    List<PgnError> errors = new ArrayList<>();
    List<String> sections = PgnSections.of(text(content));
    for (int i = 0; i < sections.size(); i++) {
      PgnGameParser parser = new PgnGameParser(sections.get(i));
      try {
        readable.add(parser.parse(firstNumber + i));
      } catch (PgnFaultException e) {
        errors.add(new PgnError(name, i + 1, parser.ply(), e.fault(), e.detail()));
      }
    }
    return new PgnFile(sections.size(), readable, errors);
  }

  private static String text(byte[] content) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      text = new String(content, StandardCharsets.ISO_8859_1);
    }
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }
}
