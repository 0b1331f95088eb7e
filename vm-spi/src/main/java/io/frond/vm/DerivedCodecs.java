package io.frond.vm;

import java.util.List;
import java.util.Optional;

/** Derives codecs from records, sealed interfaces and enums. */
final class DerivedCodecs {
  private DerivedCodecs() {}

  static <T> CommandCodec<T> of(Class<T> type) {
    return new Derivation().command(type);
  }

  static <E extends Enum<E>> Codec<E> ofEnum(Class<E> type) {
    return new EnumCodec<>(type);
  }

  static <E> Codec<List<E>> listOf(Codec<E> element) {
    Codec<List<E>> list = new ListCodec<>(element, "list");
    SchemaShape.checkDepth(list.schema(), "list");
    return list;
  }

  static <E> Codec<Optional<E>> optionalOf(Codec<E> element) {
    Codec<Optional<E>> optional = new OptionalCodec<>(element, "optional");
    SchemaShape.checkDepth(optional.schema(), "optional");
    return optional;
  }
}
