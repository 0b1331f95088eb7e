package io.frond.core.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.vm.Account;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import io.frond.vm.DecodeException;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.junit.jupiter.api.Test;

class BlockTransactionsTest {
  private static final BlockTransactions BLOCKS = BlockTransactions.of(Chains.FORMAT);
  private static final String ALICE = "a11ce00000000000000000000000000000000001";
  private static final String BOB = "b0b0000000000000000000000000000000000002";
  private static final String TERMS =
      "00" + "00" + "80d095ffbc31" + "8827" + "8002" + "a001" + "a09c01" + "00" + "00";
  private static final String REST =
      TERMS + "01" + "11" + "08" + "0000000000000005" + "01" + "07".repeat(64);

  private static SignedTransaction of(Account sender) {
    return SignedTransaction.of(Chains.climb(sender, 0, 5), Chains.filledSignature(7));
  }

  private static Bytes encode(List<SignedTransaction> block) {
    ByteWriter out = new ByteWriter();
    BLOCKS.encode(block, out);
    return out.toBytes();
  }

  private static List<SignedTransaction> decode(String... hex) {
    return BLOCKS.decode(ByteReader.of(Bytes.fromHexString(String.join("", hex))), 3);
  }

  @Test
  void aBlockHoldsEachSenderOnceInOrderOfFirstAppearance() {
    List<SignedTransaction> block = List.of(of(Chains.BOB), of(Chains.ALICE), of(Chains.BOB));
    assertThat(encode(block).toUnprefixedHexString())
        .isEqualTo(
            "02" + BOB + ALICE + "03" + "00" + "00" + REST + "00" + "01" + REST + "00" + "00"
                + REST);
    assertThat(BLOCKS.decode(ByteReader.of(encode(block)), 3)).isEqualTo(block);
  }

  @Test
  void anEmptyBlockIsTwoZeros() {
    assertThat(encode(List.of()).toUnprefixedHexString()).isEqualTo("0000");
    assertThat(decode("0000")).isEmpty();
  }

  @Test
  void aSenderTwiceOutOfOrderOrUnusedIsNonCanonical() {
    assertNonCanonical("02", ALICE, ALICE, "02", "0000", REST, "0001", REST);
    assertNonCanonical("02", ALICE, BOB, "02", "0001", REST, "0000", REST);
    assertNonCanonical("02", ALICE, BOB, "01", "0000", REST);
  }

  private static void assertNonCanonical(String... hex) {
    assertThatThrownBy(() -> decode(hex))
        .isInstanceOfSatisfying(
            DecodeException.class, e -> assertThat(e.isNonCanonical()).isTrue());
  }

  @Test
  void aSenderThatIsNotThereIsMalformed() {
    assertThatThrownBy(() -> decode("01", ALICE, "01", "0001", REST))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("expected below 1, actual 1");
  }

  @Test
  void aBlockHoldsAtMostSoManyTransactions() {
    assertThat(decode("01", ALICE, "02", "0000", REST, "0000", REST)).hasSize(2);
    assertThat(decode("01", ALICE, "03", "0000", REST, "0000", REST, "0000", REST)).hasSize(3);
    assertThatThrownBy(() -> decode("01", ALICE, "04"))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("expected at most 3, actual 4");
    assertThatThrownBy(() -> decode("04", ALICE))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("expected at most 3, actual 4");
  }

  @Test
  void aSessionMoveAmongManySendersHasTheSpecifiedSize() {
    List<SignedTransaction> others = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      others.add(of(Account.ofWords(i, i, i)));
    }
    int without = encode(withAlice(others, of(Chains.ALICE))).size();
    for (int[] size : new int[][] {{12, 102}, {24, 114}}) {
      List<SignedTransaction> with = withAlice(others, of(Chains.ALICE));
      with.add(TransactionFormatTest.sessionMoveOf(size[0]));
      assertThat(encode(with).size() - without).isEqualTo(size[1]);
    }
  }

  private static List<SignedTransaction> withAlice(
      List<SignedTransaction> others, SignedTransaction alice) {
    List<SignedTransaction> all = new ArrayList<>(others);
    all.add(alice);
    return all;
  }
}
