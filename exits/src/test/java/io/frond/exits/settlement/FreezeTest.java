package io.frond.exits.settlement;

import static io.frond.exits.settlement.World.ALICE;
import static io.frond.exits.settlement.World.ANY_FEE;
import static io.frond.exits.settlement.World.BOB;
import static io.frond.exits.settlement.World.GOLD;
import static io.frond.exits.settlement.World.OUTSIDER;
import static io.frond.exits.settlement.World.RELIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.parent.SettlementStatus;
import io.frond.core.parent.SettlementStatus.Mode;
import io.frond.exits.settlement.SettlementCall.Freeze;
import io.frond.exits.settlement.SettlementCall.Refund;
import io.frond.exits.settlement.SettlementCall.Seal;
import io.frond.exits.settlement.SettlementError.Rule;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class FreezeTest {
  private final World world = new World();

  private Mode mode() {
    return world.view().status(world.now).mode();
  }

  private void fraud() {
    BatchDraft draft = world.draft().fraudulent();
    world.commit(draft);
    world.ok(BOB, draft.challenge(0));
  }

  @Test
  void aChainIsFrozenFromFreezeAtOnAndNotOneBlockEarlier() {
    world.forceExit(ALICE);
    long freezeAt = world.view().entry(0).orElseThrow().freezeAt();
    assertThat(freezeAt).isEqualTo(1 + 20);
    world.now = freezeAt - 1;
    world.refused(BOB, new Freeze(), Rule.NOT_FREEZABLE);
    world.now = freezeAt;
    world.ok(BOB, new Freeze());
    assertThat(mode()).isEqualTo(Mode.FREEZING);
    world.refused(BOB, new Freeze(), Rule.MODE);
  }

  @Test
  void aChainThatServesEverybodyIsNotFrozen() {
    world.refused(BOB, new Freeze(), Rule.NOT_FREEZABLE);
    world.forceExit(ALICE);
    world.commit(world.draft());
    world.now = 1_000;
    world.refused(BOB, new Freeze(), Rule.NOT_FREEZABLE);
  }

  @Test
  void aRewindGivesNoTimeBack() {
    world.forceExit(ALICE);
    BatchDraft wrong = world.draft().fraudulent();
    world.commit(wrong);
    world.now = 21;
    world.refused(BOB, new Freeze(), Rule.NOT_FREEZABLE);
    world.ok(BOB, wrong.challenge(0));
    world.refused(World.OPERATOR, world.draft().call(), Rule.FREEZE_DUE);
    world.ok(BOB, new Freeze());
  }

  @Test
  void twoFraudsOfTheOperatorWithinTheWindowAllowAFreeze() {
    fraud();
    world.refused(BOB, new Freeze(), Rule.NOT_FREEZABLE);
    world.now = 101;
    fraud();
    world.now = 500;
    world.ok(BOB, new Freeze());
  }

  @Test
  void fraudsFarApartDoNot() {
    fraud();
    world.now = 102;
    fraud();
    world.refused(BOB, new Freeze(), Rule.NOT_FREEZABLE);
    world.now = 202;
    fraud();
    world.ok(BOB, new Freeze());
  }

  @Test
  void fraudsOfOutsidersDoNot() {
    fraud();
    for (int i = 0; i < 3; i++) {
      BatchDraft draft = world.draft().fraudulent();
      draft.epoch++;
      world.commit(OUTSIDER, draft);
      world.ok(BOB, draft.challenge(0));
    }
    world.refused(BOB, new Freeze(), Rule.NOT_FREEZABLE);
  }

  @Test
  void batchesUnderWayFinishBeforeTheSeal() {
    world.deposit(ALICE, GOLD, 5);
    world.now = 15;
    BatchDraft last = world.draft();
    world.deposit(ALICE, GOLD, 6);
    world.commit(last);
    world.now = 20;
    BatchDraft wrong = world.draft().consumeTo(1).fraudulent();
    world.commit(wrong);
    world.now = 36;
    world.refused(BOB, new Seal(), Rule.MODE);
    world.ok(BOB, new Freeze());
    world.refused(BOB, new Seal(), Rule.BATCHES_PENDING);
    world.ok(BOB, new SettlementCall.FinalizeThrough(1));
    world.refused(BOB, new Seal(), Rule.BATCHES_PENDING);
    world.ok(BOB, wrong.challenge(0));
    world.ok(BOB, new Seal());
    assertThat(mode()).isEqualTo(Mode.FROZEN);
    assertThat(world.view().snapshot()).contains(last.postRoot());
    world.refused(BOB, new Seal(), Rule.MODE);
  }

  @Test
  void aChainWithNoFinalBatchSealsItsGenesis() {
    world.freezeAndSeal();
    assertThat(world.view().snapshot())
        .contains(World.GENESIS.hash(World.SUITE, World.DOMAIN_HASH));
  }

  @Test
  void refundsAreOfWhatNoFinalBatchConsumedAndOnlyOnceFrozen() {
    Bytes32 item = Bytes32.repeat((byte) 1);
    world.bank.setOwner(RELIC, item, ALICE);
    world.deposit(ALICE, GOLD, 5);
    world.commit(world.draft());
    world.finalizeAll();
    world.ok(BOB, new SettlementCall.Deposit(GOLD, Bytes32.ZERO, 6, ALICE, ANY_FEE));
    world.ok(ALICE, new SettlementCall.Deposit(RELIC, item, 1, BOB, ANY_FEE));
    world.refused(BOB, new Refund(1), Rule.MODE);
    world.freezeAndSeal();
    world.refused(BOB, new Refund(0), Rule.ENTRY);
    world.refused(BOB, new Refund(4), Rule.ENTRY);
    world.ok(ALICE, new Refund(1));
    world.ok(ALICE, new Refund(2));
    world.refused(ALICE, new Refund(1), Rule.SPENT);
    assertThat(world.view().credit(BOB, GOLD)).as("who deposited").isEqualTo(6);
    assertThat(world.view().creditedItem(RELIC, item)).contains(ALICE);
    assertThat(world.view().books(GOLD)).isEqualTo(new SettlementView.AssetBooks(11, 6, 0, 0));
    world.ok(ALICE, new SettlementCall.Withdraw(ALICE, RELIC, item, ALICE));
    assertThat(world.bank.owner(RELIC, item)).contains(ALICE);
  }

  @Test
  void aFrozenChainStaysFrozen() {
    world.deposit(ALICE, GOLD, 5);
    world.freezeAndSeal();
    world.refused(BOB, new Freeze(), Rule.MODE);
    world.refused(World.OPERATOR, world.draft().call(), Rule.MODE);
    world.refused(BOB, new SettlementCall.FinalizeThrough(1), Rule.BATCH_NUMBER);
    SettlementStatus status = world.view().status(world.now + 1_000_000);
    assertThat(status.mode()).isEqualTo(Mode.FROZEN);
  }
}
