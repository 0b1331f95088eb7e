package io.frond.core.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.DecoderFuzz;
import io.frond.core.hash.CompleteTree;
import io.frond.core.hash.HashSuite;
import io.frond.core.hash.TreeKind;
import io.frond.core.tx.KeyPair;
import io.frond.core.tx.SignatureScheme;
import io.frond.core.tx.SignatureSchemes;
import io.frond.core.tx.SigningDomain;
import io.frond.vm.DecodeException;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class SignedReceiptTest {
  private static final HashSuite SUITE = HashSuite.sha256();
  private static final Bytes32 DOMAIN = Bytes32.repeat((byte) 0xd0);
  private static final SigningDomain SIGNING = SigningDomain.of("Test", DOMAIN);
  private static final KeyPair OPERATOR = KeyPair.of(Bytes32.leftPad(Bytes.of(1)));
  private static final SignatureScheme SCHEME = SignatureSchemes.bouncyCastle();

  private static List<SignedReceipt> group(int count) {
    List<Receipt> receipts = new ArrayList<>();
    List<Bytes32> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      receipts.add(
          new Receipt(
              3,
              100 + i,
              Bytes32.leftPad(Bytes.of(i)),
              new Receipt.Place(9, i),
              55,
              Bytes32.repeat((byte) 0x0c),
              TrustLabel.REEXECUTION));
      leaves.add(receipts.get(i).leaf(SUITE, DOMAIN));
    }
    CompleteTree tree = CompleteTree.of(SUITE, TreeKind.RECEIPTS, leaves);
    ReceiptGroup group = new ReceiptGroup(3, 4, Bytes32.ZERO, 100, count, tree.root());
    List<SignedReceipt> signed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      signed.add(
          new SignedReceipt(
              receipts.get(i), group, tree.path(i), OPERATOR.sign(group.hash(SIGNING))));
    }
    return signed;
  }

  private static boolean verify(SignedReceipt receipt) {
    return receipt.verify(SUITE, SIGNING, SCHEME, OPERATOR.address());
  }

  @Test
  void everyReceiptOfAGroupHoldsByItself() {
    for (int count : new int[] {1, 2, 3, 8, 9}) {
      assertThat(group(count)).allMatch(SignedReceiptTest::verify);
    }
  }

  @Test
  void theOperatorSignsThisStruct() {
    assertThat(group(1).get(0).group().typedData(SIGNING).encodeType())
        .isEqualTo(
            "Receipts(uint64 epoch,uint64 group,bytes32 previous,uint64 firstSequence,"
                + "uint64 count,bytes32 root)");
  }

  @Test
  void aReceiptWithAnyByteChangedIsRefused() {
    SignedReceipt signed = group(3).get(1);
    byte[] bytes = signed.encode().toArray();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= 1;
      boolean holds;
      try {
        holds = verify(SignedReceipt.decode(Bytes.wrap(bytes)));
      } catch (DecodeException refused) {
        holds = false;
      }
      assertThat(holds).as("byte " + i).isFalse();
      bytes[i] ^= 1;
    }
  }

  @Test
  void aReceiptOfAnotherOperatorOrChainIsRefused() {
    SignedReceipt signed = group(2).get(0);
    assertThat(
            signed.verify(
                SUITE, SIGNING, SCHEME, KeyPair.of(Bytes32.leftPad(Bytes.of(2))).address()))
        .isFalse();
    SigningDomain other = SigningDomain.of("Test", Bytes32.repeat((byte) 0xd1));
    assertThat(signed.verify(SUITE, other, SCHEME, OPERATOR.address())).isFalse();
  }

  @Test
  void aReceiptOutsideItsGroupIsRefused() {
    SignedReceipt signed = group(2).get(0);
    for (long sequence : new long[] {99, 102, Long.MAX_VALUE, 0}) {
      Receipt receipt = signed.receipt();
      Receipt moved =
          new Receipt(
              receipt.epoch(),
              sequence,
              receipt.transactionId(),
              receipt.place(),
              receipt.deadline(),
              receipt.outcomeHash(),
              receipt.label());
      assertThat(
              verify(new SignedReceipt(moved, signed.group(), signed.path(), signed.signature())))
          .isFalse();
    }
  }

  @Test
  void otherBytesAreRefusedOrAreThoseOfAnotherReceipt() {
    DecoderFuzz.check(
        bytes -> SignedReceipt.decode(bytes).encode(),
        List.of(group(1).get(0).encode(), group(9).get(8).encode()));
  }
}
