package io.frond.exits.settlement;

import static io.frond.exits.settlement.World.ALICE;
import static io.frond.exits.settlement.World.BOB;
import static io.frond.exits.settlement.World.GOLD;
import static io.frond.exits.settlement.World.OPERATOR;
import static io.frond.exits.settlement.World.SILVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.outbox.Withdrawal;
import io.frond.core.parent.SettlementStatus;
import io.frond.exits.settlement.SettlementCall.FinalizeThrough;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.exits.settlement.SettlementEvent.Cause;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class FinalityTest {
  private final World world = new World();

  private SettlementStatus.Batches batches() {
    return world.view().status(world.now).batches();
  }

  @Test
  void aBatchIsFinalOnceItsWindowIsOver() {
    world.commit(world.draft());
    world.now = 1 + 9;
    world.refused(BOB, new FinalizeThrough(1), Rule.NOT_READY);
    world.now = 1 + 10;
    world.ok(BOB, new FinalizeThrough(1));
    world.refused(BOB, new FinalizeThrough(1), Rule.BATCH_NUMBER);
    world.refused(BOB, new FinalizeThrough(2), Rule.BATCH_NUMBER);
    world.refused(BOB, new FinalizeThrough(0), Rule.BATCH_NUMBER);
  }

  @Test
  void oneCallTakesSeveralAndStopsAtTheFirstThatIsNotReady() {
    world.commit(world.draft());
    world.commit(world.draft());
    world.now = 4;
    world.commit(world.draft());
    world.now = 11;
    world.ok(BOB, new FinalizeThrough(3));
    assertThat(batches().lastFinal()).isEqualTo(2);
    world.refused(BOB, new FinalizeThrough(3), Rule.NOT_READY);
  }

  @Test
  void aBatchTakesOutAllThatIsFreeAndNotOneQuantumMore() {
    world.deposit(ALICE, GOLD, 500);
    world.commit(world.draft().withdraw(Withdrawal.of(ALICE, GOLD, 500)));
    world.finalizeAll();
    assertThat(world.view().books(GOLD).openWithdrawals()).isEqualTo(500);

    World other = new World();
    other.deposit(ALICE, GOLD, 500);
    Bytes32 hash = other.commit(other.draft().withdraw(Withdrawal.of(ALICE, GOLD, 501)));
    other.now = 11;
    assertThat(other.ok(BOB, new FinalizeThrough(1)))
        .containsExactly(new SettlementEvent.Rewound(1, hash, 1, Cause.CUSTODY_CAP, BOB));
    assertThat(other.view().burned()).as("the whole bond").isEqualTo(World.BOND);
    assertThat(other.view().status(11).inbox()).isEqualTo(new SettlementStatus.Inbox(1, 0, 0));
    assertThat(other.view().books(GOLD)).isEqualTo(new SettlementView.AssetBooks(500, 0, 0, 500));
  }

  @Test
  void oneAssetTooMuchKeepsNothingOfTheBatch() {
    world.deposit(ALICE, GOLD, 500);
    world.deposit(ALICE, SILVER, 500);
    world.commit(
        world
            .draft()
            .withdraw(Withdrawal.of(ALICE, GOLD, 400))
            .withdraw(Withdrawal.of(ALICE, SILVER, 501)));
    world.now = 11;
    world.ok(BOB, new FinalizeThrough(1));
    assertThat(batches().lastCommitted()).isZero();
    assertThat(world.view().books(GOLD)).isEqualTo(new SettlementView.AssetBooks(500, 0, 0, 500));
  }

  @Test
  void depositsThatNoFinalBatchConsumedCoverNothing() {
    world.deposit(ALICE, GOLD, 500);
    BatchDraft first = world.draft();
    world.deposit(BOB, GOLD, 70);
    world.commit(first.withdraw(Withdrawal.of(ALICE, GOLD, 501)));
    world.now = 5;
    world.commit(world.draft());
    world.now = 11;
    world.ok(BOB, new FinalizeThrough(1));
    assertThat(batches().lastCommitted()).as("the second went with it").isZero();
  }

  @Test
  void pendingDepositsAreCountedToTheQuantumWithoutWalkingEntries() {
    for (int i = 1; i <= 40; i++) {
      world.deposit(ALICE, i % 3 == 0 ? SILVER : GOLD, i);
    }
    long[] consumed = {16, 32, 40};
    for (long to : consumed) {
      world.commit(world.draft().consumeTo(to));
    }
    world.now = 11;
    for (int batch = 1; batch <= 3; batch++) {
      world.ok(BOB, new FinalizeThrough(batch));
      long gold = 0;
      long silver = 0;
      for (long i = consumed[batch - 1] + 1; i <= 40; i++) {
        gold += i % 3 == 0 ? 0 : i;
        silver += i % 3 == 0 ? i : 0;
      }
      assertThat(world.view().books(GOLD).pendingDeposits()).isEqualTo(gold);
      assertThat(world.view().books(SILVER).pendingDeposits()).isEqualTo(silver);
    }
  }

  @Test
  void finalisingCostsTheSameHoweverManyEntriesItConsumes() {
    assertThat(changesOfFinality(16)).isEqualTo(changesOfFinality(1));
  }

  private static int changesOfFinality(int entries) {
    World world = new World();
    for (int i = 0; i < entries; i++) {
      world.deposit(ALICE, GOLD, 5);
    }
    world.commit(world.draft());
    world.now = 11;
    int before = world.store.mark();
    world.ok(BOB, new FinalizeThrough(1));
    return world.store.mark() - before;
  }

  @Test
  void theProposerEarnsTheBaseAndTheRestOfTheFeesIsBurned() {
    for (int i = 0; i < 257; i++) {
      world.ok(BOB, new SettlementCall.SendMessage(Bytes.of(1), World.ANY_FEE));
    }
    while (world.view().status(world.now).inbox().committedTo() < 257) {
      world.commit(world.draft());
    }
    world.finalizeAll();
    assertThat(world.view().funds(OPERATOR)).isEqualTo(100_000 + 257 * World.BASE_FEE);
    assertThat(world.view().burned()).as("of the last, at twice the base").isEqualTo(2);
  }

  @Test
  void eventsTellWhatHappened() {
    Bytes32 hash = world.commit(world.draft());
    world.now = 11;
    assertThat(world.ok(BOB, new FinalizeThrough(1)))
        .isEqualTo(
            List.of(
                new SettlementEvent.FundsMoved(OPERATOR, World.BOND),
                new SettlementEvent.Finalized(1, hash)));
  }
}
