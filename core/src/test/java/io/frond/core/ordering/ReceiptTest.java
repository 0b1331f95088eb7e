package io.frond.core.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.DecoderFuzz;
import io.frond.core.hash.HashSuite;
import java.util.List;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class ReceiptTest {
  private static final Receipt RECEIPT =
      new Receipt(
          1,
          2,
          Bytes32.repeat((byte) 3),
          new Receipt.Place(4, 5),
          6,
          Bytes32.repeat((byte) 7),
          TrustLabel.REEXECUTION);

  @Test
  void bytesAndLeafAreTheRecordedOnes() {
    assertThat(RECEIPT.encode().toUnprefixedHexString())
        .isEqualTo(
            "0000000000000001000000000000000203030303030303030303030303030303030303030303030303030303030303030000000000000004000000050000000000000006070707070707070707070707070707070707070707070707070707070707070701");
    Bytes32 domain =
        Bytes32.fromHexString("0x000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    assertThat(RECEIPT.leaf(HashSuite.sha256(), domain).toUnprefixedHexString())
        .isEqualTo("0997ab8f6b3b7a3fc59dcd9898cdfe97bb002e09911243041d87239839d8fe2b");
    assertThat(RECEIPT.encode().size()).isEqualTo(Receipt.BYTES);
  }

  @Test
  void decodingIsStrict() {
    DecoderFuzz.check(bytes -> Receipt.decode(bytes).encode(), List.of(RECEIPT.encode()));
  }
}
