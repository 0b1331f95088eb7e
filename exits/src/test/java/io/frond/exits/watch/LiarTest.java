package io.frond.exits.watch;

import static io.frond.exits.watch.WatchedChain.ALICE;
import static io.frond.exits.watch.WatchedChain.BOB;
import static io.frond.exits.watch.WatchedChain.CAROL;
import static io.frond.exits.watch.WatchedChain.CHALLENGER;
import static io.frond.exits.watch.WatchedChain.GOLD;
import static io.frond.exits.watch.WatchedChain.SUITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.batch.Batch;
import io.frond.core.parent.ParentBlock;
import io.frond.core.proof.ParentRecords;
import io.frond.core.proof.Verdict;
import io.frond.core.proof.Verdict.FraudKind;
import io.frond.core.state.StateWitness;
import io.frond.core.state.WitnessEntry;
import io.frond.core.transition.ProtocolCommand;
import io.frond.core.transition.StateTransition;
import io.frond.exits.parent.LocalParent;
import io.frond.exits.settlement.SettlementError.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An honest batch stands, whatever anybody shows against it. */
class LiarTest {
  private final WatchedChain chain = new WatchedChain();
  private Batch batch;
  private BatchExecution execution;
  private final List<Bytes> witnesses = new ArrayList<>();

  private record Records(LocalParent parent) implements ParentRecords {
    @Override
    public Optional<Bytes> inboxEntry(long index) {
      return parent.inboxEntries(index, 1, 0).stream().findFirst();
    }

    @Override
    public Optional<Bytes32> rollingHash(long index) {
      return Optional.empty();
    }

    @Override
    public ParentBlock head() {
      return parent.head();
    }

    @Override
    public Optional<ParentBlock> at(long height) {
      return parent.at(height);
    }
  }

  @BeforeEach
  void liveALittle() {
    chain.deposit(ALICE, GOLD, 100);
    chain.deposit(BOB, GOLD, 100);
    chain.mine(1);
    chain.block();
    Bazaar.Bet bet = new Bazaar.Bet(GOLD, 9, BOB.address());
    Bazaar.PayCarelessly pay = new Bazaar.PayCarelessly(CAROL.address(), GOLD, 4);
    chain.block(
        chain.signed(ALICE, Bazaar.NAME, bet, b -> b.spend(GOLD, 9)),
        chain.signed(BOB, Bazaar.NAME, pay, b -> b.spend(GOLD, 4)),
        chain.signed(BOB, new Bazaar.Visit(true)));
    ProtocolCommand leave = new ProtocolCommand.Withdraw(GOLD, 3);
    chain.block(chain.signed(ALICE, "frond", leave, b -> b.spend(GOLD, 3)));
    batch = chain.commit();
    PublishedBatch published =
        PublishedBatch.read(SUITE, chain.parent, chain.parent.batch(1).orElseThrow()).orElseThrow();
    StateTransition transition = new StateTransition(chain.verifier);
    execution = new BatchExecution(chain.rules, transition, chain.parent, published);
    for (int index = 0; index < batch.blocks().size(); index++) {
      ReplayedState before = ReplayedState.genesis(chain.rules, 5);
      execution.repeat(before.state(), index);
      assertThat(before.state().stateRoot()).isEqualTo(batch.preRoot(index));
      witnesses.add(execution.witness(before, index));
    }
  }

  private Verdict judge(int index, Bytes witness) {
    FraudulentBlock accused =
        new FraudulentBlock(batch.header().hash(SUITE), batch, index, FraudKind.ROOT, witness);
    return chain.judge.verify(accused.dispute(0), new Records(chain.parent));
  }

  @Test
  void anHonestBlockIsValidByItsOwnWitness() {
    for (int index = 0; index < witnesses.size(); index++) {
      assertThat(judge(index, witnesses.get(index))).isEqualTo(new Verdict.Valid());
      FraudulentBlock accused =
          new FraudulentBlock(
              batch.header().hash(SUITE), batch, index, FraudKind.ROOT, witnesses.get(index));
      chain.refused(CHALLENGER, accused.challenge(SUITE), Rule.NO_FRAUD);
    }
  }

  @Test
  void noWitnessMakesAFraudOfAnHonestBlock() {
    SplittableRandom random = new SplittableRandom(20_261_122);
    for (int index = 0; index < witnesses.size(); index++) {
      for (Bytes other : witnesses) {
        assertThat(judge(index, other)).isNotInstanceOf(Verdict.Fraud.class);
      }
      assertThat(judge(index, Bytes.EMPTY)).isInstanceOf(Verdict.WitnessRejected.class);
      for (int round = 0; round < 300; round++) {
        byte[] bytes = witnesses.get(index).toArray();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        assertThat(judge(index, Bytes.wrap(bytes))).isInstanceOf(Verdict.WitnessRejected.class);
      }
    }
  }

  @Test
  void noWitnessThatLacksAnEntryMakesAFraudOfAnHonestBlock() {
    for (int index = 0; index < witnesses.size(); index++) {
      StateWitness whole = StateWitness.decode(SUITE, witnesses.get(index));
      for (int left = 0; left < whole.entries().size(); left++) {
        List<WitnessEntry> fewer = new ArrayList<>(whole.entries());
        fewer.remove(left);
        assertThat(judge(index, with(whole, fewer))).isInstanceOf(Verdict.WitnessRejected.class);
      }
    }
  }

  @Test
  void noWitnessThatInventsAnEntryMakesAFraudOfAnHonestBlock() {
    StateWitness whole = StateWitness.decode(SUITE, witnesses.get(1));
    for (int at = 0; at < whole.entries().size(); at++) {
      WitnessEntry entry = whole.entries().get(at);
      List<WitnessEntry> changed = new ArrayList<>(whole.entries());
      changed.set(at, new WitnessEntry(entry.section(), entry.rawKey(), null));
      if (entry.value() != null) {
        assertThat(judge(1, with(whole, changed))).isInstanceOf(Verdict.WitnessRejected.class);
      }
      changed.set(at, entry);
      changed.add(entry);
      assertThat(judge(1, with(whole, changed))).isInstanceOf(Verdict.WitnessRejected.class);
    }
  }

  private static Bytes with(StateWitness whole, List<WitnessEntry> entries) {
    return new StateWitness(entries, whole.ledger(), whole.module(), whole.meta()).encode();
  }
}
