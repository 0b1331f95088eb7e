package io.frond.exits.watch;

import static io.frond.exits.watch.WatchedChain.ALICE;
import static io.frond.exits.watch.WatchedChain.BOB;
import static io.frond.exits.watch.WatchedChain.CAROL;
import static io.frond.exits.watch.WatchedChain.GOLD;
import static io.frond.exits.watch.WatchedChain.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.core.batch.Batch;
import io.frond.core.parent.ParentUnavailableException;
import io.frond.core.state.StoredEntry;
import io.frond.core.transition.ChainState;
import io.frond.core.transition.ProtocolCommand;
import io.frond.exits.settlement.SettlementCall;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class ChainFollowerTest {
  private final WatchedChain chain = new WatchedChain();

  /** One batch of two blocks with deposits, a bet and a withdrawal. */
  private Batch round(long quanta) {
    chain.deposit(ALICE, GOLD, quanta);
    chain.deposit(BOB, GOLD, quanta);
    chain.mine(1);
    Bazaar.Bet bet = new Bazaar.Bet(GOLD, quanta / 2, BOB.address());
    chain.block(chain.signed(ALICE, Bazaar.NAME, bet, b -> b.spend(GOLD, quanta / 2)));
    ProtocolCommand leave = new ProtocolCommand.Withdraw(GOLD, 3);
    chain.block(
        chain.signed(BOB, "frond", leave, b -> b.spend(GOLD, 3)),
        chain.signed(BOB, new Bazaar.Visit(true)));
    return chain.commit();
  }

  private static SortedSet<Bytes> entries(ChainState state) {
    SortedSet<Bytes> entries = new TreeSet<>();
    state.forEachEntry(entry -> entries.add(bytes(entry)));
    return entries;
  }

  private static Bytes bytes(StoredEntry entry) {
    return Bytes.concatenate(
        Bytes.of(entry.section().code()), Bytes.wrap(entry.rawKey()), Bytes.wrap(entry.value()));
  }

  @Test
  void publishedDataAloneGivesTheStateOfTheSequencer() {
    Batch first = round(100);
    Batch second = round(50);
    ChainFollower follower = chain.follower();
    assertThat(follower.state().stateRoot()).isEqualTo(first.header().state().pre());
    Finding finding = follower.step();
    assertThat(finding).isInstanceOf(Finding.Followed.class);
    FollowedBatch followed = ((Finding.Followed) finding).batch();
    assertThat(followed.hash()).isEqualTo(first.header().hash(WatchedChain.SUITE));
    assertThat(followed.stateRoot()).isEqualTo(first.header().state().post());
    assertThat(follower.state().stateRoot()).isEqualTo(first.header().state().post());
    assertThat(follower.catchUp()).isEqualTo(new Finding.UpToDate());
    assertThat(follower.number()).isEqualTo(2);
    assertThat(follower.state().stateRoot()).isEqualTo(second.header().state().post());
    assertThat(follower.state().root()).isEqualTo(chain.state.root());
    assertThat(entries(follower.state())).isEqualTo(entries(chain.state));
    assertThat(follower.state().balance(ALICE.address(), 0)).isEqualTo(75);
  }

  @Test
  void aFollowerGoesOnWhereItStood() {
    ChainFollower follower = chain.follower();
    assertThat(follower.step()).isEqualTo(new Finding.UpToDate());
    round(10);
    assertThat(follower.step()).isInstanceOf(Finding.Followed.class);
    chain.finalizeAll();
    assertThat(follower.step()).isEqualTo(new Finding.UpToDate());
    round(20);
    assertThat(follower.step()).isInstanceOf(Finding.Followed.class);
    assertThat(follower.state().root()).isEqualTo(chain.state.root());
  }

  @Test
  void everyWithdrawalOfABatchIsProvedFromPublishedData() {
    Batch batch = round(10);
    chain.finalizeAll();
    ChainFollower follower = chain.follower();
    follower.catchUp();
    FollowedBatch followed = follower.batch(1).orElseThrow();
    assertThat(followed.proofs(WatchedChain.SUITE)).hasSize(1);
    var proofs = followed.proofsOf(WatchedChain.SUITE, BOB.address());
    assertThat(proofs).isEqualTo(followed.proofs(WatchedChain.SUITE));
    assertThat(followed.proofsOf(WatchedChain.SUITE, ALICE.address())).isEmpty();
    assertThat(
            proofs
                .get(0)
                .verify(
                    WatchedChain.SUITE,
                    batch.header().domain(),
                    batch.header().withdrawals().root(),
                    1))
        .isTrue();
    chain.ok(CAROL.address(), new SettlementCall.ClaimWithdrawals(proofs));
    assertThat(chain.parent.view().credit(BOB.address(), GOLD)).isEqualTo(3);
  }

  @Test
  void whatAReorganisationTakesBackIsTakenBack() {
    round(10);
    ChainFollower follower = chain.follower();
    follower.catchUp();
    Bytes32 after = follower.state().stateRoot();
    Bytes32 genesis = chain.follower().state().stateRoot();
    chain.parent.reorg(1);
    chain.mine(1);
    assertThat(follower.step()).isEqualTo(new Finding.UpToDate());
    assertThat(follower.number()).isZero();
    assertThat(follower.batches()).isEmpty();
    assertThat(follower.state().stateRoot()).isEqualTo(genesis).isNotEqualTo(after);
  }

  @Test
  void aBatchThatComesBackInAnotherBlockIsJudgedAgain() {
    round(10);
    Batch second = round(12);
    ChainFollower follower = chain.follower();
    follower.catchUp();
    chain.parent.reorg(1);
    chain.mine(2);
    chain.ok(OPERATOR, new SettlementCall.Commit(second.encode(), Bytes.EMPTY));
    chain.mine(1);
    assertThat(follower.step()).isInstanceOf(Finding.Followed.class);
    assertThat(follower.number()).isEqualTo(2);
    assertThat(follower.state().root()).isEqualTo(chain.state.root());
    chain.parent.reorg(1);
    chain.mine((int) WatchedChain.MAX_LAG);
    chain.refused(
        OPERATOR,
        new SettlementCall.Commit(second.encode(), Bytes.EMPTY),
        io.frond.exits.settlement.SettlementError.Rule.REFERENCE_HEIGHT);
    assertThat(follower.step()).isEqualTo(new Finding.UpToDate());
    assertThat(follower.number()).isEqualTo(1);
  }

  @Test
  void checkpointsChangeNothingButTheWork() {
    ChainFollower follower =
        new ChainFollower(
            chain.parent, chain.rules, chain.verifier, WatchedChain.MAX_LAG, 3, new ReplayPoint(1));
    for (int round = 0; round < 12; round++) {
      round(10 + round);
      assertThat(follower.step()).isInstanceOf(Finding.Followed.class);
      if (round % 3 == 2) {
        chain.finalizeAll();
      }
    }
    assertThatThrownBy(() -> follower.stateAt(1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> follower.stateAt(13)).isInstanceOf(IllegalArgumentException.class);
    for (long number = 10; number <= 12; number++) {
      assertThat(follower.stateAt(number).stateRoot())
          .isEqualTo(follower.batch(number).orElseThrow().stateRoot());
    }
    assertThat(entries(follower.stateAt(12))).isEqualTo(entries(chain.state));
  }

  @Test
  void aReorganisationBelowTheCheckpointBeginsAgainAtGenesis() {
    ChainFollower follower =
        new ChainFollower(
            chain.parent, chain.rules, chain.verifier, WatchedChain.MAX_LAG, 3, new ReplayPoint(1));
    Batch first = round(10);
    long height = chain.parent.head().height();
    follower.catchUp();
    chain.finalizeAll();
    follower.catchUp();
    assertThatThrownBy(() -> follower.stateAt(0)).isInstanceOf(IllegalArgumentException.class);
    chain.parent.reorg(chain.parent.head().height() - height + 1);
    assertThat(follower.step()).isEqualTo(new Finding.UpToDate());
    assertThat(follower.number()).isZero();
    chain.mine(1);
    chain.commit(first);
    assertThat(follower.step()).isInstanceOf(Finding.Followed.class);
    assertThat(follower.state().root()).isEqualTo(chain.state.root());
  }

  @Test
  void aParentThatGoesAwayInTheMiddleOfABatchSpoilsNothing() {
    Batch batch = round(10);
    for (int calls = 0; calls < 12; calls++) {
      FlakyParent flaky = new FlakyParent(chain.parent);
      ChainFollower follower = new ChainFollower(flaky, chain.rules, chain.verifier, 5, 0);
      flaky.goAwayAfter(calls);
      try {
        follower.step();
      } catch (ParentUnavailableException expected) {
        assertThat(follower.state().stateRoot()).isEqualTo(batch.header().state().pre());
        assertThat(follower.number()).isZero();
      }
      flaky.goAwayAfter(Integer.MAX_VALUE);
      assertThat(follower.catchUp()).isEqualTo(new Finding.UpToDate());
      assertThat(follower.state().root()).isEqualTo(chain.state.root());
    }
  }

  @Test
  void theJarOfAnotherChainIsRefusedLoudly() {
    round(10);
    WatchedChain same = new WatchedChain();
    assertThat(new ChainFollower(chain.parent, same.rules, same.verifier, 5, 0).catchUp())
        .isEqualTo(new Finding.UpToDate());
    ChainFollower stranger =
        new ChainFollower(chain.parent, WatchedChain.rulesWithCode(1), chain.verifier, 5, 0);
    assertThatThrownBy(stranger::step).isInstanceOf(IllegalStateException.class);
    assertThat(List.of(chain.rules.domain())).containsExactly(same.rules.domain());
  }
}
