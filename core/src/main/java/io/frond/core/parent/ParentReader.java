package io.frond.core.parent;

import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * What anybody can read on the parent about one chain, as of its newest closed block. A parent can
 * reorganise, so what is read is final only with the confirmations that the chain's settlement asks
 * for. Methods throw {@link ParentUnavailableException} if the parent cannot be asked.
 */
public interface ParentReader extends ParentBlocks {
  /** Where the settlement stands. */
  SettlementStatus settlement();

  /**
   * Entries of the inbox in order, each as {@code InboxEntry.encode()}.
   *
   * @param from index of the first one
   * @param max the most to return
   * @param confirmations how many blocks must stand on top of the one that holds an entry; entries
   *     with fewer are left out
   */
  List<Bytes> inboxEntries(long from, int max, long confirmations);

  /** The batch of this number that is committed or final; empty if there is none. */
  Optional<BatchStatus> batch(long number);

  /**
   * The last batch that was committed with data of this commitment, as {@code Batch.encode()}, also
   * when it was rewound since; empty if there is none, or if data is not kept on this parent.
   */
  Optional<Bytes> published(Bytes32 dataCommitment);

  /**
   * The batch whose header has this hash, as {@code Batch.encode()}, also when it was rewound
   * since; empty if there was none, or if data is not kept on this parent. Two batches can have the
   * same data, and one that was final or is disputed must not be hidden by a later one: who follows
   * a chain reads by this.
   */
  Optional<Bytes> publishedBatch(Bytes32 batchHash);

  /** What happened in the blocks from {@code fromHeight} on, in order. */
  List<ParentEvent> events(long fromHeight);
}
