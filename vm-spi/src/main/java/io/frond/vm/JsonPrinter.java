package io.frond.vm;

import java.util.List;

/** Walks an encoding by its schema and prints JSON. */
final class JsonPrinter {
  private static final String HEX = "0123456789abcdef";

  private final ByteReader in;
  private final StringBuilder out;

  JsonPrinter(ByteReader in, StringBuilder out) {
    this.in = in;
    this.out = out;
  }

  void print(Schema schema) {
    if (schema instanceof Schema.Atom atom) {
      print(atom);
    } else if (schema instanceof Schema.Enumeration enumeration) {
      print(enumeration);
    } else if (schema instanceof Schema.Sequence sequence) {
      print(sequence);
    } else if (schema instanceof Schema.Optional optional) {
      print(optional);
    } else if (schema instanceof Schema.Struct struct) {
      print(struct);
    } else if (schema instanceof Schema.Choice choice) {
      print(choice);
    }
  }

  private void print(Schema.Atom atom) {
    switch (atom) {
      case INT64 -> string(Long.toString(PrimitiveCodecs.readLong(in)));
      case INT32 -> out.append(PrimitiveCodecs.readInt(in));
      case BOOL -> out.append(PrimitiveCodecs.readBoolean(in));
      case STRING -> string(PrimitiveCodecs.readString(in));
      case ADDRESS -> string(PrimitiveCodecs.readAccount(in).toString());
      case BYTES32 -> string(PrimitiveCodecs.readBytes32(in).toHexString());
      case BYTES -> string(PrimitiveCodecs.readBytes(in).toHexString());
    }
  }

  private void print(Schema.Enumeration enumeration) {
    string(EnumCodec.readName(enumeration, in));
  }

  private void print(Schema.Sequence sequence) {
    int count = ListCodec.readCount(in);
    out.append('[');
    for (int i = 0; i < count; i++) {
      comma(i);
      print(sequence.element());
    }
    out.append(']');
  }

  private void print(Schema.Optional optional) {
    if (OptionalCodec.readPresence(in)) {
      print(optional.element());
    } else {
      out.append("null");
    }
  }

  private void print(Schema.Struct struct) {
    List<Schema.Field> fields = struct.fields();
    out.append('{');
    for (int i = 0; i < fields.size(); i++) {
      comma(i);
      string(fields.get(i).name());
      out.append(':');
      print(fields.get(i).type());
    }
    out.append('}');
  }

  private void print(Schema.Choice choice) {
    Schema.Struct struct = ChoiceCodec.readType(choice, in);
    out.append('{');
    string(struct.name());
    out.append(':');
    print(struct);
    out.append('}');
  }

  private void comma(int index) {
    if (index > 0) {
      out.append(',');
    }
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
    out.append('"');
  }

  private void character(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < 0x20) {
          out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
        } else {
          out.append(c);
        }
      }
    }
  }
}
