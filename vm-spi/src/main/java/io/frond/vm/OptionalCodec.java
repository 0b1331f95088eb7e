package io.frond.vm;

import java.util.Optional;

/** A byte 0, or 1 and the value. */
final class OptionalCodec<E> extends ComposedCodec<Optional<E>> {
  private final Codec<E> element;
  private final Schema.Optional schema;

  OptionalCodec(Codec<E> element, String where) {
    this.element = element;
    SchemaShape.checkValue(element.schema(), where);
    schema = new Schema.Optional(element.schema());
  }

  @Override
  public void encode(Optional<E> value, ByteWriter out) {
    out.u8(value.isPresent() ? 1 : 0);
    if (value.isPresent()) {
      element.encode(value.get(), out);
    }
  }

  @Override
  Optional<E> read(ByteReader in) {
    return readPresence(in) ? Optional.of(read(element, in)) : Optional.empty();
  }

  static boolean readPresence(ByteReader in) {
    int present = in.u8();
    if (present > 1) {
      throw in.error("optional: expected 0 or 1, actual " + present);
    }
    return present == 1;
  }

  @Override
  boolean constructs() {
    return constructs(element);
  }

  @Override
  public Schema schema() {
    return schema;
  }
}
