package io.frond.vm;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The name of a constant, as a string. */
final class EnumCodec<E extends Enum<E>> implements Codec<E> {
  private final Map<String, E> constants; // looked up, never iterated
  private final Schema.Enumeration schema;

  EnumCodec(Class<E> type) {
    constants =
        Stream.of(type.getEnumConstants())
            .collect(Collectors.toMap(Enum::name, Function.identity()));
    List<String> names = constants.keySet().stream().sorted().toList();
    names.forEach(name -> Names.checkField(name, type.getSimpleName()));
    if (names.isEmpty()) {
      throw new IllegalArgumentException(type.getName() + ": expected an enum with constants");
    }
    schema = new Schema.Enumeration(Names.ofType(type), names);
  }

  @Override
  public void encode(E value, ByteWriter out) {
    out.text(value.name());
  }

  @Override
  public E decode(ByteReader in) {
    E constant = constants.get(in.text(Names.MAX_CHARS, schema.name()));
    if (constant == null) {
      throw unknown(schema, in);
    }
    return constant;
  }

  static String readName(Schema.Enumeration schema, ByteReader in) {
    String name = in.text(Names.MAX_CHARS, schema.name());
    if (!schema.constants().contains(name)) {
      throw unknown(schema, in);
    }
    return name;
  }

  private static DecodeException unknown(Schema.Enumeration schema, ByteReader in) {
    return in.error(schema.name() + ": expected one of " + schema.constants());
  }

  @Override
  public Schema schema() {
    return schema;
  }
}
