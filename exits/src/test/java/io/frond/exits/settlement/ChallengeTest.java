package io.frond.exits.settlement;

import static io.frond.exits.settlement.World.ALICE;
import static io.frond.exits.settlement.World.BOB;
import static io.frond.exits.settlement.World.GOLD;
import static io.frond.exits.settlement.World.OPERATOR;
import static io.frond.exits.settlement.World.OUTSIDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.batch.Batch;
import io.frond.core.outbox.Withdrawal;
import io.frond.exits.proof.BlockProof;
import io.frond.exits.settlement.SettlementCall.Challenge;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.vm.DecodeException;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.apache.tuweni.bytes.MutableBytes;
import org.junit.jupiter.api.Test;

class ChallengeTest {
  private final World world = new World();

  private BatchDraft threeBlocks() {
    BatchDraft draft = world.draft();
    draft.data.add(Bytes.of(1));
    draft.data.add(Bytes.of(0));
    return draft;
  }

  @Test
  void onlyTheWrongBlockIsAFraud() {
    BatchDraft draft = threeBlocks();
    world.commit(draft);
    world.refused(BOB, draft.challenge(0), Rule.NO_FRAUD);
    world.refused(BOB, draft.challenge(2), Rule.NO_FRAUD);
    world.ok(BOB, draft.challenge(1));
    world.refused(BOB, draft.challenge(1), Rule.NOT_COMMITTED);
  }

  @Test
  void aWitnessThatLacksSomethingProvesNothing() {
    BatchDraft draft = threeBlocks();
    world.commit(draft);
    Challenge challenge = draft.challenge(1);
    world.refused(
        BOB, new Challenge(challenge.batch(), challenge.block(), Bytes.of(9)), Rule.WITNESS);
  }

  @Test
  void aFinalBatchIsNotChallenged() {
    BatchDraft draft = threeBlocks();
    world.commit(draft);
    world.finalizeAll();
    world.refused(BOB, draft.challenge(1), Rule.NOT_COMMITTED);
    world.refused(
        BOB,
        new Challenge(Bytes32.ZERO, draft.challenge(1).block(), Bytes.EMPTY),
        Rule.NOT_COMMITTED);
  }

  @Test
  void aBlockProofWithAnyByteChangedIsRefused() {
    BatchDraft draft = threeBlocks();
    Batch batch = draft.build();
    for (int index = 0; index < 3; index++) {
      BlockProof proof = BlockProof.of(World.SUITE, batch, index);
      assertThat(proof.verify(World.SUITE, batch.header())).isTrue();
      Bytes encoded = proof.encode();
      for (int i = 0; i < encoded.size(); i++) {
        MutableBytes flipped = encoded.mutableCopy();
        flipped.set(i, (byte) (encoded.get(i) ^ 1));
        assertThat(holds(flipped, batch)).as("block %d, byte %d", index, i).isFalse();
      }
    }
    world.commit(draft);
    BlockProof honest = draft.challenge(1).block();
    BlockProof moved =
        new BlockProof(2, honest.before(), honest.after(), honest.data(), honest.dataPath());
    Bytes32 hash = draft.challenge(1).batch();
    world.refused(BOB, new Challenge(hash, moved, Bytes.EMPTY), Rule.DISPUTE);
  }

  private static boolean holds(Bytes encoded, Batch batch) {
    try {
      return BlockProof.decode(encoded).verify(World.SUITE, batch.header());
    } catch (DecodeException refusal) {
      return false;
    }
  }

  @Test
  void aRewindLeavesTheStateAsIfTheBatchesHadNeverBeen() {
    World other = new World();
    for (World one : List.of(world, other)) {
      one.deposit(ALICE, GOLD, 500);
      one.commit(one.draft().withdraw(Withdrawal.of(ALICE, GOLD, 40)));
      one.now = 3;
      one.forceExit(ALICE);
      one.deposit(BOB, GOLD, 70);
    }
    BatchDraft wrong = world.draft().fraudulent().withdraw(Withdrawal.of(BOB, GOLD, 400));
    world.commit(wrong);
    for (int i = 0; i < 30; i++) {
      world.deposit(BOB, GOLD, 1);
      other.deposit(BOB, GOLD, 1);
      world.commit(world.draft());
    }
    world.ok(BOB, wrong.challenge(0));
    assertThat(world.view().status(3).batches()).isEqualTo(other.view().status(3).batches());
    assertThat(world.view().status(3).inbox()).isEqualTo(other.view().status(3).inbox());
    assertThat(world.view().books(GOLD)).isEqualTo(other.view().books(GOLD));
    for (long i = 0; i < 33; i++) {
      SettlementView.TimedEntry entry = world.view().entry(i).orElseThrow();
      assertThat(entry.entry()).isEqualTo(other.view().entry(i).orElseThrow().entry());
      assertThat(entry.rollingHash()).isEqualTo(other.view().entry(i).orElseThrow().rollingHash());
    }
    assertThat(world.view().entry(1).orElseThrow().due()).isEqualTo(3 + 5);
    assertThat(world.view().status(3).epoch()).isEqualTo(1);
    // From here both go on alike, but for the epoch.
    for (World one : List.of(world, other)) {
      one.commit(one.draft().withdraw(Withdrawal.of(ALICE, GOLD, 460)));
      one.finalizeAll();
    }
    assertThat(world.view().books(GOLD)).isEqualTo(other.view().books(GOLD));
  }

  @Test
  void aRewindCostsTheSameHoweverManyBatchesFollow() {
    assertThat(changesOfRewind(1)).isEqualTo(changesOfRewind(200));
  }

  private static int changesOfRewind(int batches) {
    World world = new World();
    BatchDraft wrong = world.draft().fraudulent();
    world.commit(wrong);
    for (int i = 0; i < batches; i++) {
      world.commit(world.draft());
    }
    int before = world.store.mark();
    world.ok(BOB, wrong.challenge(0));
    return world.store.mark() - before;
  }

  @Test
  void bondsOfRewoundBatchesAreSettledInOrder() {
    BatchDraft wrong = world.draft().fraudulent();
    world.commit(wrong);
    Bytes32 second = world.commit(world.draft());
    world.forceExit(ALICE);
    world.now = 6;
    BatchDraft outsiders = world.draft();
    outsiders.epoch = 1;
    Bytes32 third = world.commit(OUTSIDER, outsiders);
    world.refused(BOB, new SettlementCall.SettleBond(second), Rule.BOND);
    world.ok(BOB, wrong.challenge(0));
    Bytes32 first = wrong.build().header().hash(World.SUITE);
    world.refused(BOB, new SettlementCall.SettleBond(first), Rule.BOND);
    world.refused(BOB, new SettlementCall.SettleBond(third), Rule.BOND);
    long burned = world.view().burned();
    world.ok(BOB, new SettlementCall.SettleBond(second));
    assertThat(world.view().burned() - burned).as("the cheat's own").isEqualTo(World.BOND);
    world.ok(BOB, new SettlementCall.SettleBond(third));
    assertThat(world.view().funds(OUTSIDER)).isEqualTo(100_000);
    world.refused(BOB, new SettlementCall.SettleBond(third), Rule.BOND);
    assertThat(world.view().funds(OPERATOR)).isEqualTo(100_000 - 2 * World.BOND);
    world.refused(BOB, new SettlementCall.SettleBond(Bytes32.ZERO), Rule.BOND);
  }

  @Test
  void whoChallengesOneselfLosesHalfOfTheBond() {
    BatchDraft wrong = world.draft().fraudulent();
    world.commit(wrong);
    world.ok(OPERATOR, wrong.challenge(0));
    assertThat(world.view().funds(OPERATOR)).isEqualTo(100_000 - World.BOND + World.BOND / 2);
  }
}
