package io.frond.vm;

/** The tokens of a JSON text, strictly by RFC 8259. */
final class JsonScanner {
  private final String json;
  private int position;

  JsonScanner(String json) {
    this.json = json;
  }

  DecodeException error(String what) {
    return new DecodeException(what + " at character " + position + " of " + json.length());
  }

  /** Takes {@code c} if it comes next, after white space. */
  boolean take(char c) {
    skipSpace();
    if (position < json.length() && json.charAt(position) == c) {
      position++;
      return true;
    }
    return false;
  }

  void expect(char c) {
    if (!take(c)) {
      throw error("expected '" + c + "'");
    }
  }

  /** Takes {@code null}, {@code true} or {@code false} if it comes next. */
  boolean takeWord(String word) {
    skipSpace();
    if (!json.startsWith(word, position)) {
      return false;
    }
    position += word.length();
    return true;
  }

  void end() {
    skipSpace();
    if (position != json.length()) {
      throw error("expected the end");
    }
  }

  /** The digits and sign that come next; empty if there are none. */
  String integer() {
    skipSpace();
    int start = position;
    while (position < json.length() && isInteger(json.charAt(position))) {
      position++;
    }
    return json.substring(start, position);
  }

  String string() {
    expect('"');
    StringBuilder text = new StringBuilder();
    while (true) {
      char c = next();
      if (c == '"') {
        return text.toString();
      }
      if (c < 0x20) {
        throw error("expected control characters to be escaped");
      }
      text.append(c == '\\' ? escaped() : c);
    }
  }

  private char escaped() {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> throw error("expected an escape of JSON");
    };
  }

  private char unit() {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = hexDigit(next());
      if (digit < 0) {
        throw error("expected 4 hexadecimal digits");
      }
      unit = unit << 4 | digit;
    }
    return (char) unit;
  }

  /**
   * The value of an ASCII hexadecimal digit, or -1: {@link Character#digit} takes other scripts.
   */
  static int hexDigit(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private char next() {
    if (position == json.length()) {
      throw error("expected the rest of a string");
    }
    return json.charAt(position++);
  }

  private static boolean isInteger(char c) {
    return c == '-' || (c >= '0' && c <= '9');
  }

  private void skipSpace() {
    while (position < json.length() && " \t\n\r".indexOf(json.charAt(position)) >= 0) {
      position++;
    }
  }
}
