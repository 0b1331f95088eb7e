package io.frond.exits.settlement;

import static io.frond.exits.settlement.World.ALICE;
import static io.frond.exits.settlement.World.BOB;
import static io.frond.exits.settlement.World.GOLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.outbox.Withdrawal;
import io.frond.core.parent.SettlementStatus;
import io.frond.exits.settlement.SettlementCall.ClaimWithdrawals;
import io.frond.exits.settlement.SettlementCall.Withdraw;
import io.frond.exits.settlement.SettlementError.Rule;
import java.math.BigInteger;
import java.util.List;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class LeavingTest {
  private final World world = new World();

  @Test
  void whatWasDepositedComesBackByAWithdrawal() {
    world.deposit(ALICE, GOLD, 500);
    BatchDraft draft = world.draft().withdraw(Withdrawal.of(ALICE, GOLD, 300));
    world.commit(draft);
    world.finalizeAll();
    assertThat(world.view().books(GOLD)).isEqualTo(new SettlementView.AssetBooks(500, 0, 300, 0));
    ClaimWithdrawals claim = new ClaimWithdrawals(List.of(draft.tree().proof(0)));
    world.ok(BOB, claim);
    assertThat(world.view().credit(ALICE, GOLD)).isEqualTo(300);
    world.refused(BOB, claim, Rule.SPENT);
    world.refused(BOB, new Withdraw(ALICE, GOLD, Bytes32.ZERO, BOB), Rule.AUTHORISATION);
    world.ok(ALICE, new Withdraw(ALICE, GOLD, Bytes32.ZERO, BOB));
    world.refused(ALICE, new Withdraw(ALICE, GOLD, Bytes32.ZERO, BOB), Rule.CREDIT);
    assertThat(world.bank.balance(BOB, GOLD)).isEqualTo(BigInteger.valueOf(1_000_300));
    assertThat(world.view().books(GOLD)).isEqualTo(new SettlementView.AssetBooks(200, 0, 0, 0));
  }

  @Test
  void aChainThatNobodyServesIsFrozenAndPaysDepositsBack() {
    world.deposit(ALICE, GOLD, 500);
    world.freezeAndSeal();
    assertThat(world.view().status(world.now).mode()).isEqualTo(SettlementStatus.Mode.FROZEN);
    world.ok(BOB, new SettlementCall.Refund(0));
    assertThat(world.view().credit(ALICE, GOLD)).isEqualTo(500);
    assertThat(world.view().funds(ALICE)).isEqualTo(World.BASE_FEE);
    world.refused(BOB, new SettlementCall.Refund(0), Rule.SPENT);
  }

  @Test
  void aProvenFraudIsTakenBackAndItsBondSplit() {
    world.deposit(ALICE, GOLD, 500);
    BatchDraft draft = world.draft().fraudulent();
    world.commit(draft);
    world.ok(BOB, draft.challenge(0));
    SettlementStatus status = world.view().status(world.now);
    assertThat(status.batches().lastCommitted()).isZero();
    assertThat(status.inbox()).isEqualTo(new SettlementStatus.Inbox(1, 0, 0));
    assertThat(status.epoch()).isEqualTo(1);
    assertThat(world.view().isProposerOpen()).isTrue();
    assertThat(world.view().funds(BOB)).isEqualTo(World.BOND / 2);
    assertThat(world.view().burned()).isEqualTo(World.BOND - World.BOND / 2);
  }
}
