package io.frond.vm;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Numbers declarations and checks their names. */
final class StateItems {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final Pattern NAME =
      Pattern.compile("[a-z][a-z0-9-]{0," + (StateItem.MAX_NAME_CHARS - 1) + "}");

  private StateItems() {}

  static int nextIndex() {
    return NEXT.getAndIncrement();
  }

  static String checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name: expected 1 to 32 of a-z, 0-9 and '-', a letter first; actual " + name);
    }
    return name;
  }
}
