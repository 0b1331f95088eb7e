package io.frond.examples.chess.pgn;

import io.frond.examples.chess.pgn.PgnToken.Kind;

/** Splits the text of one game into tokens and drops comments, NAGs and white space. */
final class PgnLexer {
  private final String text;
  private int position;

  PgnLexer(String text) {
    this.text = text;
  }

  PgnToken next() throws PgnFaultException {
    skipWhatMeansNothing();
    if (position == text.length()) {
      return new PgnToken(Kind.END, "the end of the game");
    }
    char c = text.charAt(position);
    if (isSymbol(c)) {
      return new PgnToken(Kind.SYMBOL, symbol());
    }
    position++;
    return switch (c) {
      case '[' -> new PgnToken(Kind.OPEN_TAG, "[");
      case ']' -> new PgnToken(Kind.CLOSE_TAG, "]");
      case '(' -> new PgnToken(Kind.OPEN_VARIATION, "(");
      case ')' -> new PgnToken(Kind.CLOSE_VARIATION, ")");
      case '.' -> new PgnToken(Kind.PERIOD, ".");
      case '"' -> new PgnToken(Kind.STRING, string());
      default -> throw PgnFaultException.malformed("expected a move or a tag, actual '" + c + "'");
    };
  }

  private void skipWhatMeansNothing() throws PgnFaultException {
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == '{') {
        skipPast('}', "a comment that ends");
      } else if (c == ';') {
        skipPast('\n', "a line that ends");
      } else if (c == '$') {
        position++;
        symbol();
      } else if (Character.isWhitespace(c)) {
        position++;
      } else {
        return;
      }
    }
  }

  private void skipPast(char last, String expected) throws PgnFaultException {
    int end = text.indexOf(last, position);
    if (end < 0) {
      position = text.length();
      throw PgnFaultException.malformed("expected " + expected);
    }
    position = end + 1;
  }

  private String symbol() {
    int start = position;
    while (position < text.length() && isSymbol(text.charAt(position))) {
      position++;
    }
    return text.substring(start, position);
  }

  private String string() throws PgnFaultException {
    StringBuilder value = new StringBuilder();
    while (position < text.length() && text.charAt(position) != '\n') {
      char c = text.charAt(position++);
      if (c == '"') {
        return value.toString();
      }
      if (c == '\\' && position < text.length() && text.charAt(position) != '\n') {
        c = text.charAt(position++);
      }
      value.append(c);
    }
    throw PgnFaultException.malformed("expected a string that ends on its line");
  }

  private static boolean isSymbol(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "_+#=:-/!?*".indexOf(c) >= 0;
  }
}
