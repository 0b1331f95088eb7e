package io.frond.core.proof;

import io.frond.core.batch.BatchHeader;
import io.frond.core.batch.Head;
import io.frond.core.hash.HashSuite;
import io.frond.core.hash.TreeKind;
import io.frond.core.inbox.InboxEntry;
import io.frond.core.parent.ParentBlock;
import io.frond.core.proof.Verdict.FraudKind;
import io.frond.core.transition.Block;
import io.frond.core.transition.BlockFault;
import io.frond.core.transition.ExecutedBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * What a block of a batch owes beside being valid: the parent's blocks and inbox, the root and the
 * header that its proposer claimed. Whoever follows a batch asks the same questions as whoever
 * judges a dispute about it, so that one finds exactly what the other confirms.
 */
public final class BlockExamination {
  private final HashSuite suite;
  private final ParentRecords records;

  /** Examines blocks against what a parent knows. */
  public BlockExamination(HashSuite suite, ParentRecords records) {
    this.suite = suite;
    this.records = records;
  }

  /**
   * Whether the block refers to a block of the parent, by its hash and time.
   *
   * @param oldest the lowest height that it may refer to
   */
  public boolean isReferenceRight(Block block, long oldest) {
    if (block.reference().height() < oldest) {
      return false;
    }
    ParentBlock known = records.at(block.reference().height()).orElse(null);
    return known != null
        && known.hash().equals(block.reference().hash())
        && known.timeMs() == block.referenceTimeMs();
  }

  /**
   * The entries that a block consumes; none at all if the batch or the inbox ends before the last
   * of them, which the transition then refuses.
   *
   * @param cursor the first entry that the block before left
   * @param count how many the block says it consumes
   */
  public List<InboxEntry> entries(BatchHeader header, long cursor, int count) {
    if (count > header.inbox().to() - cursor) {
      return List.of();
    }
    List<InboxEntry> entries = new ArrayList<>();
    for (long index = cursor; index < cursor + count; index++) {
      Optional<Bytes> encoded = records.inboxEntry(index);
      if (encoded.isEmpty()) {
        return List.of();
      }
      entries.add(InboxEntry.decode(encoded.get()));
    }
    return entries;
  }

  /**
   * Compares what a block came to with what its proposer claimed.
   *
   * @param claimed the state root after it by the batch
   * @param isLast whether it is the batch's last, of which the header speaks
   * @param postRoot the state root after it in truth
   */
  public Verdict compare(
      BatchHeader header, Bytes32 claimed, boolean isLast, ExecutedBlock block, Bytes32 postRoot) {
    if (!postRoot.equals(claimed)) {
      return new Verdict.Fraud(FraudKind.ROOT);
    }
    if (isLast && !isHeaderOf(header, block, postRoot)) {
      return new Verdict.Fraud(FraudKind.HEADER);
    }
    return new Verdict.Valid();
  }

  /** Whether the header says of its last block what that block's state says. */
  private boolean isHeaderOf(BatchHeader header, ExecutedBlock block, Bytes32 postRoot) {
    Head head = block.head();
    Bytes32 withdrawals = head.withdrawals().root(suite, TreeKind.WITHDRAWALS);
    return header.state().post().equals(postRoot)
        && header.blocks().last() == head.blockNumber()
        && header.inbox().to() == head.inbox().next()
        && header.inbox().rollingHash().equals(head.inbox().rollingHash())
        && header.withdrawals().count() == head.withdrawals().count()
        && header.withdrawals().root().equals(withdrawals)
        && header.withdrawals().totals().equals(head.totals())
        && header.outboxRoot().equals(head.outboxRoot())
        && header.reference().equals(head.reference())
        && header.timeMs() == head.timeMs();
  }

  /** The fraud that it is to publish a block with this fault. */
  public static FraudKind kindOf(BlockFault fault) {
    return switch (fault.kind()) {
      case UNDECODABLE -> FraudKind.DATA;
      case NUMBER, TIME -> FraudKind.SEQUENCE;
      case REFERENCE -> FraudKind.REFERENCE;
      case LIMIT, WITHDRAWALS, EMPTY -> FraudKind.LIMIT;
      case INBOX -> FraudKind.INBOX;
      case TRANSACTION -> FraudKind.TRANSACTION;
    };
  }
}
