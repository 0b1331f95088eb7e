package io.frond.exits.settlement;

import static io.frond.exits.settlement.World.ALICE;
import static io.frond.exits.settlement.World.ANY_FEE;
import static io.frond.exits.settlement.World.BOB;
import static io.frond.exits.settlement.World.GOLD;
import static io.frond.exits.settlement.World.NATIVE;
import static io.frond.exits.settlement.World.OPERATOR;
import static io.frond.exits.settlement.World.RELIC;
import static io.frond.exits.settlement.World.SILVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.inbox.ExitSelector;
import io.frond.core.inbox.InboxEntry;
import io.frond.core.inbox.InboxPayload;
import io.frond.exits.settlement.SettlementCall.Deposit;
import io.frond.exits.settlement.SettlementCall.ForceExit;
import io.frond.exits.settlement.SettlementCall.ForceTransaction;
import io.frond.exits.settlement.SettlementCall.RevokeSessions;
import io.frond.exits.settlement.SettlementCall.SendMessage;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.vm.AssetId;
import java.math.BigInteger;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class InboxRulesTest {
  private static final ForceExit ALL = new ForceExit(ALICE, ExitSelector.all(), ANY_FEE);
  private final World world = new World();

  private SettlementView.TimedEntry entry(long index) {
    return world.view().entry(index).orElseThrow();
  }

  private void message(int count) {
    for (int i = 0; i < count; i++) {
      world.ok(BOB, new SendMessage(Bytes.of(1), ANY_FEE));
    }
  }

  @Test
  void entriesAreChainedByTheRollingHash() {
    world.deposit(ALICE, GOLD, 5);
    world.now = 3;
    world.ok(ALICE, ALL);
    InboxEntry first = new InboxEntry(0, 1, InboxPayload.Deposit.of(GOLD, 5, ALICE));
    InboxEntry second =
        new InboxEntry(1, 3, new InboxPayload.ForcedExit(ALICE, ExitSelector.all()));
    Bytes32 start = InboxEntry.startOfInbox(World.SUITE, World.DOMAIN_HASH);
    Bytes32 one = first.rollingHash(World.SUITE, start);
    assertThat(entry(0).entry()).isEqualTo(first);
    assertThat(entry(0).rollingHash()).isEqualTo(one);
    assertThat(entry(1).rollingHash()).isEqualTo(second.rollingHash(World.SUITE, one));
  }

  @Test
  void anEntryIsDueAfterTheInclusionTimeAndItsBacklog() {
    message(9);
    // D_incl = 5, C = 4: ceil(0/4) = 0, ceil(1/4) = ceil(4/4) = 1, ceil(5/4) = ceil(8/4) = 2
    assertThat(List.of(0, 1, 4, 5, 8).stream().map(i -> entry(i).due()).toList())
        .containsExactly(6L, 7L, 7L, 8L, 8L);
    assertThat(entry(8).freezeAt()).isEqualTo(8 + 15);
  }

  @Test
  void anEntryIsNeverDueBeforeTheOneAhead() {
    message(9);
    world.commit(world.draft());
    message(1);
    assertThat(entry(9).due()).as("own schedule says 6").isEqualTo(8);
    world.now = 4;
    message(1);
    assertThat(entry(10).due()).as("own schedule says 4 + 5 + 1").isEqualTo(10);
  }

  @Test
  void entriesServedAlreadyPushNobodyAway() {
    for (int round = 0; round < 50; round++) {
      message(16);
      world.commit(world.draft());
    }
    world.now = 2;
    message(1);
    assertThat(entry(800).due()).as("of the last one served: 1 + 5 + ceil(15/4)").isEqualTo(10);
  }

  @Test
  void theFeeDoublesWithEach256Waiting() {
    assertThat(world.view().nextFee()).isEqualTo(2);
    message(255);
    assertThat(world.view().nextFee()).isEqualTo(2);
    message(1);
    assertThat(world.view().nextFee()).isEqualTo(4);
    world.refused(BOB, new SendMessage(Bytes.of(1), 3), Rule.FEE);
    BigInteger before = world.bank.balance(BOB, NATIVE);
    world.ok(BOB, new SendMessage(Bytes.of(1), 4));
    assertThat(before.subtract(world.bank.balance(BOB, NATIVE))).isEqualTo(BigInteger.valueOf(4));
  }

  @Test
  void theFeeStopsDoublingAndNeverOverflows() {
    Money money = new Money(NATIVE, BigInteger.ONE, 3, 0);
    assertThat(money.fee(256 * 32)).isEqualTo(3L << 32);
    assertThat(money.fee(256 * 33)).isEqualTo(3L << 32);
    Money large = new Money(NATIVE, BigInteger.ONE, 1L << 61, 0);
    assertThat(large.fee(256)).isEqualTo(1L << 62);
    assertThat(large.fee(512)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aRepeatedRequestKeepsItsPlaceAndAgeAndCostsNothing() {
    world.ok(ALICE, ALL);
    world.now = 4;
    assertThat(world.ok(ALICE, ALL)).containsExactly(new SettlementEvent.AlreadyPending(0));
    assertThat(world.view().status(4).inbox().length()).isEqualTo(1);
    assertThat(entry(0).due()).isEqualTo(6);
    world.ok(ALICE, new ForceExit(ALICE, new ExitSelector.OfAsset(GOLD), ANY_FEE));
    assertThat(world.view().status(4).inbox().length()).isEqualTo(2);
    world.commit(world.draft());
    world.ok(ALICE, ALL);
    assertThat(world.view().status(4).inbox().length()).isEqualTo(3);
  }

  @Test
  void aRequestIsPendingAgainOnceItsBatchIsRewound() {
    world.ok(ALICE, ALL);
    BatchDraft draft = world.draft().fraudulent();
    world.commit(draft);
    world.ok(BOB, draft.challenge(0));
    assertThat(world.ok(ALICE, ALL)).containsExactly(new SettlementEvent.AlreadyPending(0));
  }

  @Test
  void onlyTheAccountOrItsRecipientRequests() {
    world.refused(BOB, ALL, Rule.AUTHORISATION);
    world.refused(BOB, new RevokeSessions(ALICE, ANY_FEE), Rule.AUTHORISATION);
    world.ok(ALICE, new SettlementCall.SetRecipient(BOB));
    world.ok(BOB, ALL);
    world.ok(BOB, new RevokeSessions(ALICE, ANY_FEE));
    world.ok(ALICE, new SettlementCall.SetRecipient(ALICE));
    world.refused(BOB, new RevokeSessions(ALICE, ANY_FEE), Rule.AUTHORISATION);
  }

  @Test
  void onlyDeclaredAssetsOfTheRightKindEnter() {
    AssetId unknown = AssetId.named("LEAD");
    Bytes32 item = Bytes32.repeat((byte) 1);
    world.refused(ALICE, new Deposit(unknown, Bytes32.ZERO, 1, ALICE, ANY_FEE), Rule.ASSET);
    world.refused(ALICE, new Deposit(GOLD, item, 1, ALICE, ANY_FEE), Rule.ASSET);
    world.refused(ALICE, new Deposit(RELIC, Bytes32.ZERO, 2, ALICE, ANY_FEE), Rule.ASSET);
    world.refused(ALICE, new Deposit(RELIC, item, 2, ALICE, ANY_FEE), Rule.MALFORMED);
    world.refused(ALICE, new Deposit(GOLD, Bytes32.ZERO, 0, ALICE, ANY_FEE), Rule.MALFORMED);
    for (ExitSelector wrong :
        List.of(
            new ExitSelector.OfAsset(unknown),
            new ExitSelector.OfAsset(RELIC),
            new ExitSelector.OfItem(GOLD, item))) {
      world.refused(ALICE, new ForceExit(ALICE, wrong, ANY_FEE), Rule.ASSET);
    }
  }

  @Test
  void aTransactionIsOfAtMostEightKibibytes() {
    world.ok(ALICE, new ForceTransaction(Bytes.repeat((byte) 1, 8_191), ANY_FEE));
    world.ok(ALICE, new ForceTransaction(Bytes.repeat((byte) 1, 8_192), ANY_FEE));
    world.refused(
        ALICE, new ForceTransaction(Bytes.repeat((byte) 1, 8_193), ANY_FEE), Rule.MALFORMED);
    world.refused(ALICE, new ForceTransaction(Bytes.EMPTY, ANY_FEE), Rule.MALFORMED);
  }

  @Test
  void custodyStaysBelowTwoToTheSixtyThree() {
    world.bank.setBalance(ALICE, GOLD, BigInteger.ONE.shiftLeft(70));
    world.deposit(ALICE, GOLD, Long.MAX_VALUE - 1);
    world.refused(ALICE, new Deposit(GOLD, Bytes32.ZERO, 2, ALICE, ANY_FEE), Rule.CUSTODY_FULL);
    world.deposit(ALICE, GOLD, 1);
    world.refused(ALICE, new Deposit(GOLD, Bytes32.ZERO, 1, ALICE, ANY_FEE), Rule.CUSTODY_FULL);
    assertThat(world.view().books(GOLD).pendingDeposits()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aDepositTakesTheUnitsOfItsQuanta() {
    world.deposit(ALICE, SILVER, 30);
    assertThat(world.bank.balance(ALICE, SILVER)).isEqualTo(BigInteger.valueOf(1_000_000 - 300));
    assertThat(world.view().books(SILVER).custody()).isEqualTo(30);
  }

  @Test
  void nobodyDepositsWhatIsNotTheirs() {
    Bytes32 item = Bytes32.repeat((byte) 1);
    world.refused(ALICE, new Deposit(GOLD, Bytes32.ZERO, 1_000_001, ALICE, ANY_FEE), Rule.TRANSFER);
    world.refused(ALICE, new Deposit(RELIC, item, 1, ALICE, ANY_FEE), Rule.TRANSFER);
    world.bank.setOwner(RELIC, item, BOB);
    world.refused(ALICE, new Deposit(RELIC, item, 1, ALICE, ANY_FEE), Rule.TRANSFER);
    world.ok(BOB, new Deposit(RELIC, item, 1, ALICE, ANY_FEE));
    world.refused(BOB, new Deposit(RELIC, item, 1, ALICE, ANY_FEE), Rule.ITEM);
    world.refused(World.CUSTODIAN, new Deposit(GOLD, Bytes32.ZERO, 1, ALICE, 9), Rule.TRANSFER);
  }

  @Test
  void nothingEntersAFreezingChain() {
    world.ok(ALICE, ALL);
    world.now = entry(0).freezeAt();
    world.ok(BOB, new SettlementCall.Freeze());
    world.refused(ALICE, ALL, Rule.MODE);
    world.refused(ALICE, new Deposit(GOLD, Bytes32.ZERO, 1, ALICE, ANY_FEE), Rule.MODE);
    world.refused(ALICE, new ForceTransaction(Bytes.of(1), ANY_FEE), Rule.MODE);
    world.refused(ALICE, new SendMessage(Bytes.of(1), ANY_FEE), Rule.MODE);
    world.refused(ALICE, new RevokeSessions(ALICE, ANY_FEE), Rule.MODE);
    world.refused(OPERATOR, world.draft().call(), Rule.MODE);
  }

  @Test
  void moneyComesAndGoesByItsOwner() {
    world.ok(ALICE, new SettlementCall.PostFunds(50));
    world.refused(ALICE, new SettlementCall.PostFunds(0), Rule.FUNDS);
    world.refused(ALICE, new SettlementCall.PostFunds(2_000_000), Rule.TRANSFER);
    world.refused(ALICE, new SettlementCall.CollectFunds(51, BOB), Rule.FUNDS);
    world.refused(ALICE, new SettlementCall.CollectFunds(0, BOB), Rule.FUNDS);
    world.ok(ALICE, new SettlementCall.CollectFunds(50, BOB));
    assertThat(world.bank.balance(BOB, NATIVE)).isEqualTo(BigInteger.valueOf(1_000_050));
    world.bank.setBalance(ALICE, NATIVE, BigInteger.ONE.shiftLeft(70));
    world.refused(ALICE, new SettlementCall.PostFunds(Long.MAX_VALUE), Rule.FUNDS);
  }
}
