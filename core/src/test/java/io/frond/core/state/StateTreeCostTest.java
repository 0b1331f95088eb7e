package io.frond.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class StateTreeCostTest {
  private static final Bytes PREFIX = Bytes.fromHexString("0x0123456789");

  private final CountingSuite suite = new CountingSuite();
  private final StateTree tree = new StateTree(suite);
  private final Random random = new Random(1);

  @Test
  void aLeafIsBuiltWithTwoAndAHalfDigests() {
    tree.apply(KeySpace.UNIFORM.changes(random, 50_000, 0));
    assertThat(suite.take()).isLessThan(130_000);
  }

  @Test
  void aBatchHashesWhatItTouches() {
    TreeChanges leaves = KeySpace.UNIFORM.changes(random, 50_000, 0);
    tree.apply(leaves);
    suite.take();
    tree.apply(TreeChanges.none());
    assertThat(suite.take()).isZero();
    tree.apply(TreeChanges.builder().put(leaves.key(7), leaves.key(8)).build());
    assertThat(suite.take()).isBetween(16, 40);
  }

  @Test
  void growingByOneLevelHashesWhatItTouches() {
    tree.apply(KeySpace.UNIFORM.changes(random, 52_000, 0));
    suite.take();
    for (int i = 0; i < 100; i++) {
      tree.apply(KeySpace.UNIFORM.changes(random, 10, 0));
      assertThat(suite.take()).isLessThan(400);
    }
  }

  @Test
  void aChangeWithinACrowdOfGroundKeysCostsItsDepthAndNotTheSizeOfTheCrowd() {
    TreeChanges.Builder crowd = TreeChanges.builder();
    IntStream.range(0, 5_000).forEach(i -> crowd.put(ground(i), Bytes32.random(random)));
    tree.apply(crowd.build());
    tree.apply(KeySpace.UNIFORM.changes(random, 5_000, 0));
    tree.apply(TreeChanges.builder().put(ground(0), ground(1)).build());
    suite.take();
    tree.apply(TreeChanges.builder().put(ground(3), ground(1)).remove(ground(4)).build());
    assertThat(suite.take()).isLessThan(200);
    tree.apply(TreeChanges.builder().put(ground(9_000), ground(1)).build());
    assertThat(suite.take()).isLessThan(200);
  }

  private static Bytes32 ground(int index) {
    Bytes32 tail = Bytes32.random(new Random(index));
    return Bytes32.wrap(Bytes.concatenate(PREFIX, tail.slice(PREFIX.size())));
  }
}
