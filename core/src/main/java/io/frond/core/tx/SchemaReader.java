package io.frond.core.tx;

import io.frond.vm.ByteReader;
import io.frond.vm.Schema;
import java.util.ArrayList;
import java.util.List;

/** Reads canonical bytes along a schema into typed values: no Java class is needed for it. */
final class SchemaReader {
  private final StructType root;
  private final ByteReader in;

  /**
   * A reader of values below this struct.
   *
   * @param root the struct itself, or one that refers to every struct of the schema
   */
  SchemaReader(StructType root, ByteReader in) {
    this.root = root;
    this.in = in;
  }

  /** The fields of a struct, in order. */
  List<TypedValue> readFields(Schema.Struct struct) {
    List<TypedValue> values = new ArrayList<>(struct.fields().size() + 1);
    for (Schema.Field field : struct.fields()) {
      values.add(read(field.type()));
    }
    return values;
  }

  private TypedValue read(Schema schema) {
    if (schema instanceof Schema.Atom atom) {
      return readAtom(atom);
    } else if (schema instanceof Schema.Enumeration enumeration) {
      return new TypedValue.Text(in.text(Schema.MAX_BYTES, enumeration.name()));
    } else if (schema instanceof Schema.Sequence sequence) {
      return readArray(in.uvUpTo(Schema.MAX_LIST, "list"), sequence.element());
    } else if (schema instanceof Schema.Optional optional) {
      return readArray(in.uvUpTo(1, "optional"), optional.element());
    } else if (schema instanceof Schema.Struct struct) {
      return new TypedValue.Struct(typeOf(struct), readFields(struct));
    }
    throw new IllegalArgumentException("typed data has no value for " + schema.canonicalText());
  }

  private TypedValue readArray(int count, Schema element) {
    List<TypedValue> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      elements.add(read(element));
    }
    return new TypedValue.Array(elements);
  }

  private TypedValue readAtom(Schema.Atom atom) {
    return switch (atom) {
      case INT64 -> new TypedValue.Int(in.u64());
      case INT32 -> new TypedValue.Int(in.u32());
      case BOOL -> new TypedValue.Bool(readBool());
      case STRING -> new TypedValue.Text(in.text(Schema.MAX_BYTES, "string"));
      case ADDRESS -> new TypedValue.Address(in.account());
      case BYTES32 -> new TypedValue.Word(in.bytes32());
      case BYTES -> new TypedValue.Raw(in.sized(Schema.MAX_BYTES, "bytes"));
    };
  }

  private boolean readBool() {
    int value = in.u8();
    if (value > 1) {
      throw in.error("boolean: expected 0 or 1, actual " + value);
    }
    return value == 1;
  }

  private StructType typeOf(Schema.Struct struct) {
    StructType type = root.references().get(struct.name());
    if (type == null) {
      throw new IllegalArgumentException(root.name() + " does not refer to " + struct.name());
    }
    return type;
  }
}
