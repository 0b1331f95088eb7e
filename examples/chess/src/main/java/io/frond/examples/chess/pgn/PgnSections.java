package io.frond.examples.chess.pgn;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a file into the texts of its games, so that what is wrong in one leaves the others whole. A
 * game begins with the first tag line after moves; a line that opens an {@code Event} tag begins
 * one wherever it stands, even in a comment that nobody closed.
 */
final class PgnSections {
  private static final Pattern TAG = Pattern.compile("\\s*\\[\\s*\\w+\\s*\"");
  private static final Pattern EVENT = Pattern.compile("\\[Event\\s*\"");

  private final List<String> sections = new ArrayList<>();
  private final StringBuilder section = new StringBuilder();
  private boolean inMoves;
  private boolean inComment;

  private PgnSections() {}

  static List<String> of(String text) {
    PgnSections cut = new PgnSections();
    text.lines().forEach(cut::line);
    cut.endSection();
    return cut.sections;
  }

  private void line(String line) {
    if (line.startsWith("%")) {
      return; // an escape line belongs to other programs
    }
    boolean tag = TAG.matcher(line).lookingAt();
    if (EVENT.matcher(line).lookingAt() || (tag && inMoves && !inComment)) {
      endSection();
    }
    if (!tag && !line.isBlank()) {
      inMoves = true;
    }
    if (inMoves) {
      followComments(line);
    }
    section.append(line).append('\n');
  }

  private void followComments(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (inComment) {
        inComment = c != '}';
      } else if (c == '{') {
        inComment = true;
      } else if (c == ';') {
        return;
      }
    }
  }

  private void endSection() {
    if (!section.toString().isBlank()) {
      sections.add(section.toString());
    }
    section.setLength(0);
    inMoves = false;
    inComment = false;
  }
}
