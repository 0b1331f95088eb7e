package io.frond.exits.settlement;

import static io.frond.exits.settlement.World.ALICE;
import static io.frond.exits.settlement.World.ANY_FEE;
import static io.frond.exits.settlement.World.BOB;
import static io.frond.exits.settlement.World.BORN;
import static io.frond.exits.settlement.World.CUSTODIAN;
import static io.frond.exits.settlement.World.GOLD;
import static io.frond.exits.settlement.World.RELIC;
import static io.frond.exits.settlement.World.SILVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.chain.AssetQuanta;
import io.frond.core.outbox.Withdrawal;
import io.frond.core.outbox.WithdrawalProof;
import io.frond.core.parent.SettlementStatus;
import io.frond.exits.settlement.SettlementCall.ClaimWithdrawals;
import io.frond.exits.settlement.SettlementCall.Deposit;
import io.frond.exits.settlement.SettlementCall.Withdraw;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.vm.AssetId;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class ClaimTest {
  private static final Bytes32 ITEM = Bytes32.repeat((byte) 1);
  private final World world = new World();

  private static ClaimWithdrawals claim(BatchDraft draft, int index) {
    return new ClaimWithdrawals(List.of(draft.tree().proof(index)));
  }

  private static Withdrawal item(AssetId collection) {
    return new Withdrawal(ALICE, collection, 1, ITEM);
  }

  private BatchDraft finalBatch(Withdrawal... withdrawals) {
    BatchDraft draft = world.draft();
    for (Withdrawal withdrawal : withdrawals) {
      draft.withdraw(withdrawal);
    }
    world.commit(draft);
    world.finalizeAll();
    return draft;
  }

  @Test
  void onlyFinalBatchesPay() {
    world.deposit(ALICE, GOLD, 5);
    BatchDraft draft = world.draft().withdraw(Withdrawal.of(ALICE, GOLD, 5));
    world.refused(BOB, claim(draft, 0), Rule.NOT_FINAL);
    world.commit(draft);
    world.refused(BOB, claim(draft, 0), Rule.NOT_FINAL);
    world.finalizeAll();
    world.ok(BOB, claim(draft, 0));
  }

  @Test
  void aProofIsOfItsBatchAndIndex() {
    world.deposit(ALICE, GOLD, 50);
    BatchDraft first = finalBatch(Withdrawal.of(ALICE, GOLD, 5), Withdrawal.of(ALICE, GOLD, 6));
    finalBatch(Withdrawal.of(ALICE, GOLD, 5), Withdrawal.of(ALICE, GOLD, 6));
    WithdrawalProof proof = first.tree().proof(0);
    for (WithdrawalProof wrong :
        List.of(
            new WithdrawalProof(2, 0, proof.withdrawal(), proof.path()),
            new WithdrawalProof(1, 1, proof.withdrawal(), proof.path()),
            new WithdrawalProof(1, 2, proof.withdrawal(), proof.path()),
            new WithdrawalProof(1, 0, Withdrawal.of(BOB, GOLD, 5), proof.path()),
            new WithdrawalProof(1, 0, Withdrawal.of(ALICE, GOLD, 6), proof.path()),
            new WithdrawalProof(1, 0, proof.withdrawal(), Bytes32.ZERO))) {
      world.refused(BOB, new ClaimWithdrawals(List.of(wrong)), Rule.PROOF);
    }
    world.refused(
        BOB,
        new ClaimWithdrawals(List.of(new WithdrawalProof(0, 0, proof.withdrawal(), proof.path()))),
        Rule.NOT_FINAL);
  }

  @Test
  void aBatchPaysNoMoreThanItSaid() {
    world.deposit(ALICE, GOLD, 1_000);
    BatchDraft draft = world.draft();
    draft.withdraw(Withdrawal.of(ALICE, GOLD, 5)).withdraw(Withdrawal.of(ALICE, GOLD, 6));
    draft.totals = AssetQuanta.of(0, 10);
    world.commit(draft);
    world.finalizeAll();
    world.ok(BOB, claim(draft, 0));
    world.refused(BOB, claim(draft, 1), Rule.BATCH_TOTAL);
    assertThat(world.view().books(GOLD).openWithdrawals()).isEqualTo(5);
  }

  @Test
  void aListIsPaidButForWhatIsPaidAlready() {
    world.deposit(ALICE, GOLD, 50);
    BatchDraft draft = finalBatch(Withdrawal.of(ALICE, GOLD, 5), Withdrawal.of(BOB, GOLD, 6));
    WithdrawalProof first = draft.tree().proof(0);
    WithdrawalProof second = draft.tree().proof(1);
    world.ok(BOB, claim(draft, 0));
    assertThat(world.ok(BOB, new ClaimWithdrawals(List.of(first, second, second)))).hasSize(1);
    assertThat(world.view().credit(ALICE, GOLD)).isEqualTo(5);
    assertThat(world.view().credit(BOB, GOLD)).isEqualTo(6);
    world.refused(BOB, new ClaimWithdrawals(List.of(first, second)), Rule.SPENT);
    assertThat(world.view().isClaimed(1, 0)).isTrue();
    assertThat(world.view().isClaimed(2, 0)).isFalse();
  }

  @Test
  void anItemComesBackOnce() {
    world.bank.setOwner(RELIC, ITEM, ALICE);
    world.ok(ALICE, new Deposit(RELIC, ITEM, 1, ALICE, ANY_FEE));
    BatchDraft draft = finalBatch(item(RELIC), item(RELIC));
    world.ok(BOB, claim(draft, 0));
    world.refused(BOB, claim(draft, 1), Rule.ITEM);
    assertThat(world.view().creditedItem(RELIC, ITEM)).contains(ALICE);
    world.refused(BOB, new Withdraw(BOB, RELIC, ITEM, BOB), Rule.CREDIT);
    world.refused(ALICE, new Withdraw(ALICE, RELIC, ITEM, CUSTODIAN), Rule.TRANSFER);
    world.ok(ALICE, new Withdraw(ALICE, RELIC, ITEM, BOB));
    world.refused(ALICE, new Withdraw(ALICE, RELIC, ITEM, BOB), Rule.CREDIT);
    assertThat(world.bank.owner(RELIC, ITEM)).contains(BOB);
    world.ok(BOB, new Deposit(RELIC, ITEM, 1, ALICE, ANY_FEE));
  }

  @Test
  void anItemWhoseDepositIsNotFinalIsNobodysYet() {
    BatchDraft draft = finalBatch(item(RELIC));
    world.refused(BOB, claim(draft, 0), Rule.ITEM);
    world.bank.setOwner(RELIC, ITEM, BOB);
    world.ok(BOB, new Deposit(RELIC, ITEM, 1, BOB, ANY_FEE));
    world.refused(BOB, claim(draft, 0), Rule.ITEM);
  }

  @Test
  void anItemBornOnTheChainIsMadeOnce() {
    BatchDraft draft = finalBatch(item(BORN), item(BORN));
    world.ok(BOB, claim(draft, 0));
    world.refused(ALICE, new Withdraw(ALICE, BORN, ITEM, CUSTODIAN), Rule.TRANSFER);
    world.ok(ALICE, new Withdraw(ALICE, BORN, ITEM, BOB));
    assertThat(world.bank.owner(BORN, ITEM)).contains(BOB);
    world.refused(BOB, claim(draft, 1), Rule.ITEM);
    world.ok(BOB, new Deposit(BORN, ITEM, 1, ALICE, ANY_FEE));
    world.refused(BOB, claim(draft, 1), Rule.ITEM);
    BatchDraft next = finalBatch(item(BORN));
    world.ok(BOB, claim(next, 0));
    world.ok(ALICE, new Withdraw(ALICE, BORN, ITEM, ALICE));
    assertThat(world.bank.owner(BORN, ITEM)).contains(ALICE);
  }

  @Test
  void aWithdrawalOfTheWrongKindIsRefused() {
    world.deposit(ALICE, GOLD, 50);
    BatchDraft draft =
        finalBatch(
            new Withdrawal(ALICE, GOLD, 1, ITEM),
            Withdrawal.of(ALICE, RELIC, 2),
            Withdrawal.of(ALICE, AssetId.named("LEAD"), 1));
    world.refused(BOB, claim(draft, 0), Rule.ASSET);
    world.refused(BOB, claim(draft, 1), Rule.ASSET);
    world.refused(BOB, claim(draft, 2), Rule.ASSET);
  }

  @Test
  void aRecipientChoosesWhereValueGoes() {
    world.deposit(ALICE, SILVER, 50);
    world.ok(BOB, claim(finalBatch(Withdrawal.of(ALICE, SILVER, 5)), 0));
    world.ok(ALICE, new SettlementCall.SetRecipient(BOB));
    world.refused(ALICE, new Withdraw(ALICE, SILVER, ITEM, BOB), Rule.ASSET);
    world.ok(BOB, new Withdraw(ALICE, SILVER, Bytes32.ZERO, BOB));
    assertThat(world.bank.balance(BOB, SILVER)).isEqualTo(BigInteger.valueOf(1_000_050));
  }

  @Test
  void claimsAndWithdrawalsAreOpenInEveryMode() {
    world.deposit(ALICE, GOLD, 50);
    BatchDraft draft = finalBatch(Withdrawal.of(ALICE, GOLD, 5), Withdrawal.of(ALICE, GOLD, 6));
    world.forceExit(ALICE);
    world.now = 100;
    world.ok(BOB, new SettlementCall.Freeze());
    world.ok(BOB, claim(draft, 0));
    world.ok(ALICE, new Withdraw(ALICE, GOLD, Bytes32.ZERO, ALICE));
    world.ok(BOB, new SettlementCall.Seal());
    assertThat(world.view().status(100).mode()).isEqualTo(SettlementStatus.Mode.FROZEN);
    world.ok(BOB, claim(draft, 1));
    world.ok(ALICE, new Withdraw(ALICE, GOLD, Bytes32.ZERO, ALICE));
    assertThat(world.bank.balance(CUSTODIAN, GOLD)).isEqualTo(BigInteger.valueOf(39));
    assertThat(Optional.of(world.view().books(GOLD).custody())).contains(39L);
  }
}
