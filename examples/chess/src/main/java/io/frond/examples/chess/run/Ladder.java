package io.frond.examples.chess.run;

import io.frond.core.batch.BatchHeader;
import io.frond.exits.watch.ChainFollower;
import io.frond.exits.watch.FollowedBatch;
import java.util.List;
import java.util.function.ToLongFunction;

/** How long it took a transaction to climb from one finality to the next, in parent blocks. */
final class Ladder {
  private final List<FollowedBatch> batches;
  private final ParentBooks books;

  Ladder(ChainFollower follower, ParentBooks books) {
    this.batches = follower.batches();
    this.books = books;
  }

  /** How many of what, as a rule and at most. */
  record Span(long median, long worst) {
    static Span of(long[] ascending) {
      int size = ascending.length;
      return size == 0 ? new Span(0, 0) : new Span(ascending[size / 2], ascending[size - 1]);
    }
  }

  /** Until the parent had the batch. */
  Span committed() {
    return span(batch -> batch.committedAt() - madeAt(batch));
  }

  /** Until the batch was final. */
  Span finalised() {
    return span(batch -> books.finalizedAt(batch.number()) - madeAt(batch));
  }

  /** Until what these accounts withdrew was theirs on the parent. */
  Span withdrawn(List<Player> players) {
    return Span.of(
        players.stream()
            .map(player -> books.of(player.account()))
            .filter(lines -> lines.batch() > 0)
            .mapToLong(lines -> lines.creditedAt() - madeAt(batch(lines.batch())))
            .sorted()
            .toArray());
  }

  private Span span(ToLongFunction<FollowedBatch> of) {
    return Span.of(batches.stream().mapToLong(of).sorted().toArray());
  }

  private FollowedBatch batch(long number) {
    return batches.get((int) number - 1);
  }

  /** The parent block that was open when the first block of a batch was made, or one before. */
  private static long madeAt(FollowedBatch batch) {
    BatchHeader header = batch.header();
    long lastMadeAt =
        header.reference().height() + ChessWorld.SETTLEMENT.deadlines().confirmations() + 1;
    return lastMadeAt - (header.blocks().count() - 1);
  }
}
