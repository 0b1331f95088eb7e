package io.frond.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.core.DecoderFuzz;
import io.frond.core.chain.AssetQuanta;
import io.frond.core.hash.HashSuite;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.DecodeException;
import io.frond.vm.EscrowId;
import io.frond.vm.PoolId;
import io.frond.vm.Split;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class ClaimTest {
  private static final HashSuite SUITE = HashSuite.sha256();
  private static final Account ALICE =
      Account.fromHex("0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
  private static final Account BOB = Account.fromHex("0xbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb");
  private static final AssetId GOLD = AssetId.named("GOLD");
  private static final Bytes32 SEVEN = Bytes32.leftPad(Bytes.of(7));
  private static final Bytes32 ONES = Bytes32.repeat((byte) 0x11);
  private static final Bytes32 COUNTING =
      Bytes32.fromHexString("0x000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
  private static final Split SPLIT =
      new Split(List.of(new Split.Part(ALICE, 1), new Split.Part(BOB, 2)));

  private static final List<Claim> EACH_KIND =
      List.of(
          new Claim.Balances(ALICE, ONES, AssetQuanta.of(5, 9).plus(0, 7)),
          new Claim.Item(GOLD, SEVEN, ALICE),
          new Claim.Share(ALICE, new PoolId(ONES), 10),
          new Claim.Pool(new PoolId(ONES), 10, AssetQuanta.of(0, 99)),
          new Claim.Escrow(new EscrowId(ONES), GOLD, Bytes32.ZERO, 100, 1234, SPLIT),
          new Claim.Nested(ONES, COUNTING, Bytes32.ZERO, AssetQuanta.of(3, 4)),
          new Claim.Residual(ONES, GOLD, ALICE, 55));

  @Test
  void keysSpentKeysAndValuesAreTheRecordedOnes() {
    List<List<String>> recorded =
        List.of(
            List.of(
                "3cc15f01366526312d68182408f7d727b3da9c0e5ac1d63c89e337ef480c90ae",
                "ecd47eee0042de5eb157dad84f57e7179e7f8e962b4e7bbfdcef5b7d6e11ca62",
                "111111111111111111111111111111111111111111111111111111111111111102000000000000000007050000000000000009"),
            List.of(
                "769d51b8e787ff3d9d604c177a71831e0f5c7e319817a01eebd8705736fac73b",
                "1715cefd6c1b8fa93073b6a350f9f5331bbeaec24674d149e705f07d3c438533",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
            List.of(
                "f0f77ecdd3990ee3f5ac8896c23207a5dcb64722da52d2a96420cc1d0576f87a",
                "af2f27057e0135e6ddebc33158c6172660ff60dda84730ba3a851ec6d7046905",
                "000000000000000a"),
            List.of(
                "deb227c897adbd30ef56f56ad59db51b66d3a6591998bbb49766508f14abb7ca",
                "0370cbdb85ee8aa4a5faa8822866c98580d79af8f5df198c630d80c114a53a18",
                "000000000000000a01000000000000000063"),
            List.of(
                "70e3bc4adbcb198a26be9165bf1697b2d67877083eacbe1431b29bc06cf1445b",
                "16e9d59a2f38263e38076b752325bb01e04c374cb405c3962e0269c6383454ef",
                "474f4c44000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000006400000000000004d202aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa0000000000000001bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb0000000000000002"),
            List.of(
                "1293bed27ce5ccd9456ef3935d0dc1db93c688df0fdf9d623308cf10af005f57",
                "0f6c6713c5afdc71ab81606d79d590a8dc6832f16a1f05fb4353828e7fa17e47",
                "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f000000000000000000000000000000000000000000000000000000000000000001030000000000000004"),
            List.of(
                "698a063ba9f9a0d988f9d9d62a93d5373cb04cb8f8804fc5e972f67679cfbfe8",
                "a368d89949c4147acab9bd0b1db9c332c48c129dd3288b0356b762e6acc62616",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa0000000000000037"));
    for (int i = 0; i < EACH_KIND.size(); i++) {
      Claim claim = EACH_KIND.get(i);
      Bytes32 key = claim.key(SUITE);
      assertThat(
              List.of(
                  key.toUnprefixedHexString(),
                  Claim.spentKey(SUITE, key, 2).toUnprefixedHexString(),
                  claim.value().toUnprefixedHexString()))
          .isEqualTo(recorded.get(i));
    }
  }

  @Test
  void decodingIsStrict() {
    for (Claim claim : EACH_KIND) {
      assertThat(Claim.decode(claim.kind(), claim.identity(), claim.value())).isEqualTo(claim);
      DecoderFuzz.check(
          bytes -> Claim.decode(claim.kind(), claim.identity(), bytes).value(),
          List.of(claim.value()));
      DecoderFuzz.check(
          bytes -> Claim.decode(claim.kind(), bytes, claim.value()).identity(),
          List.of(claim.identity()));
    }
  }

  @Test
  void noLeafStandsForNothing() {
    refused(1, "Balances", Bytes.concatenate(Bytes32.ZERO, Bytes.of(0)));
    refused(3, "Share", Bytes.wrap(new byte[8]));
    refused(7, "Residual", Bytes.concatenate(ALICE.toBytes(), Bytes.wrap(new byte[8])));
    Bytes value = EACH_KIND.get(4).value();
    refused(
        5,
        "Escrow",
        Bytes.concatenate(value.slice(0, 64), Bytes.wrap(new byte[8]), value.slice(72)));
  }

  @Test
  void emptyPoolsAndChildrenStay() {
    Claim pool = new Claim.Pool(new PoolId(ONES), 0, AssetQuanta.NONE);
    Claim child = new Claim.Nested(ONES, Bytes32.ZERO, Bytes32.ZERO, AssetQuanta.NONE);
    assertThat(Claim.decode(4, pool.identity(), pool.value())).isEqualTo(pool);
    assertThat(Claim.decode(6, child.identity(), child.value())).isEqualTo(child);
    assertThatThrownBy(() -> new Claim.Pool(new PoolId(ONES), 0, AssetQuanta.of(0, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anItemInEscrowHasOneAccountAndAmountOne() {
    EscrowId id = new EscrowId(ONES);
    assertThat(new Claim.Escrow(id, GOLD, SEVEN, 1, 0, Split.to(ALICE)).amount()).isEqualTo(1);
    assertThatThrownBy(() -> new Claim.Escrow(id, GOLD, SEVEN, 1, 0, SPLIT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Claim.Escrow(id, GOLD, SEVEN, 2, 0, Split.to(ALICE)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aChildHasAtMostThirtyTwoAssets() {
    assertThat(new Claim.Nested(ONES, ONES, ONES, assets(31)).kind()).isEqualTo(6);
    assertThat(new Claim.Nested(ONES, ONES, ONES, assets(32)).kind()).isEqualTo(6);
    assertThatThrownBy(() -> new Claim.Nested(ONES, ONES, ONES, assets(33)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static AssetQuanta assets(int count) {
    return new AssetQuanta(
        IntStream.range(0, count).mapToObj(i -> new AssetQuanta.Entry(i, 1)).toList());
  }

  private static void refused(int kind, String name, Bytes value) {
    assertThatThrownBy(() -> Claim.decode(kind, EACH_KIND.get(kind - 1).identity(), value))
        .as(name)
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("no leaf stands for");
  }
}
