package io.frond.vm;

import java.util.List;
import java.util.Optional;

/** Derives codecs from records, sealed interfaces and enums. */
@SuppressWarnings("DoNotCallSuggester")
final class DerivedCodecs {
  private DerivedCodecs() {}

  static <T> CommandCodec<T> of(Class<T> type) {
    throw new IllegalArgumentException("no codec for " + type);
  }

  static <E extends Enum<E>> Codec<E> ofEnum(Class<E> type) {
    throw new IllegalArgumentException("no codec for " + type);
  }

  static <E> Codec<List<E>> listOf(Codec<E> element) {
    throw new IllegalArgumentException("no codec for lists of " + element);
  }

  static <E> Codec<Optional<E>> optionalOf(Codec<E> element) {
    throw new IllegalArgumentException("no codec for optionals of " + element);
  }
}
