package io.frond.vm;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The codecs of values without parts. The static {@code write} and {@code read} methods are what
 * the combined handle of a record is made of, so that no primitive of a record is boxed.
 *
 * <p>Holds no constants: initialising this class before {@link Codec} would leave those of the
 * interface null.
 */
final class PrimitiveCodecs {

  private PrimitiveCodecs() {}

  static void write(long value, ByteWriter out) {
    out.u64(value);
  }

  static long readLong(ByteReader in) {
    return in.u64();
  }

  static void write(int value, ByteWriter out) {
    out.u32(value);
  }

  static int readInt(ByteReader in) {
    return in.u32();
  }

  static void write(boolean value, ByteWriter out) {
    out.u8(value ? 1 : 0);
  }

  static boolean readBoolean(ByteReader in) {
    int value = in.u8();
    if (value > 1) {
      throw in.error("boolean: expected 0 or 1, actual " + value);
    }
    return value == 1;
  }

  static void write(String value, ByteWriter out) {
    out.text(value, Schema.MAX_BYTES, "string");
  }

  static String readString(ByteReader in) {
    return in.text(Schema.MAX_BYTES, "string");
  }

  static void write(Account value, ByteWriter out) {
    out.account(value);
  }

  static Account readAccount(ByteReader in) {
    return in.account();
  }

  static void write(AssetId value, ByteWriter out) {
    out.asset(value);
  }

  static AssetId readAssetId(ByteReader in) {
    return in.asset();
  }

  static void write(Bytes32 value, ByteWriter out) {
    out.raw(value);
  }

  static Bytes32 readBytes32(ByteReader in) {
    return in.bytes32();
  }

  static void write(Bytes value, ByteWriter out) {
    if (value.size() > Schema.MAX_BYTES) {
      throw new IllegalArgumentException(
          "bytes: expected at most " + Schema.MAX_BYTES + ", actual " + value.size());
    }
    out.sized(value);
  }

  static Bytes readBytes(ByteReader in) {
    return in.sized(Schema.MAX_BYTES, "bytes");
  }

  static <T> Codec<T> atom(
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
