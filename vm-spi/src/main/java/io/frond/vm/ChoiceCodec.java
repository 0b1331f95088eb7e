package io.frond.vm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A {@code uv} number of a record type, then the record's fields. */
final class ChoiceCodec<C> extends ComposedCodec<C> implements CommandCodec<C> {
  /** One record of the sealed interface. */
  record Variant<R>(int number, Class<R> type, RecordCodec<R> codec) {}

  private final Schema.Choice schema;
  private final Map<Integer, Variant<?>> byNumber = new HashMap<>(); // looked up, never iterated
  private final Map<Class<?>, Variant<?>> byType = new HashMap<>(); // looked up, never iterated

  /** Of variants that are all the records of {@code C}, with distinct numbers. */
  ChoiceCodec(String name, List<? extends Variant<?>> variants) {
    SortedMap<Integer, Schema.Struct> types = new TreeMap<>();
    for (Variant<?> variant : variants) {
      byNumber.put(variant.number(), variant);
      byType.put(variant.type(), variant);
      types.put(variant.number(), variant.codec().schema());
    }
    schema = new Schema.Choice(name, types);
  }

  @Override
  public void encode(C value, ByteWriter out) {
    Variant<C> variant = variantOf(value);
    out.uv(variant.number());
    variant.codec().encode(value, out);
  }

  @Override
  C read(ByteReader in) {
    return variantOf(readNumber(in), in).codec().read(in);
  }

  /** The struct that follows, by the number before it. */
  static Schema.Struct readType(Schema.Choice schema, ByteReader in) {
    int number = readNumber(in);
    Schema.Struct struct = schema.types().get(number);
    if (struct == null) {
      throw unknown(schema, number, in);
    }
    return struct;
  }

  private static int readNumber(ByteReader in) {
    return in.uvUpTo(Codec.MAX_TYPE_NUMBER, "type number");
  }

  private static DecodeException unknown(Schema.Choice schema, int number, ByteReader in) {
    return in.error(
        schema.name()
            + ": expected a type number of "
            + schema.types().keySet()
            + ", actual "
            + number);
  }

  @Override
  boolean constructs() {
    return true;
  }

  @Override
  public Schema.Choice schema() {
    return schema;
  }

  @Override
  public int typeNumber(C command) {
    return variantOf(command).number();
  }

  @Override
  public SortedMap<Integer, Schema.Struct> types() {
    return schema.types();
  }

  @Override
  public void encodeFields(C command, ByteWriter out) {
    variantOf(command).codec().encode(command, out);
  }

  @Override
  public C decodeFields(int typeNumber, ByteReader in) {
    return variantOf(typeNumber, in).codec().decode(in);
  }

  private Variant<C> variantOf(C value) {
    Variant<?> variant = byType.get(value.getClass());
    if (variant == null) {
      throw new IllegalArgumentException(
          schema.name() + ": expected one of its records, actual " + value.getClass().getName());
    }
    return cast(variant);
  }

  private Variant<C> variantOf(int number, ByteReader in) {
    Variant<?> variant = byNumber.get(number);
    if (variant == null) {
      throw unknown(schema, number, in);
    }
    return cast(variant);
  }

  @SuppressWarnings("unchecked") // the variant's class is a C, and its codec meets only that class
  private Variant<C> cast(Variant<?> variant) {
    return (Variant<C>) variant;
  }
}
