package io.frond.vm;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.tuweni.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/** Reads JSON by a schema and writes the encoding. */
final class JsonParser {
  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,18}");

  private final JsonScanner in;

  JsonParser(JsonScanner in) {
    this.in = in;
  }

  void parse(Schema schema, ByteWriter out) {
    if (schema instanceof Schema.Atom atom) {
      parse(atom, out);
    } else if (schema instanceof Schema.Enumeration enumeration) {
      parse(enumeration, out);
    } else if (schema instanceof Schema.Sequence sequence) {
      parse(sequence, out);
    } else if (schema instanceof Schema.Optional optional) {
      parse(optional, out);
    } else if (schema instanceof Schema.Struct struct) {
      parse(struct, out);
    } else if (schema instanceof Schema.Choice choice) {
      parse(choice, out);
    }
  }

  private void parse(Schema.Atom atom, ByteWriter out) {
    switch (atom) {
      case INT64 -> out.u64(integer(in.string(), Long.MIN_VALUE, Long.MAX_VALUE));
      case INT32 -> out.u32((int) integer(in.integer(), Integer.MIN_VALUE, Integer.MAX_VALUE));
      case BOOL -> out.u8(bool() ? 1 : 0);
      case STRING -> text(in.string(), out);
      case ADDRESS -> out.raw(hex(Account.BYTES, Account.BYTES));
      case BYTES32 -> out.raw(hex(AssetId.BYTES, AssetId.BYTES));
      case BYTES -> out.sized(hex(0, Schema.MAX_BYTES));
    }
  }

  private long integer(String digits, long min, long max) {
    if (!INTEGER.matcher(digits).matches()) {
      throw in.error("expected an integer of at most 19 digits");
    }
    try {
      long value = Long.parseLong(digits);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException tooLarge) {
      // told below, with the range
    }
    throw in.error("expected " + min + " to " + max + ", actual " + digits);
  }

  private boolean bool() {
    if (in.takeWord("true")) {
      return true;
    }
    if (in.takeWord("false")) {
      return false;
    }
    throw in.error("expected true or false");
  }

  private void text(String text, ByteWriter out) {
    try {
      PrimitiveCodecs.write(text, out);
    } catch (IllegalArgumentException e) {
      throw in.error(String.valueOf(e.getMessage()));
    }
  }

  private Bytes hex(int minBytes, int maxBytes) {
    String text = in.string();
    int count = (text.length() - 2) / 2;
    if (!text.startsWith("0x") || text.length() % 2 != 0 || count < minBytes || count > maxBytes) {
      throw in.error("expected 0x and digits of " + minBytes + " to " + maxBytes + " bytes");
    }
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      int high = JsonScanner.hexDigit(text.charAt(2 + 2 * i));
      int low = JsonScanner.hexDigit(text.charAt(3 + 2 * i));
      if (high < 0 || low < 0) {
        throw in.error("expected hexadecimal digits");
      }
      bytes[i] = (byte) (high << 4 | low);
    }
    return Bytes.wrap(bytes);
  }

  private void parse(Schema.Enumeration enumeration, ByteWriter out) {
    String name = in.string();
    if (!enumeration.constants().contains(name)) {
      throw in.error(enumeration.name() + ": expected one of " + enumeration.constants());
    }
    out.text(name);
  }

  private void parse(Schema.Sequence sequence, ByteWriter out) {
    ByteWriter elements = new ByteWriter();
    int count = 0;
    in.expect('[');
    if (!in.take(']')) {
      do {
        if (count == Schema.MAX_LIST) {
          throw in.error("list: expected at most " + Schema.MAX_LIST + " elements");
        }
        parse(sequence.element(), elements);
        count++;
      } while (in.take(','));
      in.expect(']');
    }
    out.uv(count).raw(elements.array(), 0, elements.size());
  }

  private void parse(Schema.Optional optional, ByteWriter out) {
    if (in.takeWord("null")) {
      out.u8(0);
    } else {
      out.u8(1);
      parse(optional.element(), out);
    }
  }

  /** Members come in any order, and the encoding in the declared one. */
  private void parse(Schema.Struct struct, ByteWriter out) {
    List<Schema.Field> fields = struct.fields();
    @Nullable ByteWriter[] parts = new ByteWriter[fields.size()];
    in.expect('{');
    if (!in.take('}')) {
      do {
        int index = member(struct);
        if (parts[index] != null) {
          throw in.error(struct.name() + "." + fields.get(index).name() + " is given twice");
        }
        ByteWriter part = new ByteWriter();
        parts[index] = part;
        parse(fields.get(index).type(), part);
      } while (in.take(','));
      in.expect('}');
    }
    for (int i = 0; i < parts.length; i++) {
      ByteWriter part = parts[i];
      if (part == null) {
        throw in.error(struct.name() + "." + fields.get(i).name() + " is missing");
      }
      out.raw(part.array(), 0, part.size());
    }
  }

  private int member(Schema.Struct struct) {
    String name = in.string();
    in.expect(':');
    for (int i = 0; i < struct.fields().size(); i++) {
      if (struct.fields().get(i).name().equals(name)) {
        return i;
      }
    }
    throw in.error(struct.name() + " has no component of that name");
  }

  private void parse(Schema.Choice choice, ByteWriter out) {
    in.expect('{');
    String name = in.string();
    in.expect(':');
    for (Map.Entry<Integer, Schema.Struct> type : choice.types().entrySet()) {
      if (type.getValue().name().equals(name)) {
        out.uv(type.getKey());
        parse(type.getValue(), out);
        in.expect('}');
        return;
      }
    }
    throw in.error(choice.name() + " has no record of that name");
  }
}
