package io.frond.core.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.core.DecoderFuzz;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.tuweni.bytes.Bytes;
import org.junit.jupiter.api.Test;

class AssetQuantaTest {
  @Test
  void amountsAreInAscendingOrderOfTheirAssets() {
    AssetQuanta amounts = AssetQuanta.of(5, 9).plus(0, 7).plus(255, Long.MAX_VALUE);
    assertThat(encode(amounts).toUnprefixedHexString())
        .isEqualTo("03" + "000000000000000007" + "050000000000000009" + "ff7fffffffffffffff");
    assertThat(amounts.quantaOf(5)).isEqualTo(9);
    assertThat(amounts.quantaOf(6)).isZero();
  }

  @Test
  void whatEndsAtZeroIsNotNamed() {
    assertThat(AssetQuanta.of(5, 9).plus(5, -9)).isEqualTo(AssetQuanta.NONE);
    assertThat(AssetQuanta.of(5, 0)).isEqualTo(AssetQuanta.NONE);
    assertThatThrownBy(() -> AssetQuanta.of(5, 9).plus(5, -10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AssetQuanta.of(5, Long.MAX_VALUE).plus(5, 1))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void atMostSixtyFourAssetsAreNamed() {
    assertThat(first(63).entries()).hasSize(63);
    assertThat(first(64).entries()).hasSize(64);
    assertThatThrownBy(() -> first(65)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void indicesAreOfOneByte() {
    assertThatThrownBy(() -> AssetQuanta.of(256, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AssetQuanta.of(-1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void decodingIsStrict() {
    DecoderFuzz.check(
        bytes -> {
          ByteReader in = ByteReader.of(bytes);
          AssetQuanta amounts = AssetQuanta.read(in);
          in.end();
          return encode(amounts);
        },
        List.of(encode(AssetQuanta.NONE), encode(first(3)), encode(first(64))));
  }

  private static AssetQuanta first(int count) {
    return new AssetQuanta(
        IntStream.range(0, count).mapToObj(i -> new AssetQuanta.Entry(i, i + 1L)).toList());
  }

  private static Bytes encode(AssetQuanta amounts) {
    ByteWriter out = new ByteWriter();
    amounts.write(out);
    return out.toBytes();
  }
}
