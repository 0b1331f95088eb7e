package io.frond.vm;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** The codecs of values without parts. */
final class PrimitiveCodecs {
  static final Codec<Long> LONG =
      atom(Schema.Atom.INT64, (value, out) -> out.u64(value), ByteReader::u64);
  static final Codec<Integer> INT =
      atom(Schema.Atom.INT32, (value, out) -> out.u32(value), ByteReader::u32);
  static final Codec<Boolean> BOOLEAN =
      atom(Schema.Atom.BOOL, (value, out) -> out.u8(value ? 1 : 0), PrimitiveCodecs::bool);
  static final Codec<String> STRING =
      atom(
          Schema.Atom.STRING,
          (value, out) -> out.text(value),
          in -> in.text(Schema.MAX_BYTES, "string"));
  static final Codec<Account> ACCOUNT =
      atom(Schema.Atom.ADDRESS, (value, out) -> out.account(value), ByteReader::account);
  static final Codec<AssetId> ASSET =
      atom(Schema.Atom.BYTES32, (value, out) -> out.asset(value), ByteReader::asset);
  static final Codec<Bytes32> BYTES32 =
      atom(Schema.Atom.BYTES32, (value, out) -> out.raw(value), ByteReader::bytes32);
  static final Codec<Bytes> BYTES =
      atom(
          Schema.Atom.BYTES,
          (value, out) -> out.sized(value),
          in -> in.sized(Schema.MAX_BYTES, "bytes"));

  private PrimitiveCodecs() {}

  private static boolean bool(ByteReader in) {
    int value = in.u8();
    if (value > 1) {
      throw in.error("boolean: expected 0 or 1, actual " + value);
    }
    return value == 1;
  }

  private static <T> Codec<T> atom(
      Schema.Atom schema, BiConsumer<T, ByteWriter> write, Function<ByteReader, T> read) {
    return new Codec<>() {
      @Override
      public void encode(T value, ByteWriter out) {
        write.accept(value, out);
      }

      @Override
      public T decode(ByteReader in) {
        return read.apply(in);
      }

      @Override
      public Schema schema() {
        return schema;
      }
    };
  }
}
