package io.frond.core.state;

import static io.frond.core.state.GoldenTrees.A;
import static io.frond.core.state.GoldenTrees.B;
import static io.frond.core.state.GoldenTrees.C;
import static io.frond.core.state.GoldenTrees.D;
import static io.frond.core.state.GoldenTrees.SUITE;
import static io.frond.core.state.GoldenTrees.tree;
import static io.frond.core.state.GoldenTrees.valueHash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class StateTreeTest {
  @Test
  void theRootsOfSmallTreesAreTheGoldenOnes() {
    assertThat(tree().root()).isEqualTo(Bytes32.ZERO);
    assertThat(tree(A).root().toUnprefixedHexString())
        .isEqualTo("632865a79ca8922e149d78cf7a30187bbed87e2363ee88b7b39984dad1aadb46");
    assertThat(tree(A, B).root().toUnprefixedHexString())
        .isEqualTo("bb94d2db456db59fe6fb06e931e2056af40d409befa3a682888b0d1b2698894a");
    assertThat(tree(A, B, C).root().toUnprefixedHexString())
        .isEqualTo("5d6126651af4d0cf898ee3bff58453c8c195c073ba86790d53f80ea6dac41e66");
    assertThat(tree(A, B, C, D).root().toUnprefixedHexString())
        .isEqualTo("1db96e8f7b463c27f4fb28313fb1d3dab42722074637c9a07b5fa63841aa3580");
  }

  @Test
  void theRootOfAThousandLeavesIsTheGoldenOne() {
    StateTree tree = new StateTree(SUITE);
    tree.apply(thousand(0, 1000));
    assertThat(tree.size()).isEqualTo(1000);
    assertThat(tree.root().toUnprefixedHexString())
        .isEqualTo("7977fcfa44d7891d503c4f164829836787905340e6b4ee01473f6a10afff0ecc");
  }

  @Test
  void theRootDoesNotDependOnTheHistory() {
    StateTree whole = new StateTree(SUITE);
    whole.apply(thousand(0, 1000));
    StateTree pieces = new StateTree(SUITE);
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
    Collections.shuffle(order, new Random(4));
    for (int piece : order) {
      pieces.apply(thousand(piece * 100, piece * 100 + 100));
      pieces.apply(KeySpace.UNIFORM.changes(new Random(piece), 500, 0));
    }
    for (int piece : order) {
      pieces.apply(KeySpace.UNIFORM.changes(new Random(piece), 500, 100));
    }
    assertThat(pieces.size()).isEqualTo(1000);
    assertThat(pieces.root()).isEqualTo(whole.root());
  }

  @Test
  void aTreeThatLosesItsLastLeafIsEmptyAgain() {
    StateTree tree = tree(A, B, D);
    tree.apply(TreeChanges.builder().remove(D).remove(A).remove(B).build());
    assertThat(tree.size()).isZero();
    assertThat(tree.root()).isEqualTo(Bytes32.ZERO);
  }

  @Test
  void changesThatChangeNothingLeaveTheRoot() {
    StateTree tree = tree(A, B);
    Bytes32 root = tree.root();
    tree.apply(TreeChanges.none());
    tree.apply(TreeChanges.builder().remove(C).put(B, valueHash(B)).build());
    assertThat(tree.size()).isEqualTo(2);
    assertThat(tree.root()).isEqualTo(root);
  }

  @Test
  void whatWasHandedInMayChangeAfterwards() {
    byte[] key = B.toArray();
    byte[] value = valueHash(B).toArray();
    TreeChanges changes = TreeChanges.builder().put(Bytes32.wrap(key), Bytes32.wrap(value)).build();
    key[0] = 1;
    value[0] = 1;
    assertThat(changes).isEqualTo(GoldenTrees.puts(B));
  }

  @Test
  void changesAscendByKeyAndNameEachOnce() {
    TreeChanges changes =
        TreeChanges.builder().put(C, valueHash(C)).remove(A).put(B, valueHash(B)).build();
    assertThat(changes.size()).isEqualTo(3);
    assertThat(changes.keys()).containsExactly(A, B, C);
    assertThat(changes.valueHash(0)).isEmpty();
    assertThat(changes.valueHash(1)).contains(valueHash(B));
    TreeChanges.Builder twice = TreeChanges.builder().remove(D).remove(A).put(D, valueHash(D));
    assertThatThrownBy(twice::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(D.toHexString());
  }

  @Test
  void aZeroValueHashIsRefusedBecauseItStandsForAbsence() {
    TreeChanges.Builder builder = TreeChanges.builder();
    assertThatThrownBy(() -> builder.put(A, Bytes32.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thousandsOfKeysThatDifferLateAreSorted() {
    for (KeySpace space : KeySpace.values()) {
      List<Bytes32> keys = space.changes(new Random(9), 5_000, 50).keys();
      assertThat(keys).isSorted();
    }
  }

  private static TreeChanges thousand(int from, int to) {
    TreeChanges.Builder builder = TreeChanges.builder();
    for (int i = from; i < to; i++) {
      builder.put(hash("key" + i), hash("value" + i));
    }
    return builder.build();
  }

  private static Bytes32 hash(String text) {
    Bytes bytes = Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    return SUITE.newHasher().raw(bytes).digest();
  }
}
