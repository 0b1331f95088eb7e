package io.frond.core.state;

import static io.frond.core.state.GoldenTrees.A;
import static io.frond.core.state.GoldenTrees.B;
import static io.frond.core.state.GoldenTrees.C;
import static io.frond.core.state.GoldenTrees.D;
import static io.frond.core.state.GoldenTrees.SUITE;
import static io.frond.core.state.GoldenTrees.puts;
import static io.frond.core.state.GoldenTrees.tree;
import static io.frond.core.state.GoldenTrees.valueHash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.vm.DecodeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PartialTreeTest {
  private static final List<Bytes32> NOTHING = List.of();

  @ParameterizedTest
  @EnumSource
  void aBlockReexecutedFromItsWitnessReadsAndEndsAsOnTheWholeTree(KeySpace space) {
    Random random = new Random(1);
    StateTree tree = new StateTree(SUITE);
    NaiveTree naive = new NaiveTree();
    for (int round = 0; round < 250; round++) {
      int removals = new int[] {10, 50, 95, 100}[round / 25 % 4];
      TreeChanges changes = space.changes(random, random.nextInt(40), removals);
      List<Bytes32> touched = new ArrayList<>();
      for (int i = random.nextInt(10); i > 0; i--) {
        touched.add(space.key(random));
      }
      TreeWitness witness = tree.witness(touched, changes);
      PartialTree part = reopen(witness, tree.root());
      assertThat(part.isExactlyFor(touched, changes)).isTrue();
      touched.addAll(changes.keys());
      for (Bytes32 key : touched) {
        assertThat(part.valueHash(key)).isEqualTo(Optional.ofNullable(naive.leaves.get(key)));
      }
      tree.apply(changes);
      naive.apply(changes);
      part.apply(changes);
      assertThat(part.root()).isEqualTo(tree.root());
      for (Bytes32 key : touched) {
        assertThat(part.valueHash(key)).isEqualTo(Optional.ofNullable(naive.leaves.get(key)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void removingAllLeavesButOneOrNoneIsWitnessed(KeySpace space) {
    Random random = new Random(2);
    for (int round = 0; round < 30; round++) {
      TreeChanges leaves = space.changes(random, 1 + random.nextInt(60), 0);
      for (int kept = 0; kept < 2; kept++) {
        StateTree tree = new StateTree(SUITE);
        tree.apply(leaves);
        TreeChanges.Builder builder = TreeChanges.builder();
        leaves.keys().stream().skip(kept).forEach(builder::remove);
        TreeChanges removals = builder.build();
        PartialTree part = reopen(tree.witness(NOTHING, removals), tree.root());
        part.apply(removals);
        tree.apply(removals);
        assertThat(tree.size()).isEqualTo(kept);
        assertThat(part.root()).isEqualTo(tree.root());
      }
    }
  }

  @Test
  void aWitnessOfAnotherRootIsRefused() {
    TreeWitness witness = tree(A, B).witness(List.of(A), TreeChanges.none());
    assertThatThrownBy(() -> PartialTree.of(witness, tree(A, C).root()))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining(tree(A, C).root().toHexString());
  }

  @Test
  void aKeyOutsideTheWitnessIsIncompleteAndNeverAbsent() {
    StateTree tree = tree(A, B, C);
    PartialTree part = reopen(tree.witness(List.of(C), TreeChanges.none()), tree.root());
    assertThat(part.valueHash(C)).contains(valueHash(C));
    assertThat(part.valueHash(C.xor(D))).isEmpty();
    assertThatThrownBy(() -> part.valueHash(A)).isInstanceOf(WitnessIncomplete.class);
    assertThatThrownBy(() -> part.valueHash(D)).isInstanceOf(WitnessIncomplete.class);
    assertThatThrownBy(() -> part.apply(puts(D))).isInstanceOf(WitnessIncomplete.class);
    TreeChanges noRemoval = TreeChanges.builder().remove(D).build();
    assertThatThrownBy(() -> part.apply(noRemoval)).isInstanceOf(WitnessIncomplete.class);
    assertThat(part.isExactlyFor(List.of(A), TreeChanges.none())).isFalse();
  }

  @Test
  void aRemovalWhoseSiblingIsNotOpenedIsIncompleteAndChangesNothing() {
    StateTree tree = tree(A, B, C);
    for (Bytes32 key : List.of(A, B, C)) {
      PartialTree part = reopen(tree.witness(List.of(key), TreeChanges.none()), tree.root());
      TreeChanges removal = TreeChanges.builder().remove(key).build();
      assertThatThrownBy(() -> part.apply(removal)).isInstanceOf(WitnessIncomplete.class);
      assertThat(part.root()).isEqualTo(tree.root());
      assertThat(part.isExactlyFor(NOTHING, removal)).isFalse();
    }
  }

  @Test
  void aWitnessThatShowsMoreThanIsNeededIsNotExact() {
    StateTree tree = tree(A, B, C, D);
    TreeChanges removal = TreeChanges.builder().remove(B).build();
    PartialTree read = reopen(tree.witness(List.of(B), TreeChanges.none()), tree.root());
    PartialTree removed = reopen(tree.witness(NOTHING, removal), tree.root());
    PartialTree two = reopen(tree.witness(List.of(A, B), TreeChanges.none()), tree.root());
    assertThat(read.isExactlyFor(List.of(B, B), TreeChanges.none())).isTrue();
    assertThat(read.isExactlyFor(NOTHING, TreeChanges.none())).isFalse();
    assertThat(removed.isExactlyFor(NOTHING, removal)).isTrue();
    assertThat(removed.isExactlyFor(List.of(B), TreeChanges.none())).isFalse();
    assertThat(two.isExactlyFor(List.of(B), TreeChanges.none())).isFalse();
    assertThat(two.isExactlyFor(List.of(A), removal)).isTrue();
  }

  private static PartialTree reopen(TreeWitness witness, Bytes32 root) {
    TreeWitness decoded = TreeWitness.decode(SUITE, witness.encode());
    assertThat(decoded).isEqualTo(witness);
    return PartialTree.of(decoded, root);
  }
}
