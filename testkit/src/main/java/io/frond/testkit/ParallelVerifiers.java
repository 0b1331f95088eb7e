package io.frond.testkit;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;

/** Daemon threads that verify signatures, and a way to wait until they have nothing left to do. */
final class ParallelVerifiers implements Executor, AutoCloseable {
  private final ExecutorService threads;
  private final Phaser tasks = new Phaser(1);

  ParallelVerifiers(int count) {
    threads =
        Executors.newFixedThreadPool(
            count,
            task -> {
              Thread thread = new Thread(task, "frond-verifier");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public void execute(Runnable task) {
    tasks.register();
    threads.execute(
        () -> {
          try {
            task.run();
          } finally {
            tasks.arriveAndDeregister();
          }
        });
  }

  /** Returns when everything that was handed over before is done. */
  void awaitIdle() {
    tasks.arriveAndAwaitAdvance();
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
