package io.frond.core.state;

import static io.frond.core.state.GoldenTrees.SUITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A witness with any one node more or less is of the same root and yet refused. */
class WitnessMinimalityTest {
  private final TreeHasher hasher = new TreeHasher(SUITE);

  @ParameterizedTest
  @EnumSource
  void aWitnessWithOneNodeMoreOrLessIsNotExact(KeySpace space) {
    Random random = new Random(1);
    int seen = 0;
    for (int round = 0; round < 10; round++) {
      StateTree tree = new StateTree(SUITE);
      tree.apply(space.changes(random, random.nextInt(60), 0));
      TreeChanges changes = space.changes(random, random.nextInt(8), 60);
      List<Bytes32> touched = List.of(space.key(random));
      TreeWitness exact = tree.witness(touched, changes);
      List<Node> wrong = variants(exact.node(), tree.whole()).toList();
      for (Node node : wrong) {
        TreeWitness witness = TreeWitness.decode(SUITE, WitnessEncoding.encode(node));
        PartialTree part = PartialTree.of(witness, tree.root());
        assertThat(part.isExactlyFor(touched, changes)).isFalse();
      }
      seen += wrong.size();
    }
    assertThat(seen).isGreaterThan(20);
  }

  /** All that differ in one place: a digest opened one level, or a subtree closed. */
  private Stream<Node> variants(Node node, Subtree whole) {
    return switch (node.kind()) {
      case EMPTY -> Stream.of();
      case LEAF -> Stream.of(new Node.Digest(node.hash()));
      case DIGEST -> Stream.of(opened(whole));
      case INNER ->
          Stream.of(
                  Stream.of((Node) new Node.Digest(node.hash())),
                  variants(node.left(), whole.left())
                      .map(left -> Node.Inner.of(left, node.right(), hasher)),
                  variants(node.right(), whole.right())
                      .map(right -> Node.Inner.of(node.left(), right, hasher)))
              .flatMap(each -> each);
    };
  }

  private Node opened(Subtree place) {
    return place.kind() == Subtree.Kind.LEAF
        ? Node.Leaf.of(place.key(), place.valueHash(), hasher)
        : Node.Inner.of(closed(place.left()), closed(place.right()), hasher);
  }

  private static Node closed(Subtree place) {
    return place.isEmpty() ? Node.empty() : new Node.Digest(place.hash());
  }
}
