package io.frond.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.hash.HashSuite;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A million random changes and more, against the definition. */
class StateTreeDifferentialTest {
  private static final AtomicLong CHANGES = new AtomicLong();

  private final StateTree tree = new StateTree(HashSuite.sha256());
  private final NaiveTree naive = new NaiveTree();

  @AfterAll
  static void aMillionChangesWereCompared() {
    assertThat(CHANGES.get()).isGreaterThan(1_000_000);
  }

  @ParameterizedTest
  @EnumSource(names = {"SMALL", "TINY", "SPARSE", "GROUND", "CROWDED"})
  void manySmallBatchesGiveTheRootOfTheDefinition(KeySpace space) {
    Random random = new Random(1);
    for (int round = 0; round < 800; round++) {
      int removals = new int[] {0, 10, 50, 90, 100}[round / 20 % 5];
      step(space.changes(random, 1 + random.nextInt(100), removals));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SMALL", "GROUND", "CROWDED"})
  void batchesThatTouchMostOfATreeGiveTheRootOfTheDefinition(KeySpace space) {
    Random random = new Random(2);
    for (int round = 0; round < 400; round++) {
      step(space.changes(random, 2_000, 20 + 30 * (round % 3)));
    }
  }

  @Test
  void largeBatchesThatGrowAndShrinkTheTreeGiveTheRootOfTheDefinition() {
    Random random = new Random(3);
    for (int round = 0; round < 16; round++) {
      step(KeySpace.UNIFORM.changes(random, random.nextInt(50_000), 5));
      step(removeSome(random, random.nextInt(100)));
    }
    step(removeSome(random, 100));
    assertThat(tree.size()).isZero();
  }

  private TreeChanges removeSome(Random random, int percent) {
    TreeChanges.Builder builder = TreeChanges.builder();
    for (Bytes32 key : naive.leaves.keySet()) {
      if (random.nextInt(100) < percent) {
        builder.remove(key);
      }
    }
    return builder.build();
  }

  private void step(TreeChanges changes) {
    CHANGES.addAndGet(changes.size());
    tree.apply(changes);
    naive.apply(changes);
    assertThat(tree.size()).isEqualTo(naive.leaves.size());
    assertThat(tree.root()).isEqualTo(naive.root());
  }
}
