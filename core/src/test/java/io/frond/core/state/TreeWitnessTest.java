package io.frond.core.state;

import static io.frond.core.state.GoldenTrees.A;
import static io.frond.core.state.GoldenTrees.B;
import static io.frond.core.state.GoldenTrees.C;
import static io.frond.core.state.GoldenTrees.SUITE;
import static io.frond.core.state.GoldenTrees.tree;
import static io.frond.core.state.GoldenTrees.valueHash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.vm.DecodeException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TreeWitnessTest {
  private static final String LEAF_A =
      "632865a79ca8922e149d78cf7a30187bbed87e2363ee88b7b39984dad1aadb46";
  private static final String LEAF_B =
      "d794c9fdacd1503165dd17ef09ce0ac7e4b595ada1b49c2fa292fb3d50b52c62";
  private static final String LEAF_C =
      "84f3a3ed3499c5ca4b0cd5c0e2abe24ae9097ea006d5dd8af631d8bf4fa9c6de";
  private static final String PREIMAGE_A =
      "0000000000000000000000000000000000000000000000000000000000000000"
          + "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
  private static final String PREIMAGE_B =
      "4000000000000000000000000000000000000000000000000000000000000000"
          + "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d";
  private static final String PREIMAGE_C =
      "c000000000000000000000000000000000000000000000000000000000000000"
          + "2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6";

  @Test
  void theBytesOfWitnessesAreTheGoldenOnes() {
    StateTree tree = tree(A, B, C);
    assertThat(read(tree, B)).isEqualTo("03" + "0d" + "06" + LEAF_A + PREIMAGE_B + LEAF_C);
    assertThat(removal(tree, B)).isEqualTo("03" + "0d" + "0a" + PREIMAGE_A + PREIMAGE_B + LEAF_C);
    assertThat(removal(tree, C)).isEqualTo("03" + "0e" + "05" + LEAF_A + LEAF_B + PREIMAGE_C);
    assertThat(read(tree)).isEqualTo("01" + tree.root().toUnprefixedHexString());
    assertThat(read(tree())).isEqualTo("00");
    assertThat(read(tree(), A)).isEqualTo("00");
    assertThat(read(tree(A), C)).isEqualTo("02" + PREIMAGE_A);
  }

  @Test
  void aRemovalWithinATouchedNeighbourhoodOpensNothingTwice() {
    StateTree tree = tree(A, B, C);
    TreeChanges both = TreeChanges.builder().remove(A).remove(B).build();
    assertThat(tree.witness(List.of(), both).encode().toUnprefixedHexString())
        .isEqualTo("03" + "0e" + "0a" + PREIMAGE_A + PREIMAGE_B + PREIMAGE_C);
  }

  @Test
  void aPlaceThatIsFilledAgainOpensNoSibling() {
    StateTree tree = tree(A, B, C);
    Bytes32 besideB = Bytes32.rightPad(Bytes.of(0x41));
    TreeChanges moved = TreeChanges.builder().remove(B).put(besideB, valueHash(B)).build();
    assertThat(tree.witness(List.of(), moved).encode().toUnprefixedHexString())
        .isEqualTo(read(tree, B));
  }

  @ParameterizedTest
  @EnumSource
  void aWitnessWithOneByteFlippedCutOrAddedIsRefused(KeySpace space) {
    Random random = new Random(1);
    StateTree tree = new StateTree(SUITE);
    tree.apply(space.changes(random, 60, 0));
    TreeChanges changes = space.changes(random, 4, 50);
    Bytes valid = tree.witness(List.of(space.key(random)), changes).encode();
    PathMutations.bytes(valid, random)
        .flatMap(bytes -> decode(bytes).stream())
        .forEach(witness -> assertThat(witness.root()).isNotEqualTo(tree.root()));
  }

  @Test
  void aNodeShownAsALeafIsOfAnotherRoot() {
    Bytes32 root = tree(A, B, C).root();
    Bytes honest = Bytes.fromHexString("03" + "0e" + "05" + LEAF_A + LEAF_B + PREIMAGE_C);
    Bytes lie = Bytes.fromHexString("03" + "0a" + LEAF_A + LEAF_B + PREIMAGE_C);
    assertThat(TreeWitness.decode(SUITE, honest).root()).isEqualTo(root);
    assertThat(TreeWitness.decode(SUITE, lie).root()).isNotEqualTo(root);
  }

  @Test
  void aLeafShownAsANodeIsOfAnotherRoot() {
    Bytes32 root = tree(B, C).root();
    Bytes honest = Bytes.fromHexString("03" + "0a" + PREIMAGE_B + PREIMAGE_C);
    Bytes lie = Bytes.fromHexString("03" + "0e" + "05" + PREIMAGE_B + PREIMAGE_C);
    assertThat(TreeWitness.decode(SUITE, honest).root()).isEqualTo(root);
    assertThat(TreeWitness.decode(SUITE, lie).root()).isNotEqualTo(root);
  }

  @Test
  void aSiblingShownByItsDigestDoesNotServeForARemoval() {
    StateTree tree = tree(A, C);
    TreeChanges removal = TreeChanges.builder().remove(C).build();
    Bytes closed = Bytes.fromHexString("03" + "06" + LEAF_A + PREIMAGE_C);
    PartialTree part = PartialTree.of(TreeWitness.decode(SUITE, closed), tree.root());
    assertThatThrownBy(() -> part.apply(removal)).isInstanceOf(WitnessIncomplete.class);
    assertThat(part.isExactlyFor(List.of(), removal)).isFalse();
  }

  @Test
  void bytesThatAreNoTreeAreRefused() {
    String zero = "00".repeat(32);
    refused("");
    refused("04");
    refused("0000");
    refused("01" + zero);
    refused("02" + LEAF_A + zero);
    refused("0300");
    refused("0302" + PREIMAGE_C);
    refused("0308" + PREIMAGE_A);
    refused("0315" + LEAF_A + LEAF_B);
    refused("030a" + PREIMAGE_C + PREIMAGE_A);
    refused("030a" + PREIMAGE_A + PREIMAGE_B);
    refused("03" + "03".repeat(255) + "03" + "05" + LEAF_A + LEAF_B);
  }

  @Test
  void theDeepestNodeIsAt255() {
    Bytes deepest = Bytes.fromHexString("03" + "03".repeat(255) + "05" + LEAF_A + LEAF_B);
    assertThat(decode(deepest)).isPresent();
  }

  @Test
  void aWitnessAboveTheLimitIsRefused() {
    Bytes bytes = Bytes.repeat((byte) 3, TreeWitness.MAX_BYTES + 1);
    assertThatThrownBy(() -> TreeWitness.decode(SUITE, bytes))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("at most");
  }

  @Test
  void randomBytesAreRefusedOrDecodedToTheSameBytes() {
    Random random = new Random(3);
    int decoded = 0;
    for (int i = 0; i < 30_000; i++) {
      byte[] bytes = new byte[1 + random.nextInt(140)];
      random.nextBytes(bytes);
      bytes[0] = (byte) random.nextInt(5);
      for (int j = 1; j < Math.min(4, bytes.length); j++) {
        bytes[j] = (byte) random.nextInt(17);
      }
      decoded += decode(Bytes.wrap(bytes)).isPresent() ? 1 : 0;
    }
    assertThat(decoded).isGreaterThan(50);
  }

  private static Optional<TreeWitness> decode(Bytes bytes) {
    try {
      TreeWitness witness = TreeWitness.decode(SUITE, bytes);
      assertThat(WitnessEncoding.encode(witness.node())).isEqualTo(bytes);
      return Optional.of(witness);
    } catch (DecodeException refused) {
      return Optional.empty();
    }
  }

  private static void refused(String hex) {
    assertThatThrownBy(() -> TreeWitness.decode(SUITE, Bytes.fromHexString(hex)))
        .isInstanceOf(DecodeException.class);
  }

  private static String read(StateTree tree, Bytes32... keys) {
    return tree.witness(List.of(keys), TreeChanges.none()).encode().toUnprefixedHexString();
  }

  private static String removal(StateTree tree, Bytes32 key) {
    TreeChanges changes = TreeChanges.builder().remove(key).build();
    return tree.witness(List.of(), changes).encode().toUnprefixedHexString();
  }
}
