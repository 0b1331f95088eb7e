package io.frond.exits.settlement;

import static io.frond.exits.settlement.World.ALICE;
import static io.frond.exits.settlement.World.ANY_FEE;
import static io.frond.exits.settlement.World.BOB;
import static io.frond.exits.settlement.World.BORN;
import static io.frond.exits.settlement.World.GOLD;
import static io.frond.exits.settlement.World.OUTSIDER;
import static io.frond.exits.settlement.World.RELIC;
import static io.frond.exits.settlement.World.SILVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.chain.AssetQuanta;
import io.frond.core.ledger.Claim;
import io.frond.core.state.StateRoot;
import io.frond.exits.model.NaiveLedger;
import io.frond.exits.proof.EscapeProof;
import io.frond.exits.settlement.SettlementCall.Escape;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.vm.DecodeException;
import io.frond.vm.EscrowId;
import io.frond.vm.PoolId;
import io.frond.vm.Split;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.apache.tuweni.bytes.MutableBytes;
import org.junit.jupiter.api.Test;

class EscapeTest {
  private static final Bytes32 ID = Bytes32.repeat((byte) 0x11);
  private static final Bytes32 OTHER = Bytes32.repeat((byte) 0x12);
  private static final PoolId POOL = new PoolId(ID);

  private static final Claim BALANCES =
      new Claim.Balances(ALICE, ID, AssetQuanta.of(0, 100).plus(3, 7));
  private static final Claim RECORD = new Claim.Balances(OUTSIDER, ID, AssetQuanta.NONE);
  private static final Claim HELD = new Claim.Item(RELIC, ID, ALICE);
  private static final Claim MADE = new Claim.Item(BORN, ID, BOB);
  private static final Claim SHARE = new Claim.Share(ALICE, POOL, 1);
  private static final Claim MORE = new Claim.Share(BOB, POOL, 2);
  private static final Claim THE_POOL = new Claim.Pool(POOL, 3, AssetQuanta.of(0, 200).plus(3, 2));
  private static final Claim OTHER_POOL =
      new Claim.Pool(new PoolId(OTHER), 3, AssetQuanta.of(0, 200));
  private static final Claim ESCROW =
      new Claim.Escrow(
          new EscrowId(ID),
          GOLD,
          Bytes32.ZERO,
          100,
          0,
          new Split(
              List.of(
                  new Split.Part(OUTSIDER, 1), new Split.Part(ALICE, 1), new Split.Part(BOB, 1))));
  private static final Claim ITEM_ESCROW =
      new Claim.Escrow(new EscrowId(OTHER), RELIC, OTHER, 1, 0, Split.to(BOB));
  private static final Claim RESIDUAL = new Claim.Residual(ID, SILVER, BOB, 9);
  private static final Claim NESTED = new Claim.Nested(ID, ID, ID, AssetQuanta.of(0, 1));

  private final World world = new World();
  private final NaiveLedger ledger;
  private final StateRoot roots;

  EscapeTest() {
    world.deposit(ALICE, GOLD, 600);
    world.deposit(ALICE, SILVER, 18);
    for (Bytes32 item : List.of(ID, OTHER)) {
      world.bank.setOwner(RELIC, item, ALICE);
      world.ok(ALICE, new SettlementCall.Deposit(RELIC, item, 1, ALICE, ANY_FEE));
    }
    ledger =
        world.finalClaims(
            BALANCES,
            RECORD,
            HELD,
            MADE,
            SHARE,
            MORE,
            THE_POOL,
            OTHER_POOL,
            ESCROW,
            ITEM_ESCROW,
            RESIDUAL,
            NESTED);
    roots = new StateRoot(ledger.root(), World.MODULE_ROOT, World.META_ROOT);
  }

  private Escape escape(Claim claim, int index) {
    return new Escape(EscapeProof.of(roots, ledger.prove(claim)), index);
  }

  private Escape escapeShare(Claim share, Claim pool, int index) {
    return new Escape(EscapeProof.ofShare(roots, ledger.prove(share), ledger.prove(pool)), index);
  }

  @Test
  void nobodyEscapesBeforeTheSeal() {
    world.refused(BOB, escape(BALANCES, 0), Rule.MODE);
  }

  @Test
  void balancesPayOneAssetAtATime() {
    world.freezeAndSeal();
    world.ok(BOB, escape(BALANCES, 3));
    assertThat(world.view().credit(ALICE, SILVER)).isEqualTo(7);
    assertThat(world.view().credit(ALICE, GOLD)).isZero();
    world.ok(BOB, escape(BALANCES, 0));
    assertThat(world.view().credit(ALICE, GOLD)).isEqualTo(100);
    world.refused(BOB, escape(BALANCES, 0), Rule.SPENT);
    world.refused(BOB, escape(BALANCES, 3), Rule.SPENT);
    world.refused(BOB, escape(BALANCES, 1), Rule.ASSET);
    world.refused(BOB, escape(BALANCES, 7), Rule.ASSET);
    world.refused(BOB, escape(BALANCES, -1), Rule.ASSET);
    world.refused(BOB, escape(RECORD, 0), Rule.CLAIM_INDEX);
  }

  @Test
  void sharesPayTheirFloorOfEachReserve() {
    world.freezeAndSeal();
    world.ok(BOB, escapeShare(SHARE, THE_POOL, 0));
    world.ok(BOB, escapeShare(MORE, THE_POOL, 0));
    assertThat(world.view().credit(ALICE, GOLD)).as("floor(200 / 3)").isEqualTo(66);
    assertThat(world.view().credit(BOB, GOLD)).as("floor(400 / 3)").isEqualTo(133);
    world.refused(BOB, escapeShare(SHARE, THE_POOL, 0), Rule.SPENT);
    world.refused(BOB, escapeShare(SHARE, THE_POOL, 3), Rule.CLAIM_INDEX);
    world.ok(BOB, escapeShare(MORE, THE_POOL, 3));
    assertThat(world.view().credit(BOB, SILVER)).isEqualTo(1);
  }

  @Test
  void aShareComesWithItsPoolAndNothingElseDoes() {
    world.freezeAndSeal();
    world.refused(BOB, escape(SHARE, 0), Rule.PROOF);
    world.refused(BOB, escapeShare(SHARE, OTHER_POOL, 0), Rule.PROOF);
    world.refused(BOB, escapeShare(SHARE, BALANCES, 0), Rule.PROOF);
    world.refused(BOB, escapeShare(BALANCES, THE_POOL, 0), Rule.PROOF);
    world.refused(BOB, escape(THE_POOL, 0), Rule.CLAIM_KIND);
    world.refused(BOB, escape(NESTED, 0), Rule.CLAIM_KIND);
  }

  @Test
  void anEscrowPaysItsDefaultSplitAndTheRemainderToTheFirst() {
    world.freezeAndSeal();
    for (int i = 0; i < 3; i++) {
      world.ok(BOB, escape(ESCROW, i));
      world.refused(BOB, escape(ESCROW, i), Rule.SPENT);
    }
    assertThat(world.view().credit(OUTSIDER, GOLD)).isEqualTo(34);
    assertThat(world.view().credit(ALICE, GOLD)).isEqualTo(33);
    assertThat(world.view().credit(BOB, GOLD)).isEqualTo(33);
    world.refused(BOB, escape(ESCROW, 3), Rule.CLAIM_INDEX);
    world.refused(BOB, escape(ESCROW, -1), Rule.CLAIM_INDEX);
  }

  @Test
  void itemsLeaveAloneAndOutOfEscrows() {
    world.freezeAndSeal();
    world.refused(BOB, escape(HELD, 1), Rule.CLAIM_INDEX);
    world.ok(BOB, escape(HELD, 0));
    world.refused(BOB, escape(HELD, 0), Rule.SPENT);
    world.ok(BOB, escape(MADE, 0));
    world.ok(BOB, escape(ITEM_ESCROW, 0));
    assertThat(world.view().creditedItem(RELIC, ID)).contains(ALICE);
    assertThat(world.view().creditedItem(RELIC, OTHER)).contains(BOB);
    world.ok(BOB, new SettlementCall.Withdraw(BOB, BORN, ID, BOB));
    assertThat(world.bank.owner(BORN, ID)).contains(BOB);
  }

  @Test
  void aResidualGoesToItsBeneficiary() {
    world.freezeAndSeal();
    world.refused(BOB, escape(RESIDUAL, 3), Rule.CLAIM_INDEX);
    world.ok(ALICE, escape(RESIDUAL, 0));
    world.refused(ALICE, escape(RESIDUAL, 0), Rule.SPENT);
    assertThat(world.view().credit(BOB, SILVER)).isEqualTo(9);
  }

  @Test
  void noEscapeTakesMoreThanCustodyHasFree() {
    World poor = new World();
    poor.deposit(ALICE, GOLD, 99);
    NaiveLedger claims =
        poor.finalClaims(BALANCES, new Claim.Balances(BOB, ID, AssetQuanta.of(0, 99)));
    poor.deposit(BOB, GOLD, 1_000);
    poor.freezeAndSeal();
    StateRoot poorRoots = new StateRoot(claims.root(), World.MODULE_ROOT, World.META_ROOT);
    poor.refused(
        BOB, new Escape(EscapeProof.of(poorRoots, claims.prove(BALANCES)), 0), Rule.CUSTODY_CAP);
    Claim bobs = new Claim.Balances(BOB, ID, AssetQuanta.of(0, 99));
    poor.ok(BOB, new Escape(EscapeProof.of(poorRoots, claims.prove(bobs)), 0));
    assertThat(poor.view().books(GOLD).free()).isZero();
    assertThat(poor.view().books(GOLD).pendingDeposits()).isEqualTo(1_000);
  }

  @Test
  void aProofWithAnyByteChangedIsRefused() {
    world.freezeAndSeal();
    Bytes32 snapshot = world.view().snapshot().orElseThrow();
    for (EscapeProof proof :
        List.of(escape(BALANCES, 0).proof(), escapeShare(SHARE, THE_POOL, 0).proof())) {
      assertThat(proof.verify(World.SUITE, World.DOMAIN_HASH, snapshot)).isTrue();
      assertThat(proof.verify(World.SUITE, ID, snapshot)).as("another domain").isFalse();
      assertThat(proof.verify(World.SUITE, World.DOMAIN_HASH, ID)).isFalse();
      Bytes encoded = proof.encode();
      for (int i = 0; i < encoded.size(); i++) {
        MutableBytes flipped = encoded.mutableCopy();
        flipped.set(i, (byte) (encoded.get(i) ^ 1));
        assertThat(holds(flipped, snapshot)).as("byte %d", i).isFalse();
      }
    }
  }

  private static boolean holds(Bytes encoded, Bytes32 snapshot) {
    try {
      return EscapeProof.decode(encoded).verify(World.SUITE, World.DOMAIN_HASH, snapshot);
    } catch (DecodeException refusal) {
      return false;
    }
  }
}
