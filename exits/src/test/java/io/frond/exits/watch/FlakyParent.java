package io.frond.exits.watch;

import io.frond.core.parent.BatchStatus;
import io.frond.core.parent.ParentBlock;
import io.frond.core.parent.ParentEvent;
import io.frond.core.parent.ParentReader;
import io.frond.core.parent.ParentUnavailableException;
import io.frond.core.parent.SettlementStatus;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** A parent that can be read so often, and then no more. */
final class FlakyParent implements ParentReader {
  private final ParentReader parent;
  private int left = Integer.MAX_VALUE;

  FlakyParent(ParentReader parent) {
    this.parent = parent;
  }

  void goAwayAfter(int calls) {
    left = calls;
  }

  private ParentReader parent() {
    if (left-- <= 0) {
      throw new ParentUnavailableException("gone", new IllegalStateException());
    }
    return parent;
  }

  @Override
  public ParentBlock head() {
    return parent().head();
  }

  @Override
  public Optional<ParentBlock> at(long height) {
    return parent().at(height);
  }

  @Override
  public SettlementStatus settlement() {
    return parent().settlement();
  }

  @Override
  public List<Bytes> inboxEntries(long from, int max, long confirmations) {
    return parent().inboxEntries(from, max, confirmations);
  }

  @Override
  public Optional<BatchStatus> batch(long number) {
    return parent().batch(number);
  }

  @Override
  public Optional<Bytes> published(Bytes32 dataCommitment) {
    return parent().published(dataCommitment);
  }

  @Override
  public Optional<Bytes> publishedBatch(Bytes32 batchHash) {
    return parent().publishedBatch(batchHash);
  }

  @Override
  public List<ParentEvent> events(long fromHeight) {
    return parent().events(fromHeight);
  }
}
