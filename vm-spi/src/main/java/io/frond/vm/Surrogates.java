package io.frond.vm;

/** Halves of surrogate pairs, which a Java string can hold and UTF-8 cannot say. */
final class Surrogates {
  private Surrogates() {}

  /** The index of the first surrogate without its other half; -1 if there is none. */
  static int firstUnpaired(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!startsPair(text, i)) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  private static boolean startsPair(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }
}
