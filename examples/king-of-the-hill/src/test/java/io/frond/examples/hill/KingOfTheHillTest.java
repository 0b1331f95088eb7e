package io.frond.examples.hill;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.examples.hill.KingOfTheHill.Climb;
import io.frond.vm.CommandCodec;
import io.frond.vm.JsonForm;
import io.frond.vm.StateItem;
import org.apache.tuweni.bytes.Bytes;
import org.junit.jupiter.api.Test;

class KingOfTheHillTest {
  private final KingOfTheHill module = new KingOfTheHill();

  @Test
  void aClimbIsItsBidInEightBytes() {
    assertThat(module.codec().encode(new Climb(258))).isEqualTo(bytes("0x0000000000000102"));
    assertThat(module.codec().decode(bytes("0x0000000000000102"))).isEqualTo(new Climb(258));
  }

  @Test
  void aWalletSeesTheBid() {
    CommandCodec<Climb> codec = CommandCodec.checked(module.codec());
    assertThat(codec.schema().canonicalText()).isEqualTo("Climb(int64 bid)");
    assertThat(JsonForm.toJson(codec.schema(), codec.encode(new Climb(258))))
        .isEqualTo("{\"bid\":\"258\"}");
  }

  @Test
  void theStateIsTheKingAndThePrice() {
    assertThat(module.state()).extracting(StateItem::name).containsExactly("king", "price");
  }

  private static Bytes bytes(String hex) {
    return Bytes.fromHexString(hex);
  }
}
