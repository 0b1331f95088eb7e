package io.frond.vm;

import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The one canonical binary encoding of a type, and its {@link Schema}, from which the EIP-712 type
 * and the JSON form follow. Instances are immutable and safe for several threads.
 *
 * <p>The law: {@code decode(encode(v))} equals {@code v}, bytes that decode are the encoding of
 * what they decode to, and they follow the schema, because wallets and tools read them by it. A
 * derived codec keeps it by itself; one written by hand has to.
 *
 * @param <T> an immutable value type
 */
public interface Codec<T> {
  /** The greatest number of a {@link CommandType}. */
  int MAX_TYPE_NUMBER = 65_535;

  /** 8 bytes, big-endian, two's complement; EIP-712 {@code int64}. */
  Codec<Long> LONG =
      PrimitiveCodecs.atom(Schema.Atom.INT64, PrimitiveCodecs::write, PrimitiveCodecs::readLong);

  /** 4 bytes, big-endian, two's complement; EIP-712 {@code int32}. */
  Codec<Integer> INT =
      PrimitiveCodecs.atom(Schema.Atom.INT32, PrimitiveCodecs::write, PrimitiveCodecs::readInt);

  /** One byte, 0 or 1; EIP-712 {@code bool}. */
  Codec<Boolean> BOOLEAN =
      PrimitiveCodecs.atom(Schema.Atom.BOOL, PrimitiveCodecs::write, PrimitiveCodecs::readBoolean);

  /** {@code uv} length and UTF-8; EIP-712 {@code string}. */
  Codec<String> STRING =
      PrimitiveCodecs.atom(Schema.Atom.STRING, PrimitiveCodecs::write, PrimitiveCodecs::readString);

  /** 20 bytes; EIP-712 {@code address}. */
  Codec<Account> ACCOUNT =
      PrimitiveCodecs.atom(
          Schema.Atom.ADDRESS, PrimitiveCodecs::write, PrimitiveCodecs::readAccount);

  /** 32 bytes; EIP-712 {@code bytes32}. */
  Codec<AssetId> ASSET =
      PrimitiveCodecs.atom(
          Schema.Atom.BYTES32, PrimitiveCodecs::write, PrimitiveCodecs::readAssetId);

  /** 32 bytes; EIP-712 {@code bytes32}. */
  Codec<Bytes32> BYTES32 =
      PrimitiveCodecs.atom(
          Schema.Atom.BYTES32, PrimitiveCodecs::write, PrimitiveCodecs::readBytes32);

  /** {@code uv} length and the bytes; EIP-712 {@code bytes}. */
  Codec<Bytes> BYTES =
      PrimitiveCodecs.atom(Schema.Atom.BYTES, PrimitiveCodecs::write, PrimitiveCodecs::readBytes);

  /**
   * The codec of a record, or of a sealed interface of records with {@link CommandType}, derived
   * from its declaration.
   *
   * <p>A component is a {@code long}, {@code int}, {@code boolean}, {@link String}, {@link
   * Account}, {@link AssetId}, {@link Bytes32}, {@link Bytes}, an enum, a record, a sealed
   * interface of records, or a {@link List} or {@link Optional} of these. The canonical constructor
   * may refuse by an exception; what it refuses, the decoder refuses with {@link DecodeException}.
   * It may also bring its arguments into one form, and then the decoder accepts that form alone.
   * Overridden accessors are not used.
   *
   * @throws IllegalArgumentException naming the component, if the type holds what has no canonical
   *     encoding: {@code float}, {@code double}, {@code char}, maps, sets, arrays, mutable or
   *     recursive types, or two nested records of one simple name; or if it passes a limit of
   *     {@link Schema}
   */
  static <T> CommandCodec<T> of(Class<T> type) {
    return DerivedCodecs.of(type);
  }

  /** The codec of an enum: the constant's name, so that reordering constants changes nothing. */
  static <E extends Enum<E>> Codec<E> ofEnum(Class<E> type) {
    return DerivedCodecs.ofEnum(type);
  }

  /**
   * A {@code uv} count, at most {@link Schema#MAX_LIST}, then the elements; EIP-712 {@code T[]}.
   * Decoded lists are unmodifiable.
   *
   * @throws IllegalArgumentException if an element can have an empty encoding, as a record without
   *     components has, or nesting is too deep
   */
  static <E> Codec<List<E>> listOf(Codec<E> element) {
    return DerivedCodecs.listOf(element);
  }

  /**
   * A byte 0, or 1 and the value; EIP-712 {@code T[]} of at most one element.
   *
   * @throws IllegalArgumentException if {@code element} is of an optional, or nesting is too deep
   */
  static <E> Codec<Optional<E>> optionalOf(Codec<E> element) {
    return DerivedCodecs.optionalOf(element);
  }

  /**
   * Appends the encoding of {@code value}.
   *
   * @throws IllegalArgumentException if the value passes a limit of {@link Schema} or holds a
   *     string with half a surrogate pair; the writer may then hold a part of it
   */
  void encode(T value, ByteWriter out);

  /**
   * Reads one value and leaves the reader behind it.
   *
   * @throws DecodeException if the bytes are not the encoding of a value
   */
  T decode(ByteReader in);

  /** The shape of the type, for wallets and JSON. */
  Schema schema();

  /** The encoding of {@code value}. */
  default Bytes encode(T value) {
    ByteWriter out = new ByteWriter();
    encode(value, out);
    return out.toBytes();
  }

  /**
   * The value whose encoding is exactly these bytes.
   *
   * @throws DecodeException if they are not the encoding of a value
   */
  default T decode(Bytes bytes) {
    ByteReader in = ByteReader.of(bytes);
    T value = decode(in);
    in.end();
    return value;
  }
}
