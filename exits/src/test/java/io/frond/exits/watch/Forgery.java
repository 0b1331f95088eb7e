package io.frond.exits.watch;

import io.frond.core.batch.Batch;
import io.frond.core.batch.BatchHeader;
import io.frond.core.chain.AssetQuanta;
import io.frond.core.chain.ParentReference;
import io.frond.core.transition.Block;
import io.frond.core.tx.SignedTransaction;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** What a dishonest operator makes of an honest batch, such that the settlement still takes it. */
final class Forgery {
  private Forgery() {}

  static Batch withData(Batch batch, int index, Bytes data) {
    List<Batch.BlockData> blocks = new ArrayList<>(batch.blocks());
    blocks.set(index, new Batch.BlockData(blocks.get(index).postRoot(), data));
    return withBlocks(batch, blocks);
  }

  static Batch withPostRoot(Batch batch, int index, Bytes32 root) {
    List<Batch.BlockData> blocks = new ArrayList<>(batch.blocks());
    blocks.set(index, new Batch.BlockData(root, blocks.get(index).data()));
    return withBlocks(batch, blocks);
  }

  private static Batch withBlocks(Batch batch, List<Batch.BlockData> blocks) {
    BatchHeader header = batch.header();
    Bytes32 post = blocks.get(blocks.size() - 1).postRoot();
    return new Batch(
        new BatchHeader(
            header.domain(),
            header.position(),
            new BatchHeader.StateRoots(header.state().pre(), post),
            new BatchHeader.Blocks(
                Batch.blocksRoot(WatchedChain.SUITE, blocks),
                blocks.size(),
                header.blocks().last()),
            header.inbox(),
            header.withdrawals(),
            header.outboxRoot(),
            Batch.dataCommitment(WatchedChain.SUITE, blocks),
            header.reference(),
            header.timeMs(),
            header.rules()),
        blocks);
  }

  /** The same data once more, after a batch that consumed all its entries. */
  static Batch asNext(Batch batch, Batch before) {
    BatchHeader h = batch.header();
    BatchHeader.InboxSpan done =
        new BatchHeader.InboxSpan(h.inbox().to(), h.inbox().to(), h.inbox().rollingHash());
    BatchHeader forged =
        new BatchHeader(
            h.domain(),
            new BatchHeader.Position(
                h.position().epoch(),
                h.position().number() + 1,
                before.header().hash(WatchedChain.SUITE)),
            new BatchHeader.StateRoots(before.header().state().post(), h.state().post()),
            new BatchHeader.Blocks(h.blocks().root(), h.blocks().count(), 2 * h.blocks().last()),
            done,
            h.withdrawals(),
            h.outboxRoot(),
            h.dataCommitment(),
            h.reference(),
            h.timeMs(),
            h.rules());
    return new Batch(forged, batch.blocks());
  }

  static Batch withInbox(Batch batch, BatchHeader.InboxSpan inbox) {
    BatchHeader h = batch.header();
    return with(batch, inbox, h.withdrawals(), h.outboxRoot(), h.reference(), h.timeMs());
  }

  static Batch withTotals(Batch batch, AssetQuanta totals) {
    BatchHeader h = batch.header();
    BatchHeader.Withdrawals said =
        new BatchHeader.Withdrawals(h.withdrawals().root(), h.withdrawals().count(), totals);
    return with(batch, h.inbox(), said, h.outboxRoot(), h.reference(), h.timeMs());
  }

  static Batch withWithdrawals(Batch batch, Bytes32 root, int count) {
    BatchHeader h = batch.header();
    BatchHeader.Withdrawals said =
        new BatchHeader.Withdrawals(root, count, h.withdrawals().totals());
    return with(batch, h.inbox(), said, h.outboxRoot(), h.reference(), h.timeMs());
  }

  static Batch withOutbox(Batch batch, Bytes32 root) {
    BatchHeader h = batch.header();
    return with(batch, h.inbox(), h.withdrawals(), root, h.reference(), h.timeMs());
  }

  static Batch withReference(Batch batch, ParentReference reference) {
    BatchHeader h = batch.header();
    return with(batch, h.inbox(), h.withdrawals(), h.outboxRoot(), reference, h.timeMs());
  }

  static Batch withTime(Batch batch, long timeMs) {
    BatchHeader h = batch.header();
    return with(batch, h.inbox(), h.withdrawals(), h.outboxRoot(), h.reference(), timeMs);
  }

  private static Batch with(
      Batch batch,
      BatchHeader.InboxSpan inbox,
      BatchHeader.Withdrawals withdrawals,
      Bytes32 outboxRoot,
      ParentReference reference,
      long timeMs) {
    BatchHeader h = batch.header();
    BatchHeader forged =
        new BatchHeader(
            h.domain(),
            h.position(),
            h.state(),
            h.blocks(),
            inbox,
            withdrawals,
            outboxRoot,
            h.dataCommitment(),
            reference,
            timeMs,
            h.rules());
    return new Batch(forged, batch.blocks());
  }

  static Block withTransactions(Block block, List<SignedTransaction> transactions) {
    return new Block(
        block.number(),
        block.timeMs(),
        block.reference(),
        block.referenceTimeMs(),
        block.inboxEntries(),
        transactions);
  }

  static Block withEntries(Block block, int entries) {
    return new Block(
        block.number(),
        block.timeMs(),
        block.reference(),
        block.referenceTimeMs(),
        entries,
        block.transactions());
  }

  static Block withNumber(Block block, long number) {
    return new Block(
        number,
        block.timeMs(),
        block.reference(),
        block.referenceTimeMs(),
        block.inboxEntries(),
        block.transactions());
  }

  static Block withTime(Block block, long timeMs) {
    return new Block(
        block.number(),
        timeMs,
        block.reference(),
        block.referenceTimeMs(),
        block.inboxEntries(),
        block.transactions());
  }

  static Block withReference(Block block, ParentReference reference, long timeMs) {
    return new Block(
        block.number(),
        block.timeMs(),
        reference,
        timeMs,
        block.inboxEntries(),
        block.transactions());
  }
}
