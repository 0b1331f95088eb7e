package io.frond.core.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.core.DecoderFuzz;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import io.frond.vm.DecodeException;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class FrontierTest {
  private static final HashSuite SUITE = HashSuite.sha256();

  @Test
  void afterEachLeafTheRootIsThatOfTheWholeTree() {
    List<Bytes32> leaves = CompleteTreeTest.leaves(130);
    Frontier frontier = Frontier.empty();
    for (int count = 0; count <= 130; count++) {
      assertThat(frontier.root(SUITE, TreeKind.WITHDRAWALS))
          .isEqualTo(CompleteTree.root(SUITE, TreeKind.WITHDRAWALS, leaves.subList(0, count)));
      assertThat(Frontier.read(ByteReader.of(encode(frontier)), count)).isEqualTo(frontier);
      if (count < 130) {
        frontier = frontier.append(SUITE, TreeKind.WITHDRAWALS, leaves.get(count));
      }
    }
  }

  @Test
  void theMillionthLeafFitsAndNoneAfterIt() {
    Bytes32 leaf = CompleteTreeTest.leaves(1).get(0);
    List<Bytes32> slots = new ArrayList<>();
    Bytes32 full = leaf;
    for (int slot = 0; slot < 20; slot++) {
      slots.add(full);
      full = SUITE.hash(0x31, full, full);
    }
    Bytes encoded = Bytes.concatenate(slots.toArray(new Bytes[0]));
    Frontier frontier =
        Frontier.read(ByteReader.of(encoded), CompleteTree.MAX_LEAVES - 1)
            .append(SUITE, TreeKind.WITHDRAWALS, leaf);
    assertThat(frontier.root(SUITE, TreeKind.WITHDRAWALS)).isEqualTo(full);
    assertThat(Frontier.read(ByteReader.of(encode(frontier)), CompleteTree.MAX_LEAVES))
        .isEqualTo(frontier);
    assertThatThrownBy(() -> frontier.append(SUITE, TreeKind.WITHDRAWALS, leaf))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> Frontier.read(ByteReader.of(encode(frontier)), CompleteTree.MAX_LEAVES + 1))
        .isInstanceOf(DecodeException.class);
  }

  @Test
  void slotsThatContradictTheCountAreRefused() {
    Frontier three = Frontier.empty();
    for (Bytes32 leaf : CompleteTreeTest.leaves(3)) {
      three = three.append(SUITE, TreeKind.WITHDRAWALS, leaf);
    }
    Bytes encoded = encode(three);
    for (int count : new int[] {0, 1, 2, 4, 7}) {
      assertThatThrownBy(() -> Frontier.read(ByteReader.of(encoded), count))
          .isInstanceOf(DecodeException.class);
    }
  }

  @Test
  void decodingIsStrict() {
    Frontier one =
        Frontier.empty().append(SUITE, TreeKind.WITHDRAWALS, CompleteTreeTest.leaves(1).get(0));
    DecoderFuzz.check(
        bytes -> {
          ByteReader in = ByteReader.of(bytes);
          Frontier frontier = Frontier.read(in, 1);
          in.end();
          return encode(frontier);
        },
        List.of(encode(one)));
  }

  private static Bytes encode(Frontier frontier) {
    ByteWriter out = new ByteWriter();
    frontier.write(out);
    return out.toBytes();
  }
}
