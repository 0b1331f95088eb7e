package io.frond.core.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.core.DecoderFuzz;
import io.frond.core.batch.Batch.BlockData;
import io.frond.core.chain.AssetQuanta;
import io.frond.core.chain.ParentReference;
import io.frond.core.hash.CompleteTree;
import io.frond.core.hash.Frontier;
import io.frond.core.hash.HashSuite;
import io.frond.core.hash.TreeKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class BatchTest {
  private static final HashSuite SUITE = HashSuite.sha256();
  private static final ParentReference REFERENCE = new ParentReference(1000, repeat(9));
  private static final BatchHeader HEADER =
      new BatchHeader(
          Bytes32.fromHexString(
              "0x000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"),
          new BatchHeader.Position(2, 3, repeat(1)),
          new BatchHeader.StateRoots(repeat(2), repeat(3)),
          new BatchHeader.Blocks(repeat(4), 5, 60),
          new BatchHeader.InboxSpan(7, 9, repeat(5)),
          new BatchHeader.Withdrawals(repeat(6), 2, AssetQuanta.of(0, 500).plus(5, 6)),
          repeat(7),
          repeat(8),
          REFERENCE,
          1_700_000_000_000L,
          new BatchHeader.Rules(repeat(10), repeat(11)));

  @Test
  void theHeaderAndItsHashAreTheRecordedOnes() {
    assertThat(HEADER.encode().size()).isEqualTo(32 * 25);
    assertThat(HEADER.hash(SUITE).toUnprefixedHexString())
        .isEqualTo("54b5882817a4080bc8e5accd7b915cde9abdfac51b4a4c19b0d7e3f9092b29f5");
    assertThat(BatchHeader.decode(HEADER.encode())).isEqualTo(HEADER);
  }

  @Test
  void everyByteOfAHeaderCounts() {
    Bytes encoded = HEADER.encode();
    DecoderFuzz.check(bytes -> BatchHeader.decode(bytes).encode(), List.of(encoded));
    assertThatThrownBy(() -> BatchHeader.decode(withByte(encoded, 31, 2)))
        .hasMessageContaining("header version: expected 1, actual 2");
  }

  @Test
  void theDataCommitmentIsTheRecordedOne() {
    List<Bytes> data = List.of(ascii("one"), ascii("two"), Bytes.EMPTY);
    assertThat(DataCommitment.of(SUITE, data).toUnprefixedHexString())
        .isEqualTo("2ebceff50c17f7e11efbfe13f422f661b9ada84a7e87bd65661e71e09865fbc2");
  }

  @Test
  void theOutcomeLeafIsTheRecordedOne() {
    assertThat(new OutcomeLeaf(repeat(1), repeat(2)).hash(SUITE).toUnprefixedHexString())
        .isEqualTo("bac64ace8ad8aed5b1d10fc66a0051a0775ad3100c16f0e8716c1818be6b724e");
  }

  @Test
  void aBatchIsItsHeaderAndItsBlocks() {
    Batch batch =
        new Batch(
            HEADER,
            List.of(new BlockData(repeat(1), ascii("one")), new BlockData(repeat(2), Bytes.EMPTY)));
    assertThat(Batch.decode(batch.encode())).isEqualTo(batch);
    assertThat(batch.preRoot(0)).isEqualTo(repeat(2));
    assertThat(batch.preRoot(1)).isEqualTo(repeat(1));
    assertThat(Batch.blocksRoot(SUITE, batch.blocks()))
        .isEqualTo(CompleteTree.root(SUITE, TreeKind.BLOCKS, List.of(repeat(1), repeat(2))));
    assertThat(Batch.dataCommitment(SUITE, batch.blocks()))
        .isEqualTo(DataCommitment.of(SUITE, List.of(ascii("one"), Bytes.EMPTY)));
    DecoderFuzz.check(bytes -> Batch.decode(bytes).encode(), List.of(batch.encode()));
  }

  @Test
  void aBatchHasABlock() {
    assertThatThrownBy(() -> new Batch(HEADER, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BatchHeader.Blocks(repeat(4), 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theHeadAndItsKeyAreTheRecordedOnes() {
    Frontier three = Frontier.empty();
    for (int i = 0; i < 3; i++) {
      Bytes32 leaf = SUITE.newHasher().u32(i).digest();
      three = three.append(SUITE, TreeKind.WITHDRAWALS, leaf);
    }
    Head head =
        new Head(
            60,
            1_700_000_000_000L,
            REFERENCE,
            new Head.InboxCursor(9, repeat(5)),
            new Head.Outcomes(2, repeat(12)),
            Bytes32.ZERO,
            three,
            AssetQuanta.of(0, 500));
    assertThat(Head.key(SUITE).toUnprefixedHexString())
        .isEqualTo("8a331fdde7032f33a71e1b2e257d80166e348e00fcb17914f48bdb57a1c63007");
    assertThat(head.encode().size()).isEqualTo(818);
    assertThat(SUITE.newHasher().raw(head.encode()).digest().toUnprefixedHexString())
        .isEqualTo("cb332e3266bea5766f255bf83c127fa7a55992cf38387b7f5c5fd94aeca0fab0");
    assertThat(Head.decode(head.encode())).isEqualTo(head);
    DecoderFuzz.check(bytes -> Head.decode(bytes).encode(), List.of(head.encode()));
  }

  private static Bytes32 repeat(int value) {
    return Bytes32.repeat((byte) value);
  }

  private static Bytes ascii(String text) {
    return Bytes.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static Bytes withByte(Bytes bytes, int index, int value) {
    byte[] copy = bytes.toArray();
    copy[index] = (byte) value;
    return Bytes.wrap(copy);
  }
}
