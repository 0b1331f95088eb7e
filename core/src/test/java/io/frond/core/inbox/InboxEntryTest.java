package io.frond.core.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.core.DecoderFuzz;
import io.frond.core.hash.HashSuite;
import io.frond.core.inbox.InboxPayload.Deposit;
import io.frond.core.inbox.InboxPayload.ForcedExit;
import io.frond.core.inbox.InboxPayload.ForcedTransaction;
import io.frond.core.inbox.InboxPayload.Message;
import io.frond.core.inbox.InboxPayload.RevokeSessions;
import io.frond.core.inbox.InboxPayload.Sunset;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.DecodeException;
import io.frond.vm.EscrowId;
import io.frond.vm.PoolId;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxEntryTest {
  private static final HashSuite SUITE = HashSuite.sha256();
  private static final Account ALICE =
      Account.fromHex("0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
  private static final AssetId GOLD = AssetId.named("GOLD");
  private static final Bytes32 SEVEN = Bytes32.leftPad(Bytes.of(7));
  private static final Bytes32 DOMAIN =
      Bytes32.fromHexString("0x000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

  private static final List<InboxPayload> EACH_KIND =
      List.of(
          Deposit.of(GOLD, 500, ALICE),
          new ForcedExit(ALICE, ExitSelector.all()),
          new ForcedExit(ALICE, new ExitSelector.OfItem(GOLD, SEVEN)),
          new ForcedTransaction(Bytes.of(1, 2, 3)),
          new RevokeSessions(ALICE),
          new Message(ALICE, Bytes.fromHexString("0x6869")),
          new Sunset());

  @Test
  void theInboxStartsFromTheDomain() {
    assertThat(InboxEntry.startOfInbox(SUITE, DOMAIN).toUnprefixedHexString())
        .isEqualTo("a6e425426423bca562574365eba676b4a1b63ea7d2b01386f4e978f22e119b15");
  }

  @Test
  void payloadsAndRollingHashesAreTheRecordedOnes() {
    List<String> payloads =
        List.of(
            "474f4c4400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001f4aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa00",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa02474f4c44000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000007",
            "010203",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa6869",
            "");
    List<String> hashes =
        List.of(
            "77bcda49aa89a5914cfcba3a2932dab8d1727db12cb87f411028d358b86c64e0",
            "0f22da4ac168b1baf9f6ebf01ad5ab9f961c3ec74c28c72a6b5e9639469d44e3",
            "28966851365c7ebe985d714707c450a4346df494b30e7d3f64049c885773ba27",
            "51b8737fbdca46f78cf16eb6273d6b3a27a48a3992ef457b0799dc11e219e94b",
            "56e1e6af4cea6857226c3f8be736dabd6dda6b632218710ec02e955e3e9bfa79",
            "a2528ba02ce2513d1126270b28980924679be4257890fb1b212e7bb66809a0a7",
            "7313ead07b9b89451fcd1cfdfcae95768914fb8e996837e853c028ceabddcb13");
    Bytes32 hash = InboxEntry.startOfInbox(SUITE, DOMAIN);
    for (int i = 0; i < EACH_KIND.size(); i++) {
      InboxEntry entry = new InboxEntry(i, 100 + i, EACH_KIND.get(i));
      hash = entry.rollingHash(SUITE, hash);
      assertThat(entry.payload().encode().toUnprefixedHexString()).isEqualTo(payloads.get(i));
      assertThat(hash.toUnprefixedHexString()).isEqualTo(hashes.get(i));
    }
  }

  @Test
  void decodingIsStrict() {
    List<ExitSelector> selectors =
        List.of(
            new ExitSelector.OfAsset(GOLD),
            new ExitSelector.OfShare(new PoolId(SEVEN)),
            new ExitSelector.OfEscrow(new EscrowId(SEVEN)));
    DecoderFuzz.check(
        bytes -> InboxEntry.decode(bytes).encode(),
        EACH_KIND.stream().map(payload -> new InboxEntry(3, 4, payload).encode()).toList());
    DecoderFuzz.check(
        bytes -> InboxEntry.decode(bytes).encode(),
        selectors.stream()
            .map(selector -> new InboxEntry(3, 4, new ForcedExit(ALICE, selector)).encode())
            .toList());
  }

  @Test
  void everyPayloadComesBackEqual() {
    for (InboxPayload payload : EACH_KIND) {
      assertThat(InboxPayload.decode(payload.kind(), payload.encode())).isEqualTo(payload);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 255})
  void anUnknownKindIsRefused(int kind) {
    assertThatThrownBy(() -> InboxPayload.decode(kind, Bytes.EMPTY))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("expected kind 1 to 6, actual " + kind);
  }

  @Test
  void forcedTransactionsAreOfOneByteToEightKibibytes() {
    assertThat(new ForcedTransaction(Bytes.repeat((byte) 1, 8191)).encode().size()).isEqualTo(8191);
    assertThat(new ForcedTransaction(Bytes.repeat((byte) 1, 8192)).encode().size()).isEqualTo(8192);
    for (int size : new int[] {0, 8193}) {
      Bytes bytes = Bytes.repeat((byte) 1, size);
      assertThatThrownBy(() -> new ForcedTransaction(bytes))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> InboxPayload.decode(ForcedTransaction.KIND, bytes))
          .isInstanceOf(DecodeException.class);
    }
  }

  @Test
  void messagesAreOfAtMostEightKibibytes() {
    assertThat(new Message(ALICE, Bytes.repeat((byte) 1, 8192)).bytes().size()).isEqualTo(8192);
    assertThatThrownBy(() -> new Message(ALICE, Bytes.repeat((byte) 1, 8193)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void depositsAreOfOneToTheLargestLongAndItemsOfOne() {
    assertThat(Deposit.of(GOLD, 1, ALICE).amount()).isEqualTo(1);
    assertThat(Deposit.of(GOLD, Long.MAX_VALUE, ALICE).amount()).isEqualTo(Long.MAX_VALUE);
    for (long amount : new long[] {0, -1, Long.MIN_VALUE}) {
      assertThatThrownBy(() -> Deposit.of(GOLD, amount, ALICE))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new Deposit(GOLD, SEVEN, 1, ALICE).amount()).isEqualTo(1);
    assertThatThrownBy(() -> new Deposit(GOLD, SEVEN, 2, ALICE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
