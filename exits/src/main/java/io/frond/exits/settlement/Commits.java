package io.frond.exits.settlement;

import io.frond.core.batch.Batch;
import io.frond.core.batch.BatchHeader;
import io.frond.core.parent.ParentBlock;
import io.frond.core.parent.SettlementStatus.Mode;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.vm.Account;
import io.frond.vm.DecodeException;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes32;

/** The rules of a commit (exit protocol 3.2), in the order in which they are checked. */
final class Commits {
  private final State state;
  private final Batches batches;
  private final CommitInbox inboxRules;
  private final Inbox inbox;
  private final Books books;
  private final Funds funds;

  Commits(State state, Batches batches, Inbox inbox, Books books, Funds funds) {
    this.state = state;
    this.batches = batches;
    this.inboxRules = new CommitInbox(state, inbox);
    this.inbox = inbox;
    this.books = books;
    this.funds = funds;
  }

  void commit(SettlementCall.Commit call, CallContext context) {
    state.requireMode(Mode.ACTIVE, Mode.SUNSETTING);
    Batch batch = decode(call);
    BatchHeader header = batch.header();
    boolean byOperator = context.caller().equals(state.config().operator());
    inboxRules.checkFreezeNotDue(context.now());
    checkProposer(byOperator, context);
    if (!byOperator) {
      batches.raiseEpoch();
    }
    checkPlace(header);
    inboxRules.check(header.inbox(), context.now());
    checkReference(header, context);
    checkBlocks(batch);
    checkWithdrawals(header.withdrawals());
    Refusal.unless(call.evidence().isEmpty(), Rule.EVIDENCE, "none", call.evidence().size());
    append(call, header, byOperator, context);
  }

  private static Batch decode(SettlementCall.Commit call) {
    try {
      return Batch.decode(call.batch());
    } catch (DecodeException e) {
      throw Refusal.of(Rule.MALFORMED, "a batch", String.valueOf(e.getMessage()));
    }
  }

  private void checkProposer(boolean byOperator, CallContext context) {
    boolean mayPropose =
        byOperator || batches.isProposerOpen() || inboxRules.isHeadDue(context.now());
    Refusal.unless(mayPropose, Rule.PROPOSER, state.config().operator(), context.caller());
    long waiting = batches.lastCommitted() - batches.lastFinal();
    long most = state.config().params().capacity().maxPending();
    Refusal.unless(waiting < most, Rule.PENDING_BATCHES, "fewer than " + most, waiting);
  }

  private void checkPlace(BatchHeader header) {
    BatchHeader.Position position = header.position();
    Refusal.unlessEqual(state.domain(), header.domain(), Rule.DOMAIN);
    Refusal.unlessEqual(batches.epoch(), position.epoch(), Rule.EPOCH);
    Refusal.unlessEqual(batches.lastCommitted() + 1, position.number(), Rule.BATCH_NUMBER);
    Batches.Tip tip = batches.tip(batches.lastCommitted());
    Refusal.unlessEqual(tip.hash(), position.previous(), Rule.PREVIOUS_BATCH);
    Refusal.unlessEqual(tip.postRoot(), header.state().pre(), Rule.PRE_STATE_ROOT);
    long lastBlock = tip.lastBlock() + header.blocks().count();
    Refusal.unlessEqual(lastBlock, header.blocks().last(), Rule.BLOCK_NUMBERS);
    Refusal.unlessEqual(state.config().rules(), header.rules(), Rule.RULES);
  }

  private void checkReference(BatchHeader header, CallContext context) {
    long height = header.reference().height();
    long lowest =
        Math.max(
            batches.tip(batches.lastCommitted()).referenceHeight(),
            context.now() - state.config().params().deadlines().maxLag());
    Refusal.unless(
        height >= lowest && height < context.now(),
        Rule.REFERENCE_HEIGHT,
        lowest + " to " + (context.now() - 1),
        height);
    Optional<Bytes32> hash = context.blocks().at(height).map(ParentBlock::hash);
    Refusal.unlessEqual(hash, Optional.of(header.reference().hash()), Rule.REFERENCE_HASH);
  }

  private void checkBlocks(Batch batch) {
    BatchHeader header = batch.header();
    Refusal.unlessEqual(header.blocks().count(), batch.blocks().size(), Rule.BLOCKS_ROOT);
    Refusal.unlessEqual(
        Batch.blocksRoot(state.suite(), batch.blocks()), header.blocks().root(), Rule.BLOCKS_ROOT);
    Bytes32 last = batch.blocks().get(batch.blocks().size() - 1).postRoot();
    Refusal.unlessEqual(last, header.state().post(), Rule.BLOCKS_ROOT);
    Refusal.unlessEqual(
        Batch.dataCommitment(state.suite(), batch.blocks()), header.dataCommitment(), Rule.DATA);
  }

  private void checkWithdrawals(BatchHeader.Withdrawals withdrawals) {
    boolean isNone = withdrawals.count() == 0;
    Refusal.unless(
        isNone == withdrawals.root().isZero(),
        Rule.WITHDRAWALS,
        "a root of " + withdrawals.count(),
        withdrawals.root());
    Refusal.unless(
        !isNone || withdrawals.totals().entries().isEmpty(),
        Rule.WITHDRAWALS,
        "no totals",
        withdrawals.totals());
    withdrawals.totals().entries().forEach(total -> books.fungibleAt(total.assetIndex()));
  }

  private void append(
      SettlementCall.Commit call, BatchHeader header, boolean byOperator, CallContext context) {
    Account proposer = context.caller();
    long bond = state.config().money().bond();
    funds.take(proposer, bond);
    long window = state.config().params().deadlines().window();
    BatchRecord.Commitment commitment =
        new BatchRecord.Commitment(
            proposer,
            byOperator,
            context.now(),
            state.operatorClock(context.now()),
            context.now() + window,
            bond);
    Bytes32 hash = header.hash(state.suite());
    batches.append(
        hash,
        new BatchRecord(header, commitment, new BatchRecord.Status.Committed()),
        call.batch());
    inbox.setCommittedTo(header.inbox().to());
    state.emit(
        new SettlementEvent.Committed(
            header.position().number(), hash, header.position().epoch(), proposer));
  }
}
