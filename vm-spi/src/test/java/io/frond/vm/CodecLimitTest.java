package io.frond.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.junit.jupiter.api.Test;

/** Each limit just below, at, and just above, in both directions. */
class CodecLimitTest {
  private static final int MAX_CODEC_DEPTH = Schema.MAX_DEPTH;

  @Test
  void aListHasAtMostMaxListElements() {
    Codec<List<Boolean>> codec = Codec.listOf(Codec.BOOLEAN);
    for (int count : new int[] {Schema.MAX_LIST - 1, Schema.MAX_LIST}) {
      List<Boolean> list = Collections.nCopies(count, true);
      assertThat(codec.encode(list)).isEqualTo(listOfTrue(count));
      assertThat(codec.decode(listOfTrue(count))).isEqualTo(list);
    }
    int over = Schema.MAX_LIST + 1;
    assertThatThrownBy(() -> codec.encode(Collections.nCopies(over, true)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4097");
    assertThatThrownBy(() -> codec.decode(listOfTrue(over)))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("4097");
  }

  @Test
  void aByteStringHasAtMostMaxBytes() {
    for (int size : new int[] {Schema.MAX_BYTES - 1, Schema.MAX_BYTES}) {
      Bytes value = Bytes.repeat((byte) 'a', size);
      assertThat(Codec.BYTES.encode(value)).isEqualTo(sized(size));
      assertThat(Codec.BYTES.decode(sized(size))).isEqualTo(value);
      assertThat(Codec.STRING.encode("a".repeat(size))).isEqualTo(sized(size));
      assertThat(Codec.STRING.decode(sized(size))).isEqualTo("a".repeat(size));
    }
    int over = Schema.MAX_BYTES + 1;
    refusesToEncode(Codec.BYTES, Bytes.repeat((byte) 'a', over));
    refusesToEncode(Codec.STRING, "a".repeat(over));
    refusesToDecode(Codec.BYTES, sized(over));
    refusesToDecode(Codec.STRING, sized(over));
  }

  @Test
  void aStringIsMeasuredInBytesAndNotInCharacters() {
    int half = Schema.MAX_BYTES / 2;
    assertThat(Codec.STRING.encode("\u00e9".repeat(half)).size()).isEqualTo(Schema.MAX_BYTES + 3);
    refusesToEncode(Codec.STRING, "\u00e9".repeat(half) + "a");
  }

  @Test
  void aStringWithHalfASurrogatePairIsRefused() {
    refusesToEncode(Codec.STRING, "\ud83c");
    refusesToEncode(Codec.STRING, "\udfc1");
    refusesToEncode(Codec.STRING, "a\udfc1\ud83cb");
    refusesToEncode(Codec.STRING, "\ud83c\udfc1\ud83c");
    refusesToDecode(Codec.STRING, Bytes.fromHexString("0x03eda0bc"));
  }

  @Test
  void nestingHasAtMostMaxDepthLevels() {
    Codec<?> deep = nested(MAX_CODEC_DEPTH - 1);
    assertThat(SchemaShape.depth(deep.schema())).isEqualTo(MAX_CODEC_DEPTH - 1);
    Codec<?> deepest = nested(MAX_CODEC_DEPTH);
    assertThat(SchemaShape.depth(deepest.schema())).isEqualTo(MAX_CODEC_DEPTH);
    assertThatThrownBy(() -> Codec.listOf(deepest)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Codec.optionalOf(deepest))
        .isInstanceOf(IllegalArgumentException.class);
  }

  record Deep7(Optional<List<Optional<List<Optional<List<Long>>>>>> at) {}

  record Deep8(List<Deep7> at) {}

  record Deep6(Optional<List<Optional<List<Optional<Long>>>>> at) {}

  record AtLimit(Deep7 at) {}

  @Test
  void aRecordCountsAsALevelAndItsComponentIsNamed() {
    assertThat(SchemaShape.depth(Codec.of(Deep6.class).schema())).isEqualTo(6);
    assertThat(SchemaShape.depth(Codec.of(Deep7.class).schema())).isEqualTo(7);
    assertThat(SchemaShape.depth(Codec.of(AtLimit.class).schema())).isEqualTo(8);
    assertThatThrownBy(() -> Codec.of(Deep8.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Deep8.at")
        .hasMessageContaining("actual 9");
  }

  @Test
  void aTypeNumberIsOneToItsMaximum() {
    assertThat(Codec.of(Numbered.class).encode(new Highest()).toUnprefixedHexString())
        .isEqualTo("ffff03");
    assertThat(Codec.of(Numbered.class).decode(Bytes.fromHexString("0xffff03")))
        .isEqualTo(new Highest());
    refusesToDecode(Codec.of(Numbered.class), Bytes.fromHexString("0x808004"));
    refusesToDecode(Codec.of(Numbered.class), Bytes.fromHexString("0xfeff03"));
    refusesToDecode(Codec.of(Numbered.class), Bytes.fromHexString("0x00"));
  }

  sealed interface Numbered permits Highest {}

  @CommandType(Codec.MAX_TYPE_NUMBER)
  record Highest() implements Numbered {}

  @Test
  void aHugeCountAsksForNoMemory() {
    Codec<List<List<Long>>> codec = Codec.listOf(Codec.listOf(Codec.LONG));
    refusesToDecode(codec, Bytes.fromHexString("0x8020"));
    refusesToDecode(codec, Bytes.fromHexString("0xffffffffffffffff7f"));
  }

  private static Codec<?> nested(int depth) {
    Codec<?> codec = Codec.LONG;
    for (int i = 0; i < depth; i++) {
      codec = Codec.listOf(codec);
    }
    return codec;
  }

  private static Bytes listOfTrue(int count) {
    ByteWriter out = new ByteWriter().uv(count);
    return out.raw(Bytes.repeat((byte) 1, count)).toBytes();
  }

  private static Bytes sized(int size) {
    return new ByteWriter().uv(size).raw(Bytes.repeat((byte) 'a', size)).toBytes();
  }

  private static <T> void refusesToEncode(Codec<T> codec, T value) {
    assertThatThrownBy(() -> codec.encode(value)).isInstanceOf(IllegalArgumentException.class);
  }

  private static void refusesToDecode(Codec<?> codec, Bytes bytes) {
    assertThatThrownBy(() -> codec.decode(bytes)).isInstanceOf(DecodeException.class);
  }
}
