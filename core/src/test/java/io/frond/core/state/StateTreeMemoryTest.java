package io.frond.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.hash.HashSuite;
import java.util.SplittableRandom;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StateTreeMemoryTest {
  private final SplittableRandom random = new SplittableRandom(1);
  private final StateTree tree = new StateTree(HashSuite.sha256());

  @Test
  void aLeafCostsAtMost110BytesWhileTheTreeGrows() {
    while (tree.size() < 200_000) {
      grow(10_000);
      if (tree.size() > 50_000) {
        assertThat(tree.memoryBytes()).isLessThan(110 * tree.size());
      }
    }
  }

  @Test
  @Tag("deep")
  void aLeafOfAMillionCostsAtMost110Bytes() {
    grow(1_000_000);
    assertThat(tree.memoryBytes()).isLessThan(110 * tree.size());
    for (int i = 0; i < 100; i++) {
      grow(10_000);
      assertThat(tree.memoryBytes()).isLessThan(110 * tree.size());
    }
  }

  private void grow(int leaves) {
    TreeChanges.Builder builder = TreeChanges.builder(leaves);
    for (int i = 0; i < leaves; i++) {
      builder.put(word(), word());
    }
    tree.apply(builder.build());
  }

  private Bytes32 word() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Bytes32.wrap(bytes);
  }
}
