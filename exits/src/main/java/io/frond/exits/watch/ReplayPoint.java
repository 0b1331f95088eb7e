package io.frond.exits.watch;

import io.frond.core.transition.ChainState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where to begin again: a checkpoint that is final, the batches after it, and a younger checkpoint
 * that becomes the one to begin from once its batch is final.
 *
 * <p>A checkpoint costs a walk over the whole state, so one is taken only when the batches since
 * the last one have as many bytes: over a long time, walking costs no more than following.
 */
final class ReplayPoint {
  private final long minBytes;
  private Checkpoint base = Checkpoint.GENESIS;
  private Optional<Checkpoint> candidate = Optional.empty();
  private final List<PublishedBatch> sinceBase = new ArrayList<>();
  private long bytesSinceCheckpoint;

  /**
   * Genesis.
   *
   * @param minBytes fewer bytes of batches are not worth a checkpoint
   */
  ReplayPoint(long minBytes) {
    this.minBytes = minBytes;
  }

  Checkpoint base() {
    return base;
  }

  /** The batches after the base, up to and with this one. */
  List<PublishedBatch> batchesTo(long number) {
    return sinceBase.subList(0, (int) (number - base.number()));
  }

  /** Adds the batch that was followed last; the state stands after it. */
  void add(PublishedBatch batch, ChainState state) {
    sinceBase.add(batch);
    bytesSinceCheckpoint += batch.dataBytes();
    long worth = Math.max(minBytes, candidate.orElse(base).bytes());
    if (candidate.isEmpty() && bytesSinceCheckpoint >= worth) {
      candidate = Optional.of(Checkpoint.of(batch.number(), state));
      bytesSinceCheckpoint = 0;
    }
  }

  /** Begins from the younger checkpoint if its batch is final. */
  void settle(long lastFinal) {
    if (candidate.isPresent() && candidate.get().number() <= lastFinal) {
      batchesTo(candidate.get().number()).clear();
      base = candidate.get();
      candidate = Optional.empty();
    }
  }

  /** Forgets the batches after this one. */
  void cut(long number) {
    sinceBase.subList((int) (number - base.number()), sinceBase.size()).clear();
    if (candidate.isPresent() && candidate.get().number() > number) {
      candidate = Optional.empty();
    }
  }

  /** Forgets everything but genesis. */
  void reset() {
    base = Checkpoint.GENESIS;
    candidate = Optional.empty();
    sinceBase.clear();
    bytesSinceCheckpoint = 0;
  }
}
