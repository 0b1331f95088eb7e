package io.frond.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.core.DecoderFuzz;
import io.frond.core.hash.HashSuite;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.DecodeException;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.apache.tuweni.bytes.MutableBytes;
import org.junit.jupiter.api.Test;

class WithdrawalProofTest {
  private static final HashSuite SUITE = HashSuite.sha256();
  private static final Account ALICE =
      Account.fromHex("0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
  private static final AssetId GOLD = AssetId.named("GOLD");
  private static final Bytes32 DOMAIN =
      Bytes32.fromHexString("0x000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

  @Test
  void theLeafIsTheRecordedOne() {
    assertThat(Withdrawal.of(ALICE, GOLD, 500).leaf(SUITE, DOMAIN, 3, 1).toUnprefixedHexString())
        .isEqualTo("03b20e0a882a27c3523e6e2f14878aed349581de955e96fb016f6c378595dec9");
  }

  @Test
  void aProofHoldsInItsOwnBatchAndDomainAlone() {
    WithdrawalTree tree = tree(3);
    for (int i = 0; i < 5; i++) {
      WithdrawalProof proof = tree.proof(i);
      assertThat(proof.verify(SUITE, DOMAIN, tree.root(), 5)).isTrue();
      assertThat(proof.verify(SUITE, Bytes32.ZERO, tree.root(), 5)).isFalse();
      assertThat(proof.verify(SUITE, DOMAIN, tree(4).root(), 5)).isFalse();
      assertThat(proof.verify(SUITE, DOMAIN, tree.root(), 4)).isFalse();
    }
  }

  @Test
  void aProofWithAnyByteChangedIsRefused() {
    WithdrawalTree tree = tree(3);
    Bytes encoded = tree.proof(4).encode();
    for (int i = 0; i < encoded.size(); i++) {
      MutableBytes flipped = encoded.mutableCopy();
      flipped.set(i, (byte) (encoded.get(i) ^ 1));
      assertThat(accepted(tree, flipped)).as("byte %d", i).isFalse();
    }
  }

  @Test
  void decodingIsStrict() {
    DecoderFuzz.check(
        bytes -> WithdrawalProof.decode(bytes).encode(),
        List.of(tree(3).proof(0).encode(), tree(3).proof(4).encode()));
  }

  @Test
  void amountsAreOfOneToTheLargestLongAndItemsOfOne() {
    Bytes32 item = Bytes32.repeat((byte) 1);
    assertThat(new Withdrawal(ALICE, GOLD, 1, item).amount()).isEqualTo(1);
    assertThat(Withdrawal.of(ALICE, GOLD, Long.MAX_VALUE).amount()).isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> new Withdrawal(ALICE, GOLD, 2, item))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Withdrawal.of(ALICE, GOLD, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean accepted(WithdrawalTree tree, Bytes encoded) {
    try {
      return WithdrawalProof.decode(encoded).verify(SUITE, DOMAIN, tree.root(), tree.count());
    } catch (DecodeException refusal) {
      return false;
    }
  }

  private static WithdrawalTree tree(long batch) {
    List<Withdrawal> withdrawals =
        LongStream.range(0, 5).mapToObj(i -> Withdrawal.of(ALICE, GOLD, 500 + i)).toList();
    return WithdrawalTree.of(SUITE, DOMAIN, batch, withdrawals);
  }
}
