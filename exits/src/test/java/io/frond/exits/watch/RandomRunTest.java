package io.frond.exits.watch;

import static io.frond.exits.watch.WatchedChain.ALICE;
import static io.frond.exits.watch.WatchedChain.BOB;
import static io.frond.exits.watch.WatchedChain.CAROL;
import static io.frond.exits.watch.WatchedChain.CHALLENGER;
import static io.frond.exits.watch.WatchedChain.GOLD;
import static io.frond.exits.watch.WatchedChain.OPERATOR;
import static io.frond.exits.watch.WatchedChain.SILVER;
import static io.frond.exits.watch.WatchedChain.SUITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.batch.Batch;
import io.frond.core.transition.ProtocolCommand;
import io.frond.core.tx.KeyPair;
import io.frond.core.tx.SignedTransaction;
import io.frond.exits.settlement.SettlementCall;
import io.frond.vm.AssetId;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.tuweni.bytes.Bytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people do, whatever bit an operator flips, and whatever the parent takes back. */
class RandomRunTest {
  private static final List<KeyPair> PEOPLE = List.of(ALICE, BOB, CAROL);
  private final WatchedChain chain = new WatchedChain();
  private final ChainFollower follower =
      new ChainFollower(
          chain.parent, chain.rules, chain.verifier, WatchedChain.MAX_LAG, 3, new ReplayPoint(600));

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void theFollowerStandsWhereTheHonestSequencerStands(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 25; round++) {
      live(random);
      if (random.nextInt(3) == 0) {
        cheat(random);
      }
      Batch batch = chain.commit();
      if (random.nextInt(4) == 0) {
        follower.step();
        chain.parent.reorg(1);
        chain.mine(1);
        chain.ok(OPERATOR, new SettlementCall.Commit(batch.encode(), Bytes.EMPTY));
        chain.mine(1);
      }
      assertThat(follower.catchUp()).isEqualTo(new Finding.UpToDate());
      assertThat(follower.state().root()).isEqualTo(chain.state.root());
      if (random.nextInt(2) == 0) {
        chain.finalizeAll();
        claimsCoverWhatIsFree();
      }
    }
    assertThat(follower.number()).isEqualTo(25);
  }

  private void live(SplittableRandom random) {
    for (int blocks = 1 + random.nextInt(2); blocks > 0; blocks--) {
      chain.deposit(someone(random), random.nextBoolean() ? GOLD : SILVER, 20);
      chain.mine(1);
      SignedTransaction[] deeds = new SignedTransaction[random.nextInt(4)];
      for (int i = 0; i < deeds.length; i++) {
        deeds[i] = deed(random);
      }
      chain.block(deeds);
    }
  }

  private SignedTransaction deed(SplittableRandom random) {
    KeyPair who = someone(random);
    KeyPair other = someone(random);
    AssetId asset = random.nextBoolean() ? GOLD : SILVER;
    long quanta = random.nextLong(1, 9);
    Object deed =
        switch (random.nextInt(6)) {
          case 0 -> new Bazaar.Bet(asset, quanta, other.address());
          case 1 -> new Bazaar.Decide(other.address());
          case 2 -> new Bazaar.Provide(asset, quanta, quanta);
          case 3 -> new Bazaar.Visit(random.nextBoolean());
          case 4 -> new ProtocolCommand.Withdraw(asset, quanta);
          default -> new ProtocolCommand.Transfer(other.address(), asset, quanta);
        };
    String module = deed instanceof Bazaar.Deed ? Bazaar.NAME : "frond";
    return chain.signed(who, module, deed, b -> b.spend(asset, quanta));
  }

  /** Commits the batch with one bit of its data flipped, and has it taken back. */
  private void cheat(SplittableRandom random) {
    Batch honest = chain.batch();
    int index = random.nextInt(honest.blocks().size());
    byte[] data = honest.blocks().get(index).data().toArray();
    data[random.nextInt(data.length)] ^= (byte) (1 << random.nextInt(8));
    chain.commit(Forgery.withData(honest, index, Bytes.wrap(data)));
    Finding finding = follower.catchUp();
    assertThat(finding).isInstanceOf(Finding.Fraud.class);
    FraudulentBlock wrong = ((Finding.Fraud) finding).block();
    assertThat(wrong.index()).isEqualTo(index);
    chain.ok(CHALLENGER, wrong.challenge(SUITE));
    chain.mine(1);
  }

  /** G1 at the last final state; each share of the pool may lose less than one quantum to it. */
  private void claimsCoverWhatIsFree() {
    follower.catchUp();
    List<Entitlement> all = ExitProofs.of(follower.state()).ofEverybody();
    for (AssetId asset : List.of(GOLD, SILVER)) {
      long sum =
          all.stream()
              .filter(entitlement -> entitlement.asset().equals(asset))
              .mapToLong(Entitlement::amount)
              .sum();
      assertThat(chain.parent.view().books(asset).free()).isBetween(sum, sum + PEOPLE.size() - 1);
    }
  }

  private static KeyPair someone(SplittableRandom random) {
    return PEOPLE.get(random.nextInt(PEOPLE.size()));
  }
}
