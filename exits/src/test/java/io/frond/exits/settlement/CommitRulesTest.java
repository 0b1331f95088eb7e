package io.frond.exits.settlement;

import static io.frond.exits.settlement.World.ALICE;
import static io.frond.exits.settlement.World.ANY_FEE;
import static io.frond.exits.settlement.World.BOB;
import static io.frond.exits.settlement.World.GOLD;
import static io.frond.exits.settlement.World.OPERATOR;
import static io.frond.exits.settlement.World.OUTSIDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.batch.BatchHeader;
import io.frond.core.chain.AssetQuanta;
import io.frond.core.chain.ParentReference;
import io.frond.core.ordering.TrustLabel;
import io.frond.core.outbox.Withdrawal;
import io.frond.exits.settlement.SettlementError.Rule;
import java.util.function.Consumer;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class CommitRulesTest {
  private static final Bytes32 WRONG = Bytes32.repeat((byte) 0xee);
  private final World world = new World();

  private SettlementError spoiled(Consumer<BatchDraft> spoil, Rule rule) {
    BatchDraft draft = world.draft();
    spoil.accept(draft);
    return world.refused(OPERATOR, draft.call(), rule);
  }

  private void messages(int count) {
    for (int i = 0; i < count; i++) {
      world.ok(BOB, new SettlementCall.SendMessage(Bytes.of(1), ANY_FEE));
    }
  }

  @Test
  void aBatchContinuesTheLastOneInEveryPart() {
    messages(2);
    world.commit(world.draft());
    messages(2);
    SettlementError error = spoiled(draft -> draft.number = 3, Rule.BATCH_NUMBER);
    assertThat(error.toString()).isEqualTo("BATCH_NUMBER: expected 2, actual 3");
    spoiled(draft -> draft.domain = WRONG, Rule.DOMAIN);
    spoiled(draft -> draft.epoch = 1, Rule.EPOCH);
    spoiled(draft -> draft.previous = WRONG, Rule.PREVIOUS_BATCH);
    spoiled(draft -> draft.pre = WRONG, Rule.PRE_STATE_ROOT);
    spoiled(draft -> draft.firstBlock = 1, Rule.BLOCK_NUMBERS);
    spoiled(draft -> draft.firstBlock = 3, Rule.BLOCK_NUMBERS);
    spoiled(
        draft -> draft.rules = new BatchHeader.Rules(WRONG, World.RULES.paramsHash()), Rule.RULES);
    spoiled(
        draft -> draft.rules = new BatchHeader.Rules(World.RULES.moduleDigest(), WRONG),
        Rule.RULES);
    spoiled(draft -> draft.inboxFrom = 1, Rule.INBOX_FROM);
    spoiled(draft -> draft.inboxFrom = 3, Rule.INBOX_FROM);
    spoiled(draft -> draft.rollingHash = WRONG, Rule.INBOX_HASH);
    spoiled(draft -> draft.blocksRoot = WRONG, Rule.BLOCKS_ROOT);
    spoiled(draft -> draft.dataCommitment = WRONG, Rule.DATA);
    spoiled(draft -> draft.evidence = Bytes.of(1), Rule.EVIDENCE);
    world.refused(OPERATOR, new SettlementCall.Commit(Bytes.of(1), Bytes.EMPTY), Rule.MALFORMED);
    world.commit(world.draft());
  }

  @Test
  void aBatchEndsWithinTheInbox() {
    messages(2);
    spoiled(draft -> draft.inboxTo = 3, Rule.INBOX_TO);
    world.commit(world.draft().consumeTo(2));
  }

  @Test
  void onlyConfirmedEntriesCount() {
    World slow = new World(World.config(params(2, 3)));
    slow.ok(BOB, new SettlementCall.SendMessage(Bytes.of(1), ANY_FEE));
    slow.now = 2;
    slow.refused(OPERATOR, slow.draft().call(), Rule.INBOX_TO);
    slow.now = 3;
    slow.commit(slow.draft());
  }

  @Test
  void aBatchConsumesAtMostItsLimit() {
    messages(18);
    world.refused(OPERATOR, world.draft().consumeTo(17).call(), Rule.INBOX_COUNT);
    world.commit(world.draft().consumeTo(16));
    world.commit(world.draft().consumeTo(17));
  }

  @Test
  void noDueEntryIsLeftBehind() {
    messages(2);
    long due = world.view().entry(1).orElseThrow().due();
    assertThat(due).isEqualTo(7);
    world.now = due - 1;
    world.refused(OPERATOR, world.draft().consumeTo(0).call(), Rule.DUE_ENTRY);
    world.commit(world.draft().consumeTo(1));
    world.now = due;
    world.refused(OPERATOR, world.draft().consumeTo(1).call(), Rule.DUE_ENTRY);
    world.commit(world.draft().consumeTo(2));
  }

  @Test
  void aBatchThatTakesAllItMayLeavesDueEntriesBehind() {
    messages(18);
    world.now = 12;
    world.refused(OPERATOR, world.draft().consumeTo(15).call(), Rule.DUE_ENTRY);
    world.commit(world.draft().consumeTo(16));
  }

  @Test
  void fromFreezeAtOnOnlyAFreezeIsLegal() {
    messages(1);
    long freezeAt = world.view().entry(0).orElseThrow().freezeAt();
    world.now = freezeAt;
    world.refused(OPERATOR, world.draft().call(), Rule.FREEZE_DUE);
    world.now = freezeAt - 1;
    world.commit(world.draft());
  }

  @Test
  void aReferenceIsOfTheParentRecentAndNeverBefore() {
    world.now = 20;
    reference(20, Rule.REFERENCE_HEIGHT);
    reference(14, Rule.REFERENCE_HEIGHT);
    spoiled(draft -> draft.reference = new ParentReference(19, WRONG), Rule.REFERENCE_HASH);
    world.commit(at(15));
    world.commit(at(17));
    reference(16, Rule.REFERENCE_HEIGHT);
    world.commit(at(17));
    world.commit(at(19));
  }

  private void reference(long height, Rule rule) {
    world.refused(OPERATOR, at(height).call(), rule);
  }

  private BatchDraft at(long height) {
    BatchDraft draft = world.draft();
    draft.reference = new ParentReference(height, World.blockHash(height));
    return draft;
  }

  @Test
  void onlySoManyBatchesWait() {
    World small = new World(World.config(params(0, 3)));
    for (int i = 0; i < 3; i++) {
      small.commit(small.draft());
    }
    small.refused(OPERATOR, small.draft().call(), Rule.PENDING_BATCHES);
    small.now += 10;
    small.ok(BOB, new SettlementCall.FinalizeThrough(1));
    small.commit(small.draft());
  }

  @Test
  void othersProposeOnlyWhileTheHeadIsDueAndInANewEpoch() {
    messages(1);
    world.now = 5;
    BatchDraft early = world.draft();
    early.epoch = 1;
    world.refused(OUTSIDER, early.call(), Rule.PROPOSER);
    world.now = 6;
    world.refused(OUTSIDER, world.draft().call(), Rule.EPOCH);
    BatchDraft draft = world.draft();
    draft.epoch = 1;
    world.refused(ALICE, draft.call(), Rule.FUNDS);
    world.commit(OUTSIDER, draft);
    assertThat(world.view().status(6).epoch()).isEqualTo(1);
    BatchDraft again = world.draft();
    again.epoch = 2;
    world.refused(OUTSIDER, again.call(), Rule.PROPOSER);
    world.commit(world.draft());
    assertThat(world.view().status(6).epoch()).isEqualTo(1);
  }

  @Test
  void afterAProvenFraudAnybodyWithABondProposes() {
    BatchDraft fraud = world.draft().fraudulent();
    world.commit(fraud);
    world.ok(BOB, fraud.challenge(0));
    BatchDraft draft = world.draft();
    assertThat(draft.epoch).isEqualTo(1);
    draft.epoch = 2;
    world.refused(ALICE, draft.call(), Rule.FUNDS);
    world.commit(OUTSIDER, draft);
    world.commit(world.draft());
  }

  @Test
  void aBatchLocksABond() {
    world.ok(OPERATOR, new SettlementCall.CollectFunds(100_000 - World.BOND, OPERATOR));
    world.commit(world.draft());
    world.refused(OPERATOR, world.draft().call(), Rule.FUNDS);
    world.finalizeAll();
    world.commit(world.draft());
  }

  @Test
  void totalsAreOfDeclaredAssetsAndOfSomething() {
    spoiled(draft -> draft.totals = AssetQuanta.of(0, 1), Rule.WITHDRAWALS);
    spoiled(
        draft -> draft.withdraw(Withdrawal.of(ALICE, GOLD, 1)).totals = AssetQuanta.of(1, 1),
        Rule.ASSET);
    spoiled(
        draft -> draft.withdraw(Withdrawal.of(ALICE, GOLD, 1)).totals = AssetQuanta.of(7, 1),
        Rule.ASSET);
  }

  private static SettlementParams params(long confirmations, long maxPending) {
    return new SettlementParams(
        TrustLabel.REEXECUTION,
        new SettlementParams.Deadlines(confirmations, 5, 20, 10, 0, 5),
        new SettlementParams.Capacity(4, 16, maxPending),
        new SettlementParams.Protection(50, 0, 100, 0, 0));
  }
}
