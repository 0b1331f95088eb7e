package io.frond.core.admission;

import io.frond.core.tx.Refusal;
import io.frond.core.tx.RefusalCode;
import io.frond.core.tx.Stage;
import io.frond.core.tx.Transaction;
import io.frond.core.tx.TransactionVerifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.apache.tuweni.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * From a submission to a checked signature. Any thread submits; the stepping thread hands what came
 * to an executor, chunk by chunk, and takes it back in the order of submission. Both queues are
 * bounded: beyond, a submission is refused at once.
 */
public final class Intake {
  private static final int CHUNK = 32;
  private static final int MOST_CHUNKS = 64;

  private final TransactionVerifier verifier;
  private final ArrayBlockingQueue<PooledTransaction> submitted;
  private final long retryAfterMs;
  private final Queue<Chunk> verifying = new ArrayDeque<>();
  private volatile Runnable wakeUp = () -> {};
  private volatile @Nullable Refusal closed;

  /**
   * An empty intake.
   *
   * @param capacity how many submissions wait at most, at least 1
   * @param retryAfterMs what a sender is told when there is no room
   */
  public Intake(TransactionVerifier verifier, int capacity, long retryAfterMs) {
    this.verifier = verifier;
    this.submitted = new ArrayBlockingQueue<>(capacity);
    this.retryAfterMs = retryAfterMs;
  }

  /** Sets what is run, on any thread, when there is work for the stepping thread. */
  public void onWork(Runnable action) {
    wakeUp = action;
  }

  /** Takes the wire form of a transaction. Safe for several threads. */
  public Submission submit(Bytes wire) {
    Refusal reason = closed;
    if (reason != null) {
      return new Submission.Refused(reason);
    }
    if (wire.size() > Transaction.MAX_BYTES) {
      return new Submission.Refused(
          Refusal.never(
              RefusalCode.TOO_LARGE,
              "at most " + Transaction.MAX_BYTES + " bytes",
              Integer.toString(wire.size())));
    }
    PooledTransaction transaction = PooledTransaction.of(wire);
    if (!submitted.offer(transaction)) {
      return new Submission.Refused(
          new Refusal(
              RefusalCode.OVERLOADED,
              Stage.ADMIT,
              retryAfterMs,
              "room for a submission",
              submitted.size() + " waiting"));
    }
    reason = closed;
    if (reason != null && submitted.remove(transaction)) {
      return new Submission.Refused(reason);
    }
    wakeUp.run();
    return new Submission.Pending(transaction.result());
  }

  /**
   * Hands submissions to the executor, as many as may be under way at once.
   *
   * @return whether there were any
   */
  public boolean verify(Executor executor) {
    boolean worked = false;
    while (verifying.size() < MOST_CHUNKS && !submitted.isEmpty()) {
      Chunk chunk = new Chunk();
      submitted.drainTo(chunk.transactions, CHUNK);
      verifying.add(chunk);
      try {
        executor.execute(chunk);
      } catch (RejectedExecutionException full) {
        chunk.run();
      }
      worked = true;
    }
    return worked;
  }

  /** The next that were verified, in the order of submission; empty if none are ready. */
  List<PooledTransaction> takeVerified() {
    Chunk next = verifying.peek();
    if (next == null || !next.isDone) {
      return List.of();
    }
    verifying.remove();
    next.rethrow();
    return next.transactions;
  }

  /** Whether anything is submitted or being verified. */
  public boolean isIdle() {
    return submitted.isEmpty() && verifying.isEmpty();
  }

  /** Refuses everything from now on, and what was not yet handed on. */
  public void close(Refusal reason) {
    closed = reason;
    List<PooledTransaction> left = new ArrayList<>();
    submitted.drainTo(left);
    verifying.forEach(chunk -> left.addAll(chunk.transactions));
    verifying.clear();
    left.forEach(transaction -> transaction.refuse(reason));
  }

  private final class Chunk implements Runnable {
    private final List<PooledTransaction> transactions = new ArrayList<>(CHUNK);
    private @Nullable Throwable failure;
    private volatile boolean isDone;

    @Override
    public void run() {
      try {
        transactions.forEach(transaction -> transaction.verify(verifier));
      } catch (RuntimeException | Error unexpected) {
        // Verification is total; what gets here stops the node, on the stepping thread.
        failure = unexpected;
      }
      isDone = true;
      wakeUp.run();
    }

    void rethrow() {
      Throwable thrown = failure;
      if (thrown != null) {
        throw new IllegalStateException("the verification of a transaction failed", thrown);
      }
    }
  }
}
