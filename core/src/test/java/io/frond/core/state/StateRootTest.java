package io.frond.core.state;

import static io.frond.core.state.GoldenTrees.A;
import static io.frond.core.state.GoldenTrees.B;
import static io.frond.core.state.GoldenTrees.C;
import static io.frond.core.state.GoldenTrees.SUITE;
import static io.frond.core.state.GoldenTrees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class StateRootTest {
  private static final StateRoot ROOT =
      new StateRoot(tree(A).root(), tree(A, B).root(), tree(A, B, C).root());

  @Test
  void theStateRootIsTheGoldenOne() {
    Bytes name = Bytes.wrap("domain".getBytes(StandardCharsets.UTF_8));
    Bytes32 domain = SUITE.newHasher().raw(name).digest();
    assertThat(ROOT.hash(SUITE, domain).toUnprefixedHexString())
        .isEqualTo("76b603343c170d62a71c741ec28516fa6e05ca38379ae9f319ecd82417a3831e");
  }

  @Test
  void theGenesisRootIsTheGoldenOne() {
    assertThat(ROOT.genesisHash(SUITE).toUnprefixedHexString())
        .isEqualTo("47e8a353ac87a734ac1a191b264e995899a4f8db15470a3a526c65dcf6180548");
  }
}
