package io.frond.vm;

/**
 * A codec made of others. Its parts are read without ceremony; the value as a whole is then held
 * against its bytes, because a record's constructor may change what it is given, and two encodings
 * of one value must not both be accepted.
 */
abstract class ComposedCodec<T> implements Codec<T> {
  /** Reads a value and calls the constructors of its records, without holding it to its bytes. */
  abstract T read(ByteReader in);

  /** Whether reading runs constructors of the application. */
  abstract boolean constructs();

  static <E> E read(Codec<E> codec, ByteReader in) {
    return codec instanceof ComposedCodec<E> composed ? composed.read(in) : codec.decode(in);
  }

  static boolean constructs(Codec<?> codec) {
    return codec instanceof ComposedCodec<?> composed && composed.constructs();
  }

  @Override
  public final T decode(ByteReader in) {
    int start = in.position();
    T value = read(in);
    if (constructs()) {
      checkCanonical(value, in, start);
    }
    return value;
  }

  private void checkCanonical(T value, ByteReader in, int start) {
    ByteWriter again = new ByteWriter(in.position() - start);
    try {
      encode(value, again);
    } catch (IllegalArgumentException | NullPointerException e) {
      throw in.error("expected a value that can be encoded again: " + e.getMessage());
    }
    if (!in.hasRead(start, again)) {
      throw in.error("expected the encoding of the value that the record's constructor makes");
    }
  }
}
