package io.frond.core.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.apache.tuweni.bytes.MutableBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompleteTreeTest {
  private static final HashSuite SUITE = HashSuite.sha256();

  static List<Bytes32> leaves(int count) {
    return IntStream.range(0, count).mapToObj(i -> SUITE.newHasher().u32(i).digest()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "WITHDRAWALS, 0, 0000000000000000000000000000000000000000000000000000000000000000",
    "WITHDRAWALS, 1, df3f619804a92fdb4057192dc43dd748ea778adc52bc498ce80524c014b81119",
    "WITHDRAWALS, 2, 42e3c1a31ec482f9b6a39b0ca57b58d5824e54f120f542d6745c92949161968f",
    "WITHDRAWALS, 3, d82016108e28b381a0d98fe8ce3edb8e856fbdfe02c0c3d412ed1b91d532e44e",
    "WITHDRAWALS, 5, f6a62f99d89ef0387fa0b8a8dd22e7b03f79a1251ffcb5efe4d4c26c0d39df92",
    "WITHDRAWALS, 8, e70dc68ed6abd49322452421de07fd6a7ac1564183bd3a9574f7de9d53b271ce",
    "WITHDRAWALS, 13, a9932ef3bb26e32f8d55b821d6e20372d85185166a23ce1f1f4a49eaaf3ef357",
    "OUTCOMES, 2, bc88a1d540bea93fb6993913f848a5c9b3f49773d98baef3c4e279c7a6c8ef2d",
    "OUTCOMES, 13, f9fa541cc340541bd95a6e491d69ac4ef7d31506fde224ff391419a1dd525635",
  })
  void rootsAreTheRecordedOnes(TreeKind kind, int count, String root) {
    assertThat(CompleteTree.root(SUITE, kind, leaves(count)).toUnprefixedHexString())
        .isEqualTo(root);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 0",
    "2, 1",
    "3, 2",
    "4, 2",
    "5, 3",
    "1048575, 20",
    "1048576, 20",
    "524288, 19"
  })
  void theDepthIsTheCeilingOfTheLogarithm(int count, int depth) {
    assertThat(CompleteTree.depth(count)).isEqualTo(depth);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, (1 << 20) + 1})
  void moreThanAMillionLeavesAreRefused(int count) {
    assertThatThrownBy(() -> CompleteTree.depth(count))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyLeafIsProvedAtItsIndexAlone() {
    for (int count = 1; count <= 17; count++) {
      CompleteTree tree = CompleteTree.of(SUITE, TreeKind.BLOCKS, leaves(count));
      for (int index = 0; index < count; index++) {
        for (int claimed = -1; claimed <= 32; claimed++) {
          assertThat(verify(tree, claimed, leaves(count).get(index), tree.path(index)))
              .isEqualTo(claimed == index);
        }
      }
    }
  }

  @Test
  void aPathWithOneByteFlippedIsRefused() {
    CompleteTree tree = CompleteTree.of(SUITE, TreeKind.BLOCKS, leaves(11));
    Bytes path = tree.path(10);
    for (int i = 0; i < path.size(); i++) {
      MutableBytes flipped = path.mutableCopy();
      flipped.set(i, (byte) (path.get(i) ^ 1));
      assertThat(verify(tree, 10, leaves(11).get(10), flipped)).isFalse();
    }
  }

  @Test
  void aPathOfAnotherLengthIsRefused() {
    CompleteTree tree = CompleteTree.of(SUITE, TreeKind.BLOCKS, leaves(4));
    Bytes path = tree.path(0);
    Bytes32 leaf = leaves(4).get(0);
    assertThat(verify(tree, 0, leaf, path.slice(0, 63))).isFalse();
    assertThat(verify(tree, 0, leaf, path.slice(0, 32))).isFalse();
    assertThat(verify(tree, 0, leaf, Bytes.concatenate(path, Bytes.of(0)))).isFalse();
    assertThat(verify(tree, 0, leaf, Bytes.concatenate(path, Bytes32.ZERO))).isFalse();
  }

  @Test
  void aNodeIsNoLeafAndPaddingIsNoLeaf() {
    CompleteTree tree = CompleteTree.of(SUITE, TreeKind.BLOCKS, leaves(3));
    Bytes32 node = CompleteTree.root(SUITE, TreeKind.BLOCKS, leaves(2));
    assertThat(
            CompleteTree.verify(
                SUITE, TreeKind.BLOCKS, tree.root(), 2, 0, node, tree.path(0).slice(32)))
        .as("only the count tells a node from a leaf, and the header binds it")
        .isTrue();
    assertThat(verify(tree, 0, node, tree.path(0).slice(32))).isFalse();
    Bytes padding = Bytes.concatenate(leaves(3).get(2), tree.path(2).slice(32));
    assertThat(verify(tree, 3, Bytes32.ZERO, padding)).isFalse();
  }

  @Test
  void aZeroRootProvesNothing() {
    assertThat(
            CompleteTree.verify(
                SUITE, TreeKind.BLOCKS, Bytes32.ZERO, 1, 0, Bytes32.ZERO, Bytes.EMPTY))
        .isFalse();
  }

  @Test
  void theRootOfOneKindIsNotTheRootOfAnother() {
    CompleteTree tree = CompleteTree.of(SUITE, TreeKind.BLOCKS, leaves(2));
    assertThat(
            CompleteTree.verify(
                SUITE, TreeKind.DATA, tree.root(), 2, 0, leaves(2).get(0), tree.path(0)))
        .isFalse();
  }

  private static boolean verify(CompleteTree tree, int index, Bytes32 leaf, Bytes path) {
    return CompleteTree.verify(
        SUITE, TreeKind.BLOCKS, tree.root(), tree.count(), index, leaf, path);
  }
}
