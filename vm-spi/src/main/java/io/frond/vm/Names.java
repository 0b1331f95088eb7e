package io.frond.vm;

import java.util.regex.Pattern;

/** The names that a schema may hold: identifiers in EIP-712, JSON and every wallet. */
final class Names {
  /** The longest name of a type, a field or a constant. */
  static final int MAX_CHARS = 64;

  // An upper-case letter first keeps a record apart from the built-in types, such as "address".
  private static final Pattern TYPE =
      Pattern.compile("[A-Z][A-Za-z0-9_]{0," + (MAX_CHARS - 1) + "}");
  private static final Pattern FIELD =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0," + (MAX_CHARS - 1) + "}");

  private Names() {}

  /** The simple name of a record, enum or sealed interface. */
  static String ofType(Class<?> type) {
    String name = type.getSimpleName();
    if (!TYPE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          type.getName()
              + ": expected a name of 1 to 64 ASCII letters, digits and '_', an upper-case letter"
              + " first; actual "
              + name);
    }
    return name;
  }

  /** The name of a component or an enum constant. */
  static String checkField(String name, String where) {
    if (!FIELD.matcher(name).matches()) {
      throw new IllegalArgumentException(
          where
              + ": expected a name of 1 to 64 ASCII letters, digits and '_', no digit first; actual "
              + name);
    }
    return name;
  }
}
