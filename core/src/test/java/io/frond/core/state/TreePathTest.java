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

import io.frond.vm.DecodeException;
import java.util.Random;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TreePathTest {
  private static final Bytes32 E = Bytes32.rightPad(Bytes.of(0x20));
  private static final Bytes32 F = Bytes32.rightPad(Bytes.of(0x80));

  @Test
  void theBytesOfPathsAreTheGoldenOnes() {
    assertThat(tree(A, B, C, D).prove(A).encode().toUnprefixedHexString())
        .isEqualTo(
            "c000000000000000000000000000000000000000000000000000000000000001"
                + "84f3a3ed3499c5ca4b0cd5c0e2abe24ae9097ea006d5dd8af631d8bf4fa9c6de"
                + "d794c9fdacd1503165dd17ef09ce0ac7e4b595ada1b49c2fa292fb3d50b52c62"
                + "253ab41a6e2c63638a7aa2086af2abe5c1521e505004c7eeab6c584da251e624");
    assertThat(tree(A, B, C).prove(E).encode().toUnprefixedHexString())
        .isEqualTo(
            "c000000000000000000000000000000000000000000000000000000000000000"
                + "84f3a3ed3499c5ca4b0cd5c0e2abe24ae9097ea006d5dd8af631d8bf4fa9c6de"
                + "d794c9fdacd1503165dd17ef09ce0ac7e4b595ada1b49c2fa292fb3d50b52c62"
                + "0000000000000000000000000000000000000000000000000000000000000000"
                + "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");
    assertThat(tree(A, B).prove(F).encode().toUnprefixedHexString())
        .isEqualTo(
            "8000000000000000000000000000000000000000000000000000000000000000"
                + "3f2fb0ee177b1072414a4930c6edb6daae29f225396fa54d15d282ec3115d18b");
  }

  @ParameterizedTest
  @EnumSource
  void everyKeyHasItsOnePathAndItProvesWhatIsThereAndNothingElse(KeySpace space) {
    Random random = new Random(1);
    StateTree tree = new StateTree(SUITE);
    NaiveTree naive = new NaiveTree();
    for (int round = 0; round < 4; round++) {
      TreeChanges changes = space.changes(random, 120, 20 * (round % 3));
      tree.apply(changes);
      naive.apply(changes);
      for (int i = 0; i < 40; i++) {
        checkPath(tree, naive, space.key(random));
      }
      naive.leaves.keySet().forEach(key -> checkPath(tree, naive, key));
    }
  }

  private static void checkPath(StateTree tree, NaiveTree naive, Bytes32 key) {
    TreePath path = tree.prove(key);
    Bytes32 root = tree.root();
    if (key.get(31) % 8 == 0) {
      assertThat(path.encode()).isEqualTo(naive.path(key));
    }
    TreePath decoded = TreePath.decode(path.encode());
    assertThat(decoded).isEqualTo(path);
    Bytes32 value = naive.leaves.get(key);
    assertThat(decoded.provesAbsence(SUITE, root, key)).isEqualTo(value == null);
    if (value != null) {
      assertThat(decoded.proves(SUITE, root, key, value)).isTrue();
      assertThat(decoded.proves(SUITE, root, key, value.not())).isFalse();
    }
    assertThat(decoded.proves(SUITE, root, key.not(), valueHash(A))).isFalse();
  }

  @Test
  void aZeroRootProvesEveryAbsenceAndNoInclusion() {
    TreePath path = tree().prove(A);
    assertThat(path.encode()).isEqualTo(Bytes32.ZERO);
    assertThat(path.provesAbsence(SUITE, Bytes32.ZERO, A)).isTrue();
    assertThat(path.provesAbsence(SUITE, Bytes32.ZERO, B)).isTrue();
    assertThat(path.proves(SUITE, Bytes32.ZERO, A, valueHash(A))).isFalse();
    assertThat(path.provesAbsence(SUITE, tree(A).root(), B)).isFalse();
    assertThat(tree(A).prove(A).proves(SUITE, Bytes32.ZERO, A, valueHash(A))).isFalse();
  }

  @Test
  void theLastLeafProvesTheAbsenceOfAllOtherKeysAndNotItsOwn() {
    StateTree tree = tree(A);
    assertThat(tree.prove(D).provesAbsence(SUITE, tree.root(), D)).isTrue();
    assertThat(tree.prove(C).provesAbsence(SUITE, tree.root(), A)).isFalse();
    assertThat(tree.prove(A).provesAbsence(SUITE, tree.root(), A)).isFalse();
  }

  @Test
  void aLeafThatLeavesTheWayEarlierProvesNoAbsence() {
    StateTree tree = tree(A, B, C);
    TreePath endsInB = tree.prove(Bytes32.rightPad(Bytes.of(0x60)));
    assertThat(endsInB.provesAbsence(SUITE, tree.root(), Bytes32.rightPad(Bytes.of(0x7f))))
        .isTrue();
    assertThat(endsInB.provesAbsence(SUITE, tree.root(), E)).isFalse();
    assertThat(endsInB.provesAbsence(SUITE, tree.root(), A)).isFalse();
    assertThat(endsInB.provesAbsence(SUITE, tree.root(), F)).isFalse();
  }

  @Test
  void aNodePresentedAsALeafAndALeafAsANodeProveNothing() {
    StateTree tree = tree(A, B);
    Bytes32 left = Bytes32.wrap(tree.prove(C).encode().slice(32));
    Bytes32 leafA = tree(A).root();
    Bytes32 leafB = tree(B).root();
    TreePath beside = TreePath.decode(Bytes.concatenate(F, left));
    TreePath root = TreePath.decode(Bytes32.ZERO);
    assertThat(beside.proves(SUITE, tree.root(), leafA, leafB)).isFalse();
    assertThat(root.proves(SUITE, left, leafA, leafB)).isFalse();
    TreePath below = TreePath.decode(Bytes.concatenate(F, valueHash(A)));
    assertThat(below.proves(SUITE, leafA, A, valueHash(A))).isFalse();
    assertThat(below.provesAbsence(SUITE, leafA, A)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aPathWithOneByteFlippedCutOrAddedIsRefused(KeySpace space) {
    Random random = new Random(1);
    StateTree tree = new StateTree(SUITE);
    TreeChanges changes = space.changes(random, 40, 0);
    tree.apply(changes);
    for (int i = 0; i < 3; i++) {
      Bytes32 present = changes.key(random.nextInt(changes.size()));
      Bytes32 absent = space.key(random).xor(Bytes32.leftPad(Bytes.of(2, 0)));
      Bytes32 value = changes.valueHash(changes.keys().indexOf(present)).orElseThrow();
      Bytes inclusion = tree.prove(present).encode();
      PathMutations.of(inclusion, random)
          .forEach(path -> assertThat(path.proves(SUITE, tree.root(), present, value)).isFalse());
      PathMutations.of(tree.prove(absent).encode(), random)
          .forEach(path -> assertThat(path.provesAbsence(SUITE, tree.root(), absent)).isFalse());
    }
  }

  @Test
  void bytesThatAreNoPathAreRefused() {
    Bytes deep = Bytes32.leftPad(Bytes.of(1));
    refused(Bytes.EMPTY);
    refused(Bytes.repeat((byte) 0, 31));
    refused(F);
    refused(Bytes.concatenate(F, Bytes32.ZERO));
    refused(Bytes.concatenate(F, A.not(), Bytes.of(1)));
    refused(Bytes.concatenate(F, A.not(), A, Bytes32.ZERO));
    refused(Bytes.concatenate(deep, A.not(), B, valueHash(B)));
    refused(Bytes.repeat((byte) -1, TreePath.MAX_BYTES + 1));
  }

  @Test
  void theLongestPathIsDecoded() {
    Bytes bitmap = Bytes.repeat((byte) -1, 31);
    Bytes siblings = Bytes.repeat((byte) 1, 255 * 32);
    Bytes other = Bytes.concatenate(bitmap, Bytes.of(0xfe), siblings, A, valueHash(A));
    assertThat(other.size()).isEqualTo(TreePath.MAX_BYTES);
    assertThat(TreePath.decode(other).encode()).isEqualTo(other);
    Bytes own = Bytes.concatenate(bitmap, Bytes.of(0xff), siblings, valueHash(A));
    assertThat(TreePath.decode(own).depth()).isEqualTo(256);
    assertThat(TreePath.decode(own).proves(SUITE, A.not(), A, valueHash(A))).isFalse();
  }

  @Test
  void randomBytesAreRefusedOrDecodedToTheSameBytes() {
    Random random = new Random(6);
    int decoded = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[32 * random.nextInt(7)];
      random.nextBytes(bytes);
      for (int j = 0; j < Math.min(32, bytes.length); j++) {
        bytes[j] = random.nextInt(12) > 0 ? 0 : (byte) (1 << random.nextInt(8));
      }
      decoded += PathMutations.decode(Bytes.wrap(bytes)).isPresent() ? 1 : 0;
    }
    assertThat(decoded).isGreaterThan(1_000);
  }

  private static void refused(Bytes bytes) {
    assertThatThrownBy(() -> TreePath.decode(bytes)).isInstanceOf(DecodeException.class);
  }
}
