package io.frond.vm;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A schema in one line. Names hold no punctuation, so the line reads in one way only. */
final class SchemaText {
  private SchemaText() {}

  static String of(Schema schema) {
    if (schema instanceof Schema.Atom atom) {
      return atom.eip712();
    }
    if (schema instanceof Schema.Enumeration enumeration) {
      return enumeration.name() + "<" + String.join("|", enumeration.constants()) + ">";
    }
    if (schema instanceof Schema.Sequence sequence) {
      return of(sequence.element()) + "[]";
    }
    if (schema instanceof Schema.Optional optional) {
      return of(optional.element()) + "?";
    }
    if (schema instanceof Schema.Struct struct) {
      return struct.name() + "(" + fields(struct.fields()) + ")";
    }
    Schema.Choice choice = (Schema.Choice) schema;
    return choice.name()
        + choice.types().entrySet().stream()
            .map(SchemaText::type)
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static String fields(List<Schema.Field> fields) {
    return fields.stream()
        .map(field -> of(field.type()) + " " + field.name())
        .collect(Collectors.joining(","));
  }

  private static String type(Map.Entry<Integer, Schema.Struct> type) {
    return type.getKey() + ":" + of(type.getValue());
  }
}
