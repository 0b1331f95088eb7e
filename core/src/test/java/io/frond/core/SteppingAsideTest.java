package io.frond.core;

import static io.frond.core.ChainWorld.ALICE;
import static io.frond.core.ChainWorld.BOB;
import static io.frond.core.ChainWorld.included;
import static io.frond.core.ChainWorld.submit;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.admission.Submission;
import io.frond.core.admission.TransactionResult;
import io.frond.core.ordering.Receipt;
import io.frond.core.parent.SettlementStatus.Mode;
import io.frond.core.settling.ChainEvent;
import io.frond.core.state.StateStore;
import io.frond.core.tx.RefusalCode;
import java.util.concurrent.CompletableFuture;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

/** What a chain does when its parent does not do as expected. */
class SteppingAsideTest {
  private static final ChainOptions EVERY_BLOCK_A_BATCH =
      new ChainOptions(
          new ChainOptions.Pace(10, 4, 1, 0, 5),
          new ChainOptions.ParentTerms(0, 16, 1_000, 100, 50),
          1_000);

  private final ChainWorld world = new ChainWorld(7).options(EVERY_BLOCK_A_BATCH);

  private CompletableFuture<TransactionResult> add(AppChain chain, int sequence) {
    CompletableFuture<TransactionResult> result =
        submit(chain, ChainWorld.add(ALICE, sequence, 1L << sequence));
    world.run(chain, 1);
    return result;
  }

  private void checkReplaysFromZero(AppChain chain) {
    Bytes32 root = chain.stateRoot();
    chain.close();
    world.environment().disk().kill();
    AppChain again = world.open();
    assertThat(again.stateRoot()).as("reopened").isEqualTo(root);
    again.close();
    world.environment().disk().kill();
    AppChain replayed = world.builder().states(StateStore.inMemory()).open();
    assertThat(replayed.stateRoot()).as("replayed from zero").isEqualTo(root);
    replayed.close();
  }

  @Test
  void afterAProvenFraudTheChainGoesBackAndTheTransactionsComeAgainInTheNextEpoch() {
    AppChain chain = world.open();
    for (int i = 0; i < 8; i++) {
      assertThat(add(chain, i)).isDone();
    }
    assertThat(world.parent().committedCount()).isEqualTo(8);
    world.parent().rewindTo(2);
    world.run(chain, 3);
    assertThat(world.events()).contains(new ChainEvent.Rewound(2, 2, 6));
    assertThat(ChainWorld.sum(chain)).isEqualTo(255);
    assertThat(included(add(chain, 8)).receipt().receipt().epoch()).isEqualTo(1);
    world.run(chain, 10);
    assertThat(world.parent().settlement().batches().lastCommitted())
        .isEqualTo(chain.blockNumber());
    checkReplaysFromZero(chain);
  }

  @Test
  void aReorganisationThatTakesACommitBackIsAnsweredByTheSameCommit() {
    AppChain chain = world.open();
    for (int i = 0; i < 4; i++) {
      assertThat(add(chain, i)).isDone();
    }
    world.parent().dropCommitsAfter(1);
    world.run(chain, 5);
    assertThat(world.parent().committedCount()).isEqualTo(4);
    assertThat(world.parent().everCommitted()).hasSize(7);
    assertThat(world.parent().everCommitted().subList(4, 7))
        .isEqualTo(world.parent().everCommitted().subList(1, 4));
    assertThat(world.events()).noneMatch(event -> event instanceof ChainEvent.Rewound);
    chain.close();
  }

  @Test
  void aCommitWithoutAnAnswerIsNotSentTwice() {
    AppChain chain = world.open();
    world.parent().answerUnknown(3);
    for (int i = 0; i < 4; i++) {
      assertThat(add(chain, i)).isDone();
    }
    world.run(chain, 5);
    assertThat(world.parent().everCommitted()).hasSize(4);
    assertThat(world.events())
        .filteredOn(event -> event instanceof ChainEvent.NotCommitted)
        .allMatch(event -> ((ChainEvent.NotCommitted) event).code().equals("UNKNOWN"))
        .hasSize(3);
    chain.close();
  }

  @Test
  void whatIsNotYetCommittedIsSealedAnewForAnotherEpoch() {
    AppChain chain = world.open();
    assertThat(add(chain, 0)).isDone();
    world.parent().setDown(true);
    assertThat(add(chain, 1)).isDone();
    assertThat(add(chain, 2)).isDone();
    world.parent().setDown(false);
    world.parent().raiseEpoch();
    world.run(chain, 3);
    assertThat(world.parent().committedCount()).isEqualTo(3);
    assertThat(world.parent().everCommitted().get(2).header().position().epoch()).isEqualTo(1);
    assertThat(world.events())
        .noneMatch(event -> event instanceof ChainEvent.Rewound)
        .contains(new ChainEvent.ParentReachable(false), new ChainEvent.ParentReachable(true));
    checkReplaysFromZero(chain);
  }

  @Test
  void whileTheParentCannotBeAskedPromisesGoOn() {
    AppChain chain = world.open();
    assertThat(add(chain, 0)).isDone();
    world.parent().setDown(true);
    assertThat(included(add(chain, 1)).receipt().receipt().place())
        .isEqualTo(new Receipt.Place(2, 0));
    chain.close();
  }

  @Test
  void aFrozenChainStopsSaysSoAndEvictsWhatWaits() {
    AppChain chain = world.open();
    assertThat(add(chain, 0)).isDone();
    CompletableFuture<TransactionResult> early = submit(chain, ChainWorld.add(ALICE, 5, 1));
    world.run(chain, 1);
    world.parent().setMode(Mode.FREEZING);
    world.run(chain, 2);
    assertThat(world.events()).contains(new ChainEvent.Stopped(Mode.FREEZING));
    assertThat(((TransactionResult.Refused) early.join()).refusal().code())
        .isEqualTo(RefusalCode.EVICTED);
    Submission late = chain.submit(ChainWorld.add(ALICE, 1, 1));
    assertThat(((Submission.Refused) late).refusal().code()).isEqualTo(RefusalCode.OVERLOADED);
    assertThat(chain.blockNumber()).isEqualTo(1);
    chain.close();
  }

  @Test
  void anOperatorCanLeaveAnEntryOutAndNoneAfterItIsTaken() {
    world.inbox(entry -> entry.index() != 1);
    AppChain chain = world.open();
    for (int i = 0; i < 3; i++) {
      world.deposit(BOB.address(), 10);
    }
    world.run(chain, 10);
    assertThat(world.parent().settlement().inbox().committedTo()).isEqualTo(1);
    chain.close();
  }

  @Test
  void aBatchThatOutlivedItsParentReferenceIsMadeAgain() {
    AppChain chain = world.open();
    assertThat(add(chain, 0)).isDone();
    world.parent().setDown(true);
    assertThat(add(chain, 1)).isDone();
    for (int i = 0; i < 150; i++) {
      world.parent().mine(world.environment().clock().nowMs());
    }
    world.parent().setDown(false);
    world.run(chain, 4);
    assertThat(world.events()).contains(new ChainEvent.Rewound(1, 1, 1));
    assertThat(world.parent().committedCount()).isEqualTo(2);
    assertThat(ChainWorld.sum(chain)).isEqualTo(3);
    checkReplaysFromZero(chain);
  }

  @Test
  void aNewLogTakesOverWhatTheParentHasAndPromisesNothingInThatEpoch() {
    AppChain lost = world.open();
    for (int i = 0; i < 3; i++) {
      world.deposit(BOB.address(), 10);
      assertThat(add(lost, i)).isDone();
    }
    world.run(lost, 3);
    final Bytes32 root = lost.stateRoot();
    lost.close();
    ChainWorld fresh = new ChainWorld(8).options(EVERY_BLOCK_A_BATCH).on(world.parent());
    fresh.environment().clock().set(world.environment().clock().nowMs());
    AppChain chain = fresh.open();
    fresh.run(chain, 2);
    assertThat(chain.stateRoot()).isEqualTo(root);
    assertThat(fresh.events()).contains(new ChainEvent.TakenOver(1), new ChainEvent.Silent(0));
    CompletableFuture<TransactionResult> waiting = submit(chain, ChainWorld.add(ALICE, 3, 8));
    fresh.deposit(BOB.address(), 10);
    fresh.run(chain, 4);
    assertThat(waiting).isNotDone();
    assertThat(fresh.parent().settlement().inbox().committedTo()).isEqualTo(4);
    fresh.parent().raiseEpoch();
    fresh.run(chain, 3);
    assertThat(included(waiting).receipt().receipt().epoch()).isEqualTo(1);
    assertThat(included(waiting).receipt().receipt().sequence()).isZero();
    chain.close();
  }

  @Test
  void aBatchOfSomebodyElseTakesTheNumberAndOursComeAfterIt() {
    AppChain chain = world.open();
    assertThat(add(chain, 0)).isDone();
    world.run(chain, 1);
    ChainWorld other =
        new ChainWorld(9)
            .options(EVERY_BLOCK_A_BATCH)
            .on(world.parent())
            .operator(ChainWorld.key(9));
    other.environment().clock().set(world.environment().clock().nowMs());
    AppChain outsider = other.open();
    other.run(outsider, 2);
    world.parent().raiseEpoch();
    world.parent().proposeAs(ChainWorld.key(9).address());
    assertThat(submit(outsider, ChainWorld.add(BOB, 0, 1_000))).isNotDone();
    other.run(outsider, 3);
    assertThat(world.parent().committedCount()).isEqualTo(2);
    outsider.close();
    world.parent().proposeAs(ChainWorld.OPERATOR.address());
    world.environment().clock().set(other.environment().clock().nowMs());
    CompletableFuture<TransactionResult> mine = add(chain, 1);
    world.run(chain, 3);
    assertThat(world.events()).contains(new ChainEvent.TakenOver(2));
    assertThat(ChainWorld.sum(chain)).isEqualTo(1_003);
    assertThat(included(mine).receipt().receipt().epoch()).isEqualTo(1);
    assertThat(world.parent().committedCount()).isEqualTo(3);
    checkReplaysFromZero(chain);
  }

  @Test
  void nothingIsBuiltOnAWrongBatchOfSomebodyElse() {
    AppChain chain = world.open();
    assertThat(add(chain, 0)).isDone();
    world.run(chain, 1);
    world.parent().forge();
    CompletableFuture<TransactionResult> waiting = add(chain, 1);
    world.run(chain, 3);
    assertThat(waiting).isNotDone();
    assertThat(world.events())
        .filteredOn(event -> event instanceof ChainEvent.Disputable)
        .hasSize(1);
    world.parent().rewindTo(1);
    world.run(chain, 3);
    assertThat(waiting).isDone();
    assertThat(world.parent().committedCount()).isEqualTo(2);
    checkReplaysFromZero(chain);
  }
}
