package io.frond.exits.settlement;

import io.frond.core.parent.ParentBlock;
import io.frond.core.proof.BlockDispute;
import io.frond.core.proof.BlockVerifier;
import io.frond.core.proof.ParentRecords;
import io.frond.core.proof.Verdict;
import io.frond.exits.proof.BlockProof;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.exits.settlement.SettlementEvent.Cause;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** One call, one block executed again (exit protocol 3.2, Reexecution). */
final class Challenges {
  private final State state;
  private final Batches batches;
  private final Inbox inbox;
  private final Rewinds rewinds;
  private final Funds funds;
  private final BlockVerifier verifier;

  Challenges(
      State state,
      Batches batches,
      Inbox inbox,
      Rewinds rewinds,
      Funds funds,
      BlockVerifier verifier) {
    this.state = state;
    this.batches = batches;
    this.inbox = inbox;
    this.rewinds = rewinds;
    this.funds = funds;
    this.verifier = verifier;
  }

  void challenge(SettlementCall.Challenge call, CallContext context) {
    BatchRecord batch = batches.requireCommitted(call.batch());
    BlockProof block = call.block();
    Refusal.unless(
        block.verify(state.suite(), batch.header()),
        Rule.DISPUTE,
        "a block of batch " + batch.number(),
        block.index());
    Verdict verdict = verifier.verify(dispute(batch, call), new Records(inbox, context));
    if (verdict instanceof Verdict.WitnessRejected rejected) {
      throw Refusal.of(Rule.WITNESS, "a complete witness", rejected.reason());
    }
    if (!(verdict instanceof Verdict.Fraud)) {
      throw Refusal.of(Rule.NO_FRAUD, "a wrong block", block.index());
    }
    rewinds.rewind(call.batch(), batch, Cause.CHALLENGE, context);
    long reward = batch.commitment().bond() / 2;
    funds.give(context.caller(), reward);
    funds.burn(batch.commitment().bond() - reward);
  }

  private BlockDispute dispute(BatchRecord batch, SettlementCall.Challenge call) {
    BlockProof block = call.block();
    long maxLag = state.config().params().deadlines().maxLag();
    return new BlockDispute(
        batch.header(),
        block.index(),
        block.data(),
        new BlockDispute.Roots(block.before().root(), block.after().root()),
        Math.max(0, batch.commitment().at() - maxLag),
        call.witness());
  }

  /** What the verifier may ask the parent. */
  private record Records(Inbox inbox, CallContext context) implements ParentRecords {
    @Override
    public Optional<Bytes> inboxEntry(long index) {
      return inbox.find(index).map(stored -> stored.entry().encode());
    }

    @Override
    public Optional<Bytes32> rollingHash(long index) {
      return inbox.rollingHash(index);
    }

    @Override
    public ParentBlock head() {
      return context.blocks().head();
    }

    @Override
    public Optional<ParentBlock> at(long height) {
      return context.blocks().at(height);
    }
  }
}
