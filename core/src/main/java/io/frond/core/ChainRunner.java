package io.frond.core;

import io.frond.vm.Account;
import io.frond.vm.StateView;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Steps a chain on the thread that calls {@link #run}, until {@link #stop}: the host makes the
 * thread, names it, and sees its exceptions. Signatures are verified on an executor of the host's.
 * Between steps the thread sleeps until there is something to do. The chain stays open when the
 * runner ends.
 */
public final class ChainRunner implements Runnable {
  private static final long LONGEST_SLEEP_MS = 100;

  private final AppChain chain;
  private final Executor verifiers;
  private final long sleepMs;
  private final Semaphore work = new Semaphore(0);
  private final Queue<Runnable> questions = new ConcurrentLinkedQueue<>();
  private volatile boolean isStopping;

  /**
   * A runner of a chain.
   *
   * @param verifiers verifies signatures
   * @param sleepMs the longest sleep between two steps, 1 to 100
   */
  public ChainRunner(AppChain chain, Executor verifiers, long sleepMs) {
    if (sleepMs < 1 || sleepMs > LONGEST_SLEEP_MS) {
      throw new IllegalArgumentException("sleep: expected 1 to 100 ms, actual " + sleepMs);
    }
    this.chain = chain;
    this.verifiers = verifiers;
    this.sleepMs = sleepMs;
    chain.onWork(this::wakeUp);
  }

  /**
   * Steps the chain until somebody stops it, or the thread is interrupted.
   *
   * @throws RuntimeException whatever {@link AppChain#step} throws
   */
  @Override
  public void run() {
    try {
      while (!isStopping) {
        answer();
        if (!chain.step(verifiers)) {
          sleep();
        }
      }
    } finally {
      stop();
      questions.forEach(Runnable::run);
      questions.clear();
    }
  }

  /** Ends {@link #run} after the step that is under way. Safe for any thread. */
  public void stop() {
    isStopping = true;
    wakeUp();
  }

  /**
   * {@link AppChain#query}, between two steps. Safe for any thread.
   *
   * @return completed on the stepping thread; cancelled if the runner stops before
   */
  public <R> CompletableFuture<R> query(String module, Function<StateView, R> question) {
    return ask(() -> chain.query(module, question));
  }

  /** {@link AppChain#nextNonce}, between two steps. Safe for any thread. */
  public CompletableFuture<Long> nextNonce(Account account, int lane) {
    return ask(() -> chain.nextNonce(account, lane));
  }

  private <R> CompletableFuture<R> ask(Supplier<R> question) {
    CompletableFuture<R> answer = new CompletableFuture<>();
    questions.add(
        () -> {
          if (isStopping) {
            answer.completeExceptionally(new CancellationException("the runner has stopped"));
            return;
          }
          try {
            answer.complete(question.get());
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    if (isStopping) {
      answer.completeExceptionally(new CancellationException("the runner has stopped"));
    }
    wakeUp();
    return answer;
  }

  private void answer() {
    Runnable question = questions.poll();
    while (question != null) {
      question.run();
      question = questions.poll();
    }
  }

  private void wakeUp() {
    // One permit is enough: a step does whatever there is.
    if (work.availablePermits() == 0) {
      work.release();
    }
  }

  private void sleep() {
    try {
      if (work.tryAcquire(sleepMs, TimeUnit.MILLISECONDS)) {
        work.drainPermits();
      }
    } catch (InterruptedException interrupted) {
      isStopping = true;
      Thread.currentThread().interrupt();
    }
  }
}
