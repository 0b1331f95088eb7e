package io.frond.vm;

/** What follows from a schema alone: how deep it nests and how short its shortest encoding is. */
final class SchemaShape {
  private SchemaShape() {}

  /** Levels of structs, lists and optionals; 0 for an atom. A choice is as deep as its structs. */
  static int depth(Schema schema) {
    if (schema instanceof Schema.Sequence sequence) {
      return 1 + depth(sequence.element());
    }
    if (schema instanceof Schema.Optional optional) {
      return 1 + depth(optional.element());
    }
    if (schema instanceof Schema.Struct struct) {
      return 1 + struct.fields().stream().mapToInt(field -> depth(field.type())).max().orElse(0);
    }
    if (schema instanceof Schema.Choice choice) {
      return choice.types().values().stream().mapToInt(SchemaShape::depth).max().orElse(0);
    }
    return 0;
  }

  /** Refuses a schema that nests deeper than {@link Schema#MAX_DEPTH}. */
  static <S extends Schema> S checkDepth(S schema, String where) {
    int depth = depth(schema);
    if (depth > Schema.MAX_DEPTH) {
      throw new IllegalArgumentException(
          where + ": expected nesting of at most " + Schema.MAX_DEPTH + ", actual " + depth);
    }
    return schema;
  }

  /** Refuses list elements whose encoding can be empty. */
  static void checkElement(Schema element, String where) {
    if (minBytes(element) == 0) {
      throw new IllegalArgumentException(
          where + ": expected elements of at least one byte, actual a record without components");
    }
  }

  /** Refuses an optional as the value of an optional. */
  static void checkValue(Schema value, String where) {
    if (value instanceof Schema.Optional) {
      throw new IllegalArgumentException(where + ": expected no optional within an optional");
    }
  }

  /** Length of the shortest encoding, in bytes; 0 only for a struct without fields. */
  static int minBytes(Schema schema) {
    if (schema instanceof Schema.Atom atom) {
      return minBytes(atom);
    }
    if (schema instanceof Schema.Struct struct) {
      return struct.fields().stream().mapToInt(field -> minBytes(field.type())).sum();
    }
    return 1; // a count, a presence byte, a length or a type number
  }

  private static int minBytes(Schema.Atom atom) {
    return switch (atom) {
      case INT64 -> Long.BYTES;
      case INT32 -> Integer.BYTES;
      case BOOL, STRING, BYTES -> 1;
      case ADDRESS -> Account.BYTES;
      case BYTES32 -> AssetId.BYTES;
    };
  }
}
