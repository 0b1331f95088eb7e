package io.frond.core.outcome;

/** Cuts texts to a number of UTF-8 bytes, in whole characters; lone surrogates become '?'. */
final class Texts {
  private Texts() {}

  static String cut(String text, int maxBytes) {
    StringBuilder kept = new StringBuilder();
    int bytes = 0;
    int i = 0;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      int size = lone ? 1 : utf8Length(point);
      if (bytes + size > maxBytes) {
        break;
      }
      kept.appendCodePoint(lone ? '?' : point);
      bytes += size;
      i += Character.charCount(point);
    }
    return kept.toString();
  }

  private static int utf8Length(int point) {
    if (point < 0x80) {
      return 1;
    }
    if (point < 0x800) {
      return 2;
    }
    return point < 0x10000 ? 3 : 4;
  }
}
