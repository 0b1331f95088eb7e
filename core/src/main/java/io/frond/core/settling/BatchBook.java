package io.frond.core.settling;

import io.frond.core.batch.Batch;
import io.frond.core.batch.BatchHeader;
import io.frond.core.batch.Head;
import io.frond.core.hash.TreeKind;
import io.frond.core.journal.JournalRecord.BatchPlace;
import io.frond.core.journal.JournalRecord.BatchTip;
import io.frond.core.journal.JournalRecord.BlockRecord;
import io.frond.core.transition.Block;
import io.frond.core.transition.ChainRules;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The batches that are not final yet: those that are sealed, and the open one that blocks join. The
 * blocks of final ones are in the log and on the parent. For the stepping thread.
 */
public final class BatchBook {
  private final ChainRules rules;
  private final Deque<SealedBatch> sealed = new ArrayDeque<>();
  private final List<BlockRecord> open = new ArrayList<>();
  private BatchTip base;
  private long openFrom;

  /**
   * A book without batches.
   *
   * @param base the batch that comes before them
   */
  public BatchBook(ChainRules rules, BatchTip base) {
    this.rules = rules;
    this.base = base;
  }

  /** The batch before the oldest that is not final. */
  public BatchTip base() {
    return base;
  }

  /** The newest sealed batch, or the {@link #base}. */
  public BatchTip tip() {
    return sealed.isEmpty() ? base : sealed.getLast().tip();
  }

  /** Where the next block stands. */
  public BatchPlace nextPlace() {
    return new BatchPlace(tip().number() + 1, open.isEmpty());
  }

  /** Lets a block join the open batch. */
  public void add(BlockRecord block, long logPosition) {
    if (!block.place().equals(nextPlace())) {
      throw new IllegalStateException(
          "block " + block.number() + ": expected " + nextPlace() + ", actual " + block.place());
    }
    if (open.isEmpty()) {
      openFrom = logPosition;
    }
    open.add(block);
  }

  /** The blocks of the open batch. */
  public List<BlockRecord> open() {
    return List.copyOf(open);
  }

  /** How many blocks the open batch has. */
  public int openCount() {
    return open.size();
  }

  /** The time of the first block of the open batch, which has blocks. */
  public long openSinceMs() {
    return Block.timeMs(open.get(0).data());
  }

  /** The height of the oldest parent block that the open batch refers to, which has blocks. */
  public long openReference() {
    return Block.referenceHeight(open.get(0).data());
  }

  /** How many inbox entries the open batch consumed. */
  public int openEntries() {
    return open.stream().mapToInt(block -> block.inbox().entries().size()).sum();
  }

  /** The log position from which records matter. */
  public long from(long end) {
    if (!sealed.isEmpty()) {
      return sealed.getFirst().from();
    }
    return open.isEmpty() ? end : openFrom;
  }

  /**
   * The header of the open batch as it stands.
   *
   * @param head what its last block left in the state
   */
  public BatchHeader header(long epoch, Head head) {
    BatchTip before = tip();
    List<Batch.BlockData> data = SealedBatch.data(open);
    BlockRecord last = open.get(open.size() - 1);
    return new BatchHeader(
        rules.domain(),
        new BatchHeader.Position(epoch, before.number() + 1, before.hash()),
        new BatchHeader.StateRoots(before.postRoot(), last.postRoot()),
        new BatchHeader.Blocks(Batch.blocksRoot(rules.suite(), data), data.size(), last.number()),
        new BatchHeader.InboxSpan(
            before.inboxTo(), head.inbox().next(), head.inbox().rollingHash()),
        new BatchHeader.Withdrawals(
            head.withdrawals().root(rules.suite(), TreeKind.WITHDRAWALS),
            head.withdrawals().count(),
            head.totals()),
        head.outboxRoot(),
        Batch.dataCommitment(rules.suite(), data),
        head.reference(),
        head.timeMs(),
        new BatchHeader.Rules(rules.moduleDigest(), rules.paramsHash()));
  }

  /** Ends the open batch under this header. */
  public SealedBatch seal(BatchHeader header) {
    SealedBatch batch = new SealedBatch(header, header.hash(rules.suite()), open, openFrom);
    sealed.add(batch);
    open.clear();
    return batch;
  }

  /** Seals the open batch under a header from the log, or gives a sealed one another header. */
  public void restore(BatchHeader header) {
    SealedBatch known = find(header.position().number()).orElse(null);
    if (known == null) {
      seal(header);
    } else {
      replace(known, header);
    }
  }

  /**
   * Gives the batches after one headers of another epoch.
   *
   * @return the new headers, in order
   */
  public List<BatchHeader> reseal(long after, long epoch) {
    List<BatchHeader> headers = new ArrayList<>();
    for (SealedBatch batch : List.copyOf(sealed)) {
      if (batch.number() > after) {
        Bytes32 previous = tipOf(batch.number() - 1).orElseThrow().hash();
        BatchHeader header =
            batch.header().at(new BatchHeader.Position(epoch, batch.number(), previous));
        replace(batch, header);
        headers.add(header);
      }
    }
    return headers;
  }

  private void replace(SealedBatch known, BatchHeader header) {
    SealedBatch renewed =
        new SealedBatch(header, header.hash(rules.suite()), known.blocks(), known.from());
    List<SealedBatch> all = List.copyOf(sealed);
    sealed.clear();
    all.forEach(batch -> sealed.add(batch.number() == known.number() ? renewed : batch));
  }

  /** A sealed batch that is not final. */
  public Optional<SealedBatch> find(long number) {
    return sealed.stream().filter(batch -> batch.number() == number).findFirst();
  }

  /** What a batch left, if it is the {@link #base} or a sealed one. */
  public Optional<BatchTip> tipOf(long number) {
    return number == base.number() ? Optional.of(base) : find(number).map(SealedBatch::tip);
  }

  /** Forgets the batches up to this one, which are final. */
  public void finalized(long number) {
    while (!sealed.isEmpty() && sealed.getFirst().number() <= number) {
      base = sealed.removeFirst().tip();
    }
  }

  /**
   * Forgets the batches after this one and the open one.
   *
   * @return their blocks, in order
   */
  public List<BlockRecord> rewindTo(long number) {
    List<BlockRecord> gone = new ArrayList<>();
    for (SealedBatch batch : List.copyOf(sealed)) {
      if (batch.number() > number) {
        gone.addAll(batch.blocks());
        sealed.remove(batch);
      }
    }
    gone.addAll(open);
    open.clear();
    return gone;
  }
}
