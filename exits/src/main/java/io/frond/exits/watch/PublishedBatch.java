package io.frond.exits.watch;

import io.frond.core.batch.Batch;
import io.frond.core.batch.BatchHeader;
import io.frond.core.hash.HashSuite;
import io.frond.core.parent.BatchStatus;
import io.frond.core.parent.ParentReader;
import io.frond.vm.DecodeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * A batch and the inbox entries of its span, as they were read from the parent.
 *
 * @param entries the entry of each index from {@code header.inbox().from()} on, encoded
 */
record PublishedBatch(Bytes32 hash, long committedAt, Batch batch, List<Bytes> entries) {
  PublishedBatch {
    entries = List.copyOf(entries);
  }

  /** What the parent has of a batch; empty unless it is all there and fits the commit. */
  static Optional<PublishedBatch> read(HashSuite suite, ParentReader parent, BatchStatus status) {
    BatchHeader header = BatchHeader.decode(status.header());
    Optional<Batch> batch =
        parent
            .publishedBatch(status.hash())
            .flatMap(PublishedBatch::decode)
            .filter(published -> isOf(suite, header, published));
    if (batch.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PublishedBatch(
            status.hash(), status.committedAt(), batch.get(), entries(parent, header.inbox())));
  }

  private static Optional<Batch> decode(Bytes published) {
    try {
      return Optional.of(Batch.decode(published));
    } catch (DecodeException e) {
      return Optional.empty();
    }
  }

  private static boolean isOf(HashSuite suite, BatchHeader header, Batch batch) {
    return batch.header().equals(header)
        && batch.blocks().size() == header.blocks().count()
        && Batch.blocksRoot(suite, batch.blocks()).equals(header.blocks().root())
        && Batch.dataCommitment(suite, batch.blocks()).equals(header.dataCommitment());
  }

  private static List<Bytes> entries(ParentReader parent, BatchHeader.InboxSpan span) {
    List<Bytes> entries = new ArrayList<>();
    List<Bytes> more = List.of();
    do {
      long left = span.to() - span.from() - entries.size();
      more =
          parent.inboxEntries(
              span.from() + entries.size(), (int) Math.min(left, Integer.MAX_VALUE), 0);
      entries.addAll(more);
    } while (!more.isEmpty() && entries.size() < span.to() - span.from());
    return entries;
  }

  BatchHeader header() {
    return batch.header();
  }

  long number() {
    return header().position().number();
  }

  /** The entry at an index; empty outside the span, and where the inbox ends before it. */
  Optional<Bytes> entry(long index) {
    long place = index - header().inbox().from();
    return place < 0 || place >= entries.size()
        ? Optional.empty()
        : Optional.of(entries.get((int) place));
  }

  /** Whether the parent still has this batch, in the same block. */
  boolean isStill(BatchStatus status) {
    return status.hash().equals(hash) && status.committedAt() == committedAt;
  }

  /** How many bytes its blocks have. */
  long dataBytes() {
    long bytes = 0;
    for (Batch.BlockData block : batch.blocks()) {
      bytes += block.data().size();
    }
    return bytes;
  }
}
