package io.frond.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.tuweni.bytes.Bytes;
import org.junit.jupiter.api.Test;

/** What a record's own constructor may do. */
class CodecConstructorTest {
  record Positive(long value) {
    Positive {
      if (value < 1) {
        throw new IllegalArgumentException("not positive");
      }
    }
  }

  record Lower(String name) {
    Lower {
      name = name.toLowerCase(Locale.ROOT);
    }
  }

  record Sorted(List<Long> values) {
    Sorted {
      values = values.stream().sorted().toList();
    }
  }

  record Doubling(List<Long> values) {
    Doubling {
      values = Stream.concat(values.stream(), values.stream()).toList();
    }
  }

  record Bottomless(long value) {
    Bottomless {
      if (value == 7) {
        throw new StackOverflowError();
      }
    }
  }

  record Disguised(long value) {
    @Override
    public long value() {
      return 99;
    }
  }

  record Team(List<Positive> scores, Lower name) {}

  @Test
  void whatItRefusesTheDecoderRefuses() {
    Codec<Positive> codec = Codec.of(Positive.class);
    assertThat(codec.decode(Codec.LONG.encode(1L))).isEqualTo(new Positive(1));
    assertThatThrownBy(() -> codec.decode(Codec.LONG.encode(0L)))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("Positive")
        .hasMessageContaining("not positive");
  }

  @Test
  void whatItBringsIntoOneFormIsAcceptedInThatFormAlone() {
    assertCanonicalOnly(Codec.of(Lower.class), new Lower("Ada"), "03616461", "03416461");
    assertCanonicalOnly(
        Codec.of(Sorted.class),
        new Sorted(List.of(2L, 1L)),
        "0200000000000000010000000000000002",
        "0200000000000000020000000000000001");
  }

  @Test
  void theSameHoldsDeepInside() {
    Codec<List<Team>> codec = Codec.listOf(Codec.of(Team.class));
    Team team = new Team(List.of(new Positive(3)), new Lower("x"));
    assertCanonicalOnly(
        codec, List.of(team), "010100000000000000030178", "010100000000000000030158");
  }

  private static <T> void assertCanonicalOnly(Codec<T> codec, T value, String good, String bad) {
    assertThat(codec.encode(value).toUnprefixedHexString()).isEqualTo(good);
    assertThat(codec.decode(Bytes.fromHexString(good))).isEqualTo(value);
    assertThatThrownBy(() -> codec.decode(Bytes.fromHexString(bad)))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("constructor");
  }

  @Test
  void whatItMakesTooLongToEncodeIsRefused() {
    ByteWriter out = new ByteWriter();
    Codec.listOf(Codec.LONG).encode(java.util.Collections.nCopies(3000, 1L), out);
    assertThatThrownBy(() -> Codec.of(Doubling.class).decode(out.toBytes()))
        .isInstanceOf(DecodeException.class);
  }

  @Test
  void anErrorIsNotARefusal() {
    assertThatThrownBy(() -> Codec.of(Bottomless.class).decode(Codec.LONG.encode(7L)))
        .isInstanceOf(StackOverflowError.class);
  }

  @Test
  void anOverriddenAccessorChangesNothing() {
    Bytes encoding = Codec.of(Disguised.class).encode(new Disguised(5));
    assertThat(encoding).isEqualTo(Codec.LONG.encode(5L));
  }
}
