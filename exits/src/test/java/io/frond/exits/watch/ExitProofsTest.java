package io.frond.exits.watch;

import static io.frond.exits.watch.WatchedChain.ALICE;
import static io.frond.exits.watch.WatchedChain.BOB;
import static io.frond.exits.watch.WatchedChain.CAROL;
import static io.frond.exits.watch.WatchedChain.CHALLENGER;
import static io.frond.exits.watch.WatchedChain.GOLD;
import static io.frond.exits.watch.WatchedChain.RELIC;
import static io.frond.exits.watch.WatchedChain.SILVER;
import static io.frond.exits.watch.WatchedChain.SUITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.inbox.ExitSelector;
import io.frond.core.ledger.Claim;
import io.frond.core.tx.SignedTransaction;
import io.frond.core.tx.TransactionBuilder;
import io.frond.exits.proof.EscapeProof;
import io.frond.exits.settlement.SettlementCall;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.exits.settlement.SettlementView;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alice, Bob and Carol have claims of every kind that a ledger gives. */
class ExitProofsTest {
  private static final Bytes32 SWORD = Bytes32.repeat((byte) 0x51);
  private static final Bytes32 SHIELD = Bytes32.repeat((byte) 0x52);
  private static final Bytes32 RING = Bytes32.repeat((byte) 0x53);
  private final WatchedChain chain = new WatchedChain();
  private final ChainFollower follower = chain.follower();

  @BeforeEach
  void liveALittle() {
    chain.deposit(ALICE, GOLD, 1_000);
    chain.deposit(ALICE, SILVER, 40);
    chain.deposit(BOB, GOLD, 500);
    chain.mine(1);
    chain.block(
        bazaar(BOB, new Bazaar.Provide(GOLD, 100, 3), b -> b.spend(GOLD, 100)),
        bazaar(ALICE, new Bazaar.Provide(SILVER, 25, 4), b -> b.spend(SILVER, 25)));
    chain.depositRelic(ALICE, SWORD);
    chain.depositRelic(BOB, SHIELD);
    chain.mine(1);
    chain.block(
        bazaar(ALICE, new Bazaar.Bet(GOLD, 77, BOB.address()), b -> b.spend(GOLD, 77)),
        bazaar(
            BOB, new Bazaar.Pawn(RELIC, SHIELD, CAROL.address()), b -> b.spendItem(RELIC, SHIELD)),
        bazaar(CAROL, new Bazaar.Forge(RING), b -> b));
    chain.commit();
    chain.finalizeAll();
  }

  private SignedTransaction bazaar(
      io.frond.core.tx.KeyPair key, Bazaar.Deed deed, UnaryOperator<TransactionBuilder> more) {
    return chain.signed(key, Bazaar.NAME, deed, more);
  }

  private ExitProofs proofs() {
    assertThat(follower.catchUp()).isEqualTo(new Finding.UpToDate());
    return ExitProofs.of(follower.state());
  }

  private void freeze() {
    chain.ok(
        CAROL.address(), new SettlementCall.ForceExit(CAROL.address(), ExitSelector.all(), 1_000));
    chain.mine(20);
    chain.ok(CHALLENGER, new SettlementCall.Freeze());
    chain.ok(CHALLENGER, new SettlementCall.Seal());
    chain.mine(1);
  }

  private static List<String> lines(List<Entitlement> entitlements) {
    return entitlements.stream()
        .map(
            e ->
                e.proof().claim().claim().getClass().getSimpleName()
                    + " "
                    + e.index()
                    + " "
                    + e.amount()
                    + (e.item().isZero() ? "" : " item"))
        .toList();
  }

  @Test
  void anAccountSeesAllThatItWouldLeaveWith() {
    ExitProofs proofs = proofs();
    assertThat(lines(proofs.of(ALICE.address())))
        .containsExactly(
            "Balances 0 923",
            "Balances 3 15",
            "Item 0 1 item",
            "Share 0 57",
            "Share 3 14",
            "Escrow " + aliceFirst(0, 1) + " " + aliceFirst(39, 38));
    assertThat(lines(proofs.of(BOB.address())))
        .containsExactly(
            "Balances 0 400",
            "Share 0 42",
            "Share 3 10",
            "Escrow " + aliceFirst(1, 0) + " " + aliceFirst(38, 39));
    assertThat(lines(proofs.of(CAROL.address())))
        .containsExactly("Item 0 1 item", "Escrow 0 1 item");
    assertThat(proofs.of(Account.ofWords(9, 9, 9))).isEmpty();
    assertThat(proofs.stateRoot()).isEqualTo(follower.state().stateRoot());
  }

  private static long aliceFirst(long ifSo, long ifNot) {
    return ALICE.address().compareTo(BOB.address()) < 0 ? ifSo : ifNot;
  }

  @Test
  void everybodyTogetherIsTheSumOfAll() {
    ExitProofs proofs = proofs();
    List<Entitlement> one = new ArrayList<>();
    for (var key : List.of(ALICE, BOB, CAROL)) {
      one.addAll(proofs.of(key.address()));
    }
    assertThat(proofs.ofEverybody()).containsExactlyInAnyOrderElementsOf(one);
  }

  @Test
  void everyProofHoldsAgainstTheFinalRootAndNoOther() {
    Bytes32 root = follower.rules().domain();
    for (Entitlement entitlement : proofs().ofEverybody()) {
      EscapeProof proof = EscapeProof.decode(entitlement.proof().encode());
      assertThat(proof).isEqualTo(entitlement.proof());
      assertThat(proof.verify(SUITE, chain.rules.domain(), follower.state().stateRoot())).isTrue();
      assertThat(proof.verify(SUITE, chain.rules.domain(), root)).isFalse();
      Claim claim = proof.claim().claim();
      assertThat(
              proof
                  .claim()
                  .path()
                  .proves(
                      SUITE,
                      proof.roots().ledger(),
                      claim.key(SUITE),
                      SUITE.newHasher().raw(claim.value()).digest()))
          .isTrue();
    }
  }

  @Test
  void claimsSumToCustodyButForTheDustOfPools() {
    TreeMap<AssetId, Long> sums = new TreeMap<>();
    Set<Bytes32> items = new TreeSet<>();
    for (Entitlement entitlement : proofs().ofEverybody()) {
      if (entitlement.item().isZero()) {
        sums.merge(entitlement.asset(), entitlement.amount(), Long::sum);
      } else {
        assertThat(items.add(entitlement.item())).isTrue();
      }
    }
    assertThat(items).containsExactly(SWORD, SHIELD, RING);
    assertThat(sums.get(GOLD)).isEqualTo(chain.parent.view().books(GOLD).free() - 1);
    assertThat(sums.get(SILVER)).isEqualTo(chain.parent.view().books(SILVER).free() - 1);
  }

  @Test
  void anItemThatNoClaimCouldCoverIsNotTakenIntoCustody() {
    chain.parent.setOwner(RELIC, Bytes32.ZERO, ALICE.address());
    chain.refused(
        ALICE.address(),
        new SettlementCall.Deposit(RELIC, Bytes32.ZERO, 1, ALICE.address(), 1_000),
        Rule.ASSET);
    assertThat(chain.parent.owner(RELIC, Bytes32.ZERO)).contains(ALICE.address());
  }

  @Test
  void everybodyEscapesInFullFromPublishedDataAlone() {
    freeze();
    ExitProofs proofs = proofs();
    assertThat(chain.parent.view().snapshot()).contains(proofs.stateRoot());
    List<Entitlement> all = proofs.ofEverybody();
    for (Entitlement entitlement : all) {
      chain.ok(CHALLENGER, entitlement.escape());
      chain.refused(CHALLENGER, entitlement.escape(), Rule.SPENT);
    }
    SettlementView view = chain.parent.view();
    assertThat(view.credit(ALICE.address(), GOLD)).isEqualTo(923 + 57 + aliceFirst(39, 38));
    assertThat(view.credit(BOB.address(), GOLD)).isEqualTo(400 + 42 + aliceFirst(38, 39));
    assertThat(view.credit(ALICE.address(), SILVER)).isEqualTo(15 + 14);
    assertThat(view.creditedItem(RELIC, SWORD)).contains(ALICE.address());
    assertThat(view.creditedItem(RELIC, SHIELD)).contains(CAROL.address());
    assertThat(view.creditedItem(Bazaar.BORN, RING)).contains(CAROL.address());
    assertThat(view.books(GOLD).free()).isEqualTo(1);
    assertThat(view.books(SILVER).free()).isEqualTo(1);
  }
}
