package io.frond.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.tuweni.bytes.Bytes;

class AssetIdTest {
  @Provide
  Arbitrary<Bytes> ids() {
    return AccountTest.nearby(AssetId.BYTES);
  }

  @Example
  void aNameIsItsCharactersPaddedOnTheRight() {
    assertThat(AssetId.named("GOLD").toString()).isEqualTo("0x474f4c44" + "00".repeat(28));
    assertThat(AssetId.named("x".repeat(32)).toString()).isEqualTo("0x" + "78".repeat(32));
  }

  @Example
  void onlyShortPrintableNamesAreTaken() {
    for (String name : new String[] {"", "x".repeat(33), "a b", "\u00e9", "\n", "\u007f"}) {
      assertThatThrownBy(() -> AssetId.named(name)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Example
  void onlyThirtyTwoBytesAreAnId() {
    for (int size : new int[] {0, 31, 33}) {
      assertThatThrownBy(() -> AssetId.of(Bytes.wrap(new byte[size])))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected 32 bytes, actual " + size);
    }
  }

  @Property
  void theOrderIsThatOfTheUnsignedBytes(@ForAll("ids") Bytes first, @ForAll("ids") Bytes second) {
    int expected = Arrays.compareUnsigned(first.toArray(), second.toArray());
    assertThat(Integer.signum(AssetId.of(first).compareTo(AssetId.of(second))))
        .isEqualTo(Integer.signum(expected));
    assertThat(AssetId.of(first).equals(AssetId.of(second))).isEqualTo(expected == 0);
  }

  @Property
  void theBytesComeBack(@ForAll("ids") Bytes id) {
    AssetId asset = AssetId.of(id);
    assertThat(asset.toBytes()).isEqualTo(id);
    assertThat(AssetId.of(asset.toBytes())).isEqualTo(asset).hasSameHashCodeAs(asset);
    assertThat(asset.word0()).isEqualTo(id.getLong(0));
    assertThat(asset.word1()).isEqualTo(id.getLong(8));
    assertThat(asset.word2()).isEqualTo(id.getLong(16));
    assertThat(asset.word3()).isEqualTo(id.getLong(24));
  }
}
