package io.frond.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class JsonFormTest {
  private static final CommandCodec<Shapes.Command> COMMANDS = Codec.of(Shapes.Command.class);

  @Test
  void everyAtomHasItsForm() {
    form(
        Codec.of(Shapes.Atoms.class),
        new Shapes.Atoms(
            Long.MIN_VALUE,
            -7,
            true,
            "\"\\\n\u0001/\u00e9\ud83c\udfc1",
            Account.ofWords(0, 0, 0xab),
            AssetId.named("GOLD"),
            Bytes32.repeat((byte) 0x5a),
            Bytes.fromHexString("0xc0ffee"),
            Shapes.Side.WHITE),
        "{\"aLong\":\"-9223372036854775808\",\"anInt\":-7,\"aBoolean\":true,"
            + "\"aString\":\"\\\"\\\\\\n\\u0001/\u00e9\ud83c\udfc1\","
            + "\"anAccount\":\"0x00000000000000000000000000000000000000ab\","
            + "\"anAsset\":\"0x474f4c44"
            + "00".repeat(28)
            + "\",\"aWord\":\"0x"
            + "5a".repeat(32)
            + "\",\"someBytes\":\"0xc0ffee\",\"aSide\":\"WHITE\"}");
  }

  @Test
  void listsOptionalsAndNestedRecordsHaveTheirForm() {
    Shapes.Step step =
        new Shapes.Step(new Shapes.Square(1, 2), new Shapes.Square(3, 4), Optional.empty());
    form(
        Codec.of(Shapes.Match.class),
        new Shapes.Match(
            List.of(step),
            List.of(1L, 2L),
            List.of(List.of()),
            Optional.of(new Shapes.Three(5, 6, false))),
        "{\"steps\":[{\"from\":{\"file\":1,\"rank\":2},\"to\":{\"file\":3,\"rank\":4},"
            + "\"promotion\":null}],\"clocks\":[\"1\",\"2\"],\"notes\":[[]],"
            + "\"end\":{\"first\":5,\"second\":\"6\",\"third\":false}}");
  }

  @Test
  void aRecordOfASealedInterfaceStandsUnderItsName() {
    form(COMMANDS, new Shapes.Resign(), "{\"Resign\":{}}");
    form(
        COMMANDS,
        new Shapes.Offer(5, Optional.of("gl")),
        "{\"Offer\":{\"stake\":\"5\",\"greeting\":\"gl\"}}");
  }

  private static <T> void form(Codec<T> codec, T value, String json) {
    assertThat(JsonForm.toJson(codec.schema(), codec.encode(value))).isEqualTo(json);
    assertThat(JsonForm.fromJson(codec.schema(), json)).isEqualTo(codec.encode(value));
  }

  @Test
  void spaceAndTheOrderOfMembersAndTheCaseOfDigitsAreFree() {
    Schema schema = Codec.of(Shapes.Three.class).schema();
    Bytes expected = Codec.of(Shapes.Three.class).encode(new Shapes.Three(1, 2, true));
    assertThat(
            JsonForm.fromJson(
                schema, " {\n\"third\" : true ,\t\"second\":\"2\",\r\"fi\\u0072st\": 1 } "))
        .isEqualTo(expected);
    assertThat(JsonForm.fromJson(Schema.Atom.BYTES, "\"0xC0fFeE\""))
        .isEqualTo(Bytes.fromHexString("0x03c0ffee"));
  }

  @Test
  void escapesAreThoseOfJson() {
    assertThat(
            JsonForm.fromJson(Schema.Atom.STRING, "\"\\b\\f\\n\\r\\t\\/\\\\\\\"\\uD83C\\uDFC1\""))
        .isEqualTo(Codec.STRING.encode("\b\f\n\r\t/\\\"\ud83c\udfc1"));
  }

  @Test
  void anIntegerHasOneFormAndARange() {
    refused(
        Schema.Atom.INT64, "1", "\"\"", "\"-\"", "\"-0\"", "\"01\"", "\"+1\"", "\" 1\"", "\"1.0\"");
    refused(Schema.Atom.INT64, "\"9223372036854775808\"", "\"-9223372036854775809\"", "\"\u0661\"");
    refused(Schema.Atom.INT32, "\"1\"", "-", "-0", "01", "+1", "1.0", "1e3", "2147483648", "--1");
    refused(Schema.Atom.INT32, "-2147483649", "99999999999999999999", "");
    assertThat(JsonForm.fromJson(Schema.Atom.INT64, "\"9223372036854775807\""))
        .isEqualTo(Codec.LONG.encode(Long.MAX_VALUE));
    assertThat(JsonForm.fromJson(Schema.Atom.INT32, "-2147483648"))
        .isEqualTo(Codec.INT.encode(Integer.MIN_VALUE));
  }

  @Test
  void anAtomOfAnotherKindIsRefused() {
    refused(Schema.Atom.BOOL, "1", "\"true\"", "True", "tru", "truefalse", "null");
    refused(Schema.Atom.STRING, "a", "'a'", "\"a", "\"\n\"", "\"\\x\"", "\"\\u12g4\"", "\"\\");
    refused(Schema.Atom.STRING, "\"\\ud83c\"", "\"\\u\uff11\uff11\uff11\uff11\"", "null");
    refused(Schema.Atom.BYTES, "\"\"", "\"0\"", "\"0x0\"", "\"c0ff\"", "\"0xgg\"", "\"0X00\"");
    refused(Schema.Atom.ADDRESS, "\"0x" + "0".repeat(38) + "\"", "\"0x" + "0".repeat(42) + "\"");
    refused(Schema.Atom.BYTES32, "\"0x" + "0".repeat(62) + "\"", "\"0x" + "0".repeat(66) + "\"");
    refused(Codec.ofEnum(Shapes.Side.class).schema(), "\"white\"", "\"\"", "0", "null");
  }

  @Test
  void aRecordHasEachMemberOnce() {
    Schema schema = Codec.of(Shapes.Square.class).schema();
    refused(schema, "{}", "{\"file\":1}", "{\"file\":1,\"rank\":2,\"file\":1}", "[1,2]", "null");
    refused(schema, "{\"file\":1,\"rank\":2,\"more\":3}", "{\"file\":1,\"rank\":2,}");
    refused(
        schema, "{\"file\":1 \"rank\":2}", "{\"file\":1,\"rank\":2}}", "{\"file\":1,\"rank\":2");
  }

  @Test
  void aSealedInterfaceHasOneMemberOfItsOwn() {
    refused(
        COMMANDS.schema(), "{}", "{\"Climb\":{}}", "{\"Resign\":{},\"Resign\":{}}", "{\"Resign\"}");
  }

  @Test
  void aListIsBoundedAndHasNoLooseCommas() {
    Schema schema = Codec.listOf(Codec.INT).schema();
    refused(schema, "[,]", "[1,]", "[1 2]", "[", "[1", "{}", "1");
    assertThat(JsonForm.fromJson(schema, ones(Schema.MAX_LIST)).size())
        .isEqualTo(2 + 4 * Schema.MAX_LIST);
    refused(schema, ones(Schema.MAX_LIST + 1));
  }

  private static String ones(int count) {
    return Collections.nCopies(count, 1).toString();
  }

  @Test
  void bytesAreBoundedAndStringsToo() {
    refused(Schema.Atom.BYTES, "\"0x" + "00".repeat(Schema.MAX_BYTES + 1) + "\"");
    refused(Schema.Atom.STRING, "\"" + "x".repeat(Schema.MAX_BYTES + 1) + "\"");
    assertThat(
            JsonForm.fromJson(Schema.Atom.STRING, "\"" + "x".repeat(Schema.MAX_BYTES) + "\"")
                .size())
        .isEqualTo(3 + Schema.MAX_BYTES);
  }

  @Test
  void bytesThatDoNotFollowTheSchemaAreRefused() {
    assertThatThrownBy(() -> JsonForm.toJson(Schema.Atom.INT32, Bytes.of(1, 2, 3, 4, 5)))
        .isInstanceOf(DecodeException.class);
    assertThatThrownBy(() -> JsonForm.toJson(COMMANDS.schema(), Bytes.of(2)))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("[1, 3, 200], actual 2");
  }

  private static void refused(Schema schema, String... texts) {
    for (String json : texts) {
      assertThatThrownBy(() -> JsonForm.fromJson(schema, json))
          .as(json)
          .isInstanceOf(DecodeException.class)
          .hasMessageContaining("at character");
    }
  }
}
