package io.frond.examples.chess.pgn;

/**
 * A piece of PGN.
 *
 * @param kind what it is
 * @param text a string without its quotes, a symbol as it stands, otherwise the character
 */
record PgnToken(Kind kind, String text) {
  /** The kinds of tokens that mean something here; comments and NAGs are passed over. */
  enum Kind {
    OPEN_TAG,
    CLOSE_TAG,
    OPEN_VARIATION,
    CLOSE_VARIATION,
    STRING,
    SYMBOL,
    PERIOD,
    END
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
