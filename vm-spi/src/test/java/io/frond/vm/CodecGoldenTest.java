package io.frond.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

/** Encodings are consensus: these bytes were written by hand and never change. */
class CodecGoldenTest {
  private static final Account ACCOUNT =
      Account.fromHex("0x000102030405060708090a0b0c0d0e0f10111213");

  @Test
  void aLongIsEightBigEndianBytes() {
    golden(Codec.LONG, 0x0102030405060708L, "0102030405060708");
    golden(Codec.LONG, -2L, "fffffffffffffffe");
    golden(Codec.LONG, Long.MIN_VALUE, "8000000000000000");
  }

  @Test
  void anIntIsFourBigEndianBytes() {
    golden(Codec.INT, 0x01020304, "01020304");
    golden(Codec.INT, -1, "ffffffff");
  }

  @Test
  void aBooleanIsOneByte() {
    golden(Codec.BOOLEAN, false, "00");
    golden(Codec.BOOLEAN, true, "01");
  }

  @Test
  void aStringIsItsLengthAndUtf8() {
    golden(Codec.STRING, "", "00");
    golden(Codec.STRING, "e4", "026534");
    golden(Codec.STRING, "\u00e9\u265e\ud83c\udfc1", "09c3a9e2999ef09f8f81");
    golden(Codec.STRING, "x".repeat(128), "8001" + "78".repeat(128));
  }

  @Test
  void anAccountIsItsTwentyBytes() {
    golden(Codec.ACCOUNT, ACCOUNT, "000102030405060708090a0b0c0d0e0f10111213");
  }

  @Test
  void anAssetIsItsThirtyTwoBytes() {
    golden(Codec.ASSET, AssetId.named("GOLD"), "474f4c44" + "00".repeat(28));
  }

  @Test
  void bytesAreTheirLengthAndThemselvesButThirtyTwoNeedNoLength() {
    golden(Codec.BYTES, Bytes.EMPTY, "00");
    golden(Codec.BYTES, Bytes.fromHexString("0xc0ffee"), "03c0ffee");
    golden(Codec.BYTES32, Bytes32.repeat((byte) 0x5a), "5a".repeat(32));
  }

  @Test
  void anEnumIsTheNameOfItsConstant() {
    golden(Codec.ofEnum(Shapes.Side.class), Shapes.Side.BLACK, "05424c41434b");
  }

  @Test
  void aListIsItsCountAndElements() {
    golden(Codec.listOf(Codec.INT), List.of(), "00");
    golden(Codec.listOf(Codec.INT), List.of(7, -7), "0200000007fffffff9");
  }

  @Test
  void anOptionalIsAByteAndPerhapsAValue() {
    golden(Codec.optionalOf(Codec.INT), Optional.empty(), "00");
    golden(Codec.optionalOf(Codec.INT), Optional.of(9), "0100000009");
  }

  @Test
  void aRecordIsItsComponentsInDeclaredOrder() {
    golden(
        Codec.of(Shapes.Three.class),
        new Shapes.Three(1, 2, true),
        "00000001" + "0000000000000002" + "01");
    golden(Codec.of(Shapes.Empty.class), new Shapes.Empty(), "");
  }

  @Test
  void everyAtomInARecordIsAsOutsideOfIt() {
    golden(
        Codec.of(Shapes.Atoms.class),
        new Shapes.Atoms(
            3,
            4,
            true,
            "hi",
            ACCOUNT,
            AssetId.named("GOLD"),
            Bytes32.repeat((byte) 1),
            Bytes.of(9, 8),
            Shapes.Side.WHITE),
        "0000000000000003"
            + "00000004"
            + "01"
            + "026869"
            + "000102030405060708090a0b0c0d0e0f10111213"
            + ("474f4c44" + "00".repeat(28))
            + "01".repeat(32)
            + "020908"
            + "055748495445");
  }

  @Test
  void aNestedRecordAddsNothingToItsFields() {
    golden(
        Codec.of(Shapes.Match.class),
        new Shapes.Match(
            List.of(
                new Shapes.Step(
                    new Shapes.Square(4, 1),
                    new Shapes.Square(4, 3),
                    Optional.of(Shapes.Side.WHITE))),
            List.of(5L),
            List.of(List.of("a", ""), List.of()),
            Optional.of(new Shapes.Three(6, 7, false))),
        "01"
            + "00000004000000010000000400000003"
            + "01055748495445"
            + "010000000000000005"
            + "02"
            + "02016100"
            + "00"
            + "01"
            + "00000006000000000000000700");
  }

  @Test
  void aRecordOfASealedInterfaceFollowsItsNumber() {
    CommandCodec<Shapes.Command> codec = Codec.of(Shapes.Command.class);
    golden(codec, new Shapes.Resign(), "01");
    golden(codec, new Shapes.Offer(1, Optional.of("gl")), "c801" + "0000000000000001" + "0102676c");
    golden(
        Codec.of(Shapes.History.class),
        new Shapes.History(new Shapes.Resign(), List.of(new Shapes.Offer(2, Optional.empty()))),
        "01" + "01" + "c801" + "000000000000000200");
  }

  @Test
  void theFieldsOfACommandStandWithoutItsNumber() {
    CommandCodec<Shapes.Command> codec = Codec.of(Shapes.Command.class);
    Shapes.Command offer = new Shapes.Offer(1, Optional.empty());
    ByteWriter out = new ByteWriter();
    codec.encodeFields(offer, out);
    assertThat(out.toBytes().toUnprefixedHexString()).isEqualTo("000000000000000100");
    assertThat(codec.typeNumber(offer)).isEqualTo(200);
    assertThat(codec.decodeFields(200, ByteReader.of(out.toBytes()))).isEqualTo(offer);
    assertThat(codec.types().keySet()).containsExactly(1, 3, 200);
  }

  private static <T> void golden(Codec<T> codec, T value, String hex) {
    assertThat(codec.encode(value).toUnprefixedHexString()).isEqualTo(hex);
    assertThat(codec.decode(Bytes.fromHexString(hex))).isEqualTo(value);
  }
}
