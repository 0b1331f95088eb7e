package io.frond.exits.watch;

import static io.frond.exits.watch.WatchedChain.ALICE;
import static io.frond.exits.watch.WatchedChain.BOB;
import static io.frond.exits.watch.WatchedChain.CHALLENGER;
import static io.frond.exits.watch.WatchedChain.GOLD;
import static io.frond.exits.watch.WatchedChain.OPERATOR;
import static io.frond.exits.watch.WatchedChain.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.batch.Batch;
import io.frond.core.inbox.ExitSelector;
import io.frond.core.parent.ParentAnswer;
import io.frond.core.parent.SettlementStatus;
import io.frond.core.parent.SettlementStatus.Mode;
import io.frond.exits.settlement.SettlementCall;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.exits.settlement.SettlementParams;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class WatchtowerTest {
  private final WatchedChain chain = new WatchedChain();
  private final ChainFollower follower = chain.follower();
  private final Watchtower tower =
      new Watchtower(
          follower,
          chain.parent,
          chain.parent.caller(CHALLENGER),
          SettlementParams.IN_PROCESS.deadlines());

  private List<SettlementCall> done() {
    Watchtower.Round round = tower.step();
    assertThat(round.sent())
        .allSatisfy(sent -> assertThat(sent.answer()).isInstanceOf(ParentAnswer.Included.class));
    return round.sent().stream().map(Watchtower.Sent::call).toList();
  }

  private Batch round() {
    chain.deposit(ALICE, GOLD, 10);
    chain.mine(1);
    chain.block(chain.signed(BOB, new Bazaar.Visit(false)));
    return chain.batch();
  }

  private SettlementStatus status() {
    return chain.parent.settlement();
  }

  @Test
  void rightBatchesBecomeFinalAsSoonAsTheirWindowIsOver() {
    round();
    chain.commit();
    assertThat(done()).isEmpty();
    round();
    chain.commit();
    long committed = chain.parent.batch(1).orElseThrow().committedAt();
    chain.mine((int) (committed + WINDOW - 2 - chain.parent.head().height()));
    assertThat(done()).isEmpty();
    chain.mine(1);
    assertThat(done()).containsExactly(new SettlementCall.FinalizeThrough(1));
    assertThat(done()).isEmpty();
    chain.mine(5);
    assertThat(done()).containsExactly(new SettlementCall.FinalizeThrough(2));
    assertThat(status().batches().lastFinal()).isEqualTo(2);
  }

  @Test
  void aWrongBatchIsRewoundAndItsProposerPays() {
    long before = chain.parent.view().funds(CHALLENGER);
    round();
    chain.commit();
    Batch forged = Forgery.withPostRoot(round(), 0, Bytes32.repeat((byte) 9));
    chain.commit(forged);
    Watchtower.Round round = tower.step();
    assertThat(round.finding()).isInstanceOf(Finding.Fraud.class);
    assertThat(round.sent()).hasSize(1);
    assertThat(status().batches().lastCommitted()).isEqualTo(1);
    assertThat(status().epoch()).isEqualTo(1);
    assertThat(chain.parent.view().funds(CHALLENGER)).isEqualTo(before + 50);
    assertThat(done()).isEmpty();
    assertThat(follower.number()).isEqualTo(1);
  }

  @Test
  void nothingIsSentTwiceAtTheSameParentBlock() {
    Batch forged = Forgery.withPostRoot(round(), 0, Bytes32.repeat((byte) 9));
    chain.commit(forged);
    Watchtower deaf =
        new Watchtower(
            chain.follower(),
            chain.parent,
            call -> new ParentAnswer.Unknown("lost"),
            SettlementParams.IN_PROCESS.deadlines());
    assertThat(deaf.step().sent()).hasSize(1);
    assertThat(deaf.step().sent()).isEmpty();
    chain.mine(1);
    assertThat(deaf.step().sent()).hasSize(1);
  }

  @Test
  void nothingThatWasNotFollowedIsMadeFinal() {
    chain.commit(Forgery.withPostRoot(round(), 0, Bytes32.repeat((byte) 9)));
    chain.mine((int) WINDOW);
    Watchtower mute =
        new Watchtower(
            chain.follower(),
            chain.parent,
            call -> new ParentAnswer.Unknown("lost"),
            SettlementParams.IN_PROCESS.deadlines());
    assertThat(mute.step().sent())
        .extracting(Watchtower.Sent::call)
        .hasOnlyElementsOfType(SettlementCall.Challenge.class);
  }

  @Test
  void aChainThatLeavesAnEntryWaitingIsFrozenAndSealedAtTheFirstMoment() {
    round();
    Batch batch = chain.commit();
    chain.ok(
        ALICE.address(), new SettlementCall.ForceExit(ALICE.address(), ExitSelector.all(), 1_000));
    chain.mine(1);
    long freezeAt = chain.parent.view().entry(1).orElseThrow().freezeAt();
    while (chain.parent.now() < freezeAt) {
      assertThat(done()).doesNotContain(new SettlementCall.Freeze());
      chain.mine(1);
    }
    chain.refused(
        OPERATOR, new SettlementCall.Commit(batch.encode(), Bytes.EMPTY), Rule.FREEZE_DUE);
    assertThat(done()).containsExactly(new SettlementCall.Freeze(), new SettlementCall.Seal());
    assertThat(status().mode()).isEqualTo(Mode.FROZEN);
    assertThat(chain.parent.view().snapshot()).contains(follower.state().stateRoot());
    List<Entitlement> alice = ExitProofs.of(follower.state()).of(ALICE.address());
    assertThat(alice).hasSize(1);
    chain.ok(BOB.address(), alice.get(0).escape());
    assertThat(chain.parent.view().credit(ALICE.address(), GOLD)).isEqualTo(10);
  }

  @Test
  void pendingBatchesAreMadeFinalBeforeTheSeal() {
    chain.ok(
        ALICE.address(), new SettlementCall.ForceExit(ALICE.address(), ExitSelector.all(), 1_000));
    chain.mine(1);
    chain.block();
    chain.commit();
    chain.ok(BOB.address(), new SettlementCall.ForceExit(BOB.address(), ExitSelector.all(), 1_000));
    chain.mine(25);
    assertThat(done())
        .containsExactly(
            new SettlementCall.FinalizeThrough(1),
            new SettlementCall.Freeze(),
            new SettlementCall.Seal());
    chain.mine(1);
    assertThat(done()).isEmpty();
  }
}
