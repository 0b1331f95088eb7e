package io.frond.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.apache.tuweni.bytes.Bytes;

class ByteCodingTest {
  @Example
  void aVariableLengthIntegerIsTheShortestLeb128() {
    uv(0, "00");
    uv(0x7f, "7f");
    uv(0x80, "8001");
    uv(0x3fff, "ff7f");
    uv(0x4000, "808001");
    uv(Integer.MAX_VALUE, "ffffffff07");
    uv(Long.MAX_VALUE, "ffffffffffffffff7f");
  }

  private static void uv(long value, String hex) {
    assertThat(new ByteWriter().uv(value).toBytes().toUnprefixedHexString()).isEqualTo(hex);
    assertThat(ByteReader.of(Bytes.fromHexString(hex)).uv()).isEqualTo(value);
  }

  @Example
  void anotherFormOfAVariableLengthIntegerIsRefused() {
    for (String hex : new String[] {"8000", "ff00", "80", "", "8080808080808080808001"}) {
      refused(hex, in -> in.uv());
    }
    refused("80808080808080808001", in -> in.uv());
    assertThatThrownBy(() -> new ByteWriter().uv(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void aVariableLengthIntegerComesBack(@ForAll @LongRange(min = 0) long value) {
    ByteReader in = ByteReader.of(new ByteWriter().uv(value).toBytes());
    assertThat(in.uv()).isEqualTo(value);
    in.end();
  }

  @Example
  void aBoundIsRefusedAboveIt() {
    assertThat(ByteReader.of(Bytes.fromHexString("0x06")).uvUpTo(7, "x")).isEqualTo(6);
    assertThat(ByteReader.of(Bytes.fromHexString("0x07")).uvUpTo(7, "x")).isEqualTo(7);
    refused("08", in -> in.uvUpTo(7, "x"));
    refused("ffffffffffffffff7f", in -> in.uvUpTo(Integer.MAX_VALUE, "x"));
  }

  @Example
  void wordsAreBigEndian() {
    ByteWriter out = new ByteWriter().u8(0x1ff).u32(0x01020304).u64(0x05060708090a0b0cL);
    assertThat(out.toBytes().toUnprefixedHexString()).isEqualTo("ff0102030405060708090a0b0c");
    ByteReader in = ByteReader.of(out.toArray());
    assertThat(in.u8()).isEqualTo(0xff);
    assertThat(in.u32()).isEqualTo(0x01020304);
    assertThat(in.position()).isEqualTo(5);
    assertThat(in.u64()).isEqualTo(0x05060708090a0b0cL);
    assertThat(in.remaining()).isZero();
    in.end();
  }

  @Example
  void aPositiveLongHasNoSignBit() {
    assertThat(ByteReader.of(Bytes.fromHexString("0x7fffffffffffffff")).u63())
        .isEqualTo(Long.MAX_VALUE);
    refused("8000000000000000", in -> in.u63());
  }

  @Example
  void missingBytesAreRefused() {
    refused("", in -> in.u8());
    refused("010203", in -> in.u32());
    refused("01020304050607", in -> in.u64());
    refused("01", in -> in.raw(2));
    refused("01", in -> in.raw(-1));
    refused("01".repeat(31), in -> in.bytes32());
    refused("01".repeat(31), in -> in.asset());
    refused("01".repeat(19), in -> in.account());
    refused("0261", in -> in.text(9, "text"));
    refused("0261", in -> in.sized(9, "bytes"));
  }

  @Example
  void textIsStrictUtf8() {
    refused("01ff", in -> in.text(9, "text"));
    refused("02c080", in -> in.text(9, "text"));
    refused("03eda080", in -> in.text(9, "text"));
    refused("04f4908080", in -> in.text(9, "text"));
    refused("04efbfbdff", in -> in.text(9, "text"));
    assertThat(ByteReader.of(Bytes.fromHexString("0x03efbfbd")).text(9, "text"))
        .isEqualTo("\ufffd");
  }

  @Example
  void whatIsLeftOverIsRefused() {
    refused("00", ByteReader::end);
  }

  @Example
  void aWriterGrowsAndCanBeUsedAgain() {
    ByteWriter out = new ByteWriter(1);
    out.raw(Bytes.repeat((byte) 7, 1000).slice(1, 998)).u8(9);
    assertThat(out.size()).isEqualTo(999);
    assertThat(out.toArray()).hasSize(999).endsWith(7, 7, 9).startsWith(7, 7);
    assertThat(out.reset().u8(1).toBytes()).isEqualTo(Bytes.of(1));
  }

  @Example
  void whatWasReadDoesNotChangeWithItsSource() {
    byte[] source = {2, 5, 6};
    Bytes read = ByteReader.of(source).sized(9, "bytes");
    source[1] = 99;
    assertThat(read).isEqualTo(Bytes.of(5, 6));
  }

  private static void refused(String hex, Consumer<ByteReader> read) {
    assertThatThrownBy(() -> read.accept(ByteReader.of(Bytes.fromHexString(hex))))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("at byte");
  }
}
