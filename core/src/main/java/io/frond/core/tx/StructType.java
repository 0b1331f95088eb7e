package io.frond.core.tx;

import io.frond.vm.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A struct type of EIP-712: its fields, the structs it refers to, its hash. Immutable. */
final class StructType {
  /** A name, a type, and the struct that the type is made of, if it is. */
  record Field(String name, String type, Optional<StructType> struct) {
    static Field of(String name, String type) {
      return new Field(name, type, Optional.empty());
    }

    static Field of(String name, StructType struct) {
      return new Field(name, struct.name(), Optional.of(struct));
    }

    static Field ofArray(String name, StructType struct) {
      return new Field(name, struct.name() + "[]", Optional.of(struct));
    }
  }

  private final String name;
  private final List<Field> fields;
  private final SortedMap<String, StructType> references = new TreeMap<>();
  private final byte[] hash;

  StructType(String name, List<Field> fields) {
    this.name = name;
    this.fields = List.copyOf(fields);
    for (Field field : fields) {
      field.struct().ifPresent(this::refer);
    }
    hash = Keccak.hash(encodeType().getBytes(StandardCharsets.UTF_8));
  }

  /** The type of a record, and then these fields. */
  static StructType of(Schema.Struct schema, Field... more) {
    List<Field> fields = new ArrayList<>();
    for (Schema.Field field : schema.fields()) {
      fields.add(new Field(field.name(), typeName(field.type()), structOf(field.type())));
    }
    fields.addAll(List.of(more));
    return new StructType(schema.name(), fields);
  }

  private static String typeName(Schema schema) {
    if (schema instanceof Schema.Atom atom) {
      return atom.eip712();
    } else if (schema instanceof Schema.Enumeration) {
      return "string";
    } else if (schema instanceof Schema.Sequence sequence) {
      return typeName(sequence.element()) + "[]";
    } else if (schema instanceof Schema.Optional optional) {
      return typeName(optional.element()) + "[]";
    } else if (schema instanceof Schema.Struct struct) {
      return struct.name();
    }
    throw new IllegalArgumentException("typed data has no type for " + schema.canonicalText());
  }

  private static Optional<StructType> structOf(Schema schema) {
    if (schema instanceof Schema.Sequence sequence) {
      return structOf(sequence.element());
    } else if (schema instanceof Schema.Optional optional) {
      return structOf(optional.element());
    } else if (schema instanceof Schema.Struct struct) {
      return Optional.of(of(struct));
    }
    return Optional.empty();
  }

  private void refer(StructType struct) {
    references.put(struct.name, struct);
    references.putAll(struct.references);
  }

  String name() {
    return name;
  }

  List<Field> fields() {
    return fields;
  }

  /** Every struct below this one, by name. */
  SortedMap<String, StructType> references() {
    return Collections.unmodifiableSortedMap(references);
  }

  /** The text that a signer commits to: this struct, then what it refers to, by name. */
  String encodeType() {
    StringBuilder text = new StringBuilder();
    appendTo(text);
    references.values().forEach(struct -> struct.appendTo(text));
    return text.toString();
  }

  /** The hash of {@link #encodeType}; not to be changed. */
  byte[] hash() {
    return hash;
  }

  private void appendTo(StringBuilder text) {
    text.append(name).append('(');
    for (int i = 0; i < fields.size(); i++) {
      text.append(i == 0 ? "" : ",").append(fields.get(i).type());
      text.append(' ').append(fields.get(i).name());
    }
    text.append(')');
  }
}
