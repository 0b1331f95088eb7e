package io.frond.vm;

import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The one canonical binary encoding of a type, and its {@link Schema}, from which the EIP-712 type
 * and the JSON form follow. Instances are immutable and safe for several threads.
 *
 * @param <T> an immutable value type
 */
public interface Codec<T> {
  /** The greatest number of a {@link CommandType}. */
  int MAX_TYPE_NUMBER = 65_535;

  /** 8 bytes, big-endian, two's complement; EIP-712 {@code int64}. */
  Codec<Long> LONG = PrimitiveCodecs.LONG;

  /** 4 bytes, big-endian, two's complement; EIP-712 {@code int32}. */
  Codec<Integer> INT = PrimitiveCodecs.INT;

  /** One byte, 0 or 1; EIP-712 {@code bool}. */
  Codec<Boolean> BOOLEAN = PrimitiveCodecs.BOOLEAN;

  /** {@code uv} length and UTF-8; EIP-712 {@code string}. */
  Codec<String> STRING = PrimitiveCodecs.STRING;

  /** 20 bytes; EIP-712 {@code address}. */
  Codec<Account> ACCOUNT = PrimitiveCodecs.ACCOUNT;

  /** 32 bytes; EIP-712 {@code bytes32}. */
  Codec<AssetId> ASSET = PrimitiveCodecs.ASSET;

  /** 32 bytes; EIP-712 {@code bytes32}. */
  Codec<Bytes32> BYTES32 = PrimitiveCodecs.BYTES32;

  /** {@code uv} length and the bytes; EIP-712 {@code bytes}. */
  Codec<Bytes> BYTES = PrimitiveCodecs.BYTES;

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
   */
  static <E> Codec<List<E>> listOf(Codec<E> element) {
    return DerivedCodecs.listOf(element);
  }

  /** A byte 0, or 1 and the value; EIP-712 {@code T[]} of at most one element. */
  static <E> Codec<Optional<E>> optionalOf(Codec<E> element) {
    return DerivedCodecs.optionalOf(element);
  }

  /** Appends the encoding of {@code value}. */
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
