package io.frond.core;

import static io.frond.core.ChainWorld.ALICE;
import static io.frond.core.ChainWorld.add;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.admission.TransactionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ChainRunnerTest {
  @Test
  void aRunnerVerifiesInOtherThreadsKeepsTheOrderAndAnswersQuestions() throws Exception {
    ChainWorld world =
        new ChainWorld(1)
            .options(
                new ChainOptions(
                    new ChainOptions.Pace(0, 4, 3, 1_000, 50),
                    new ChainOptions.ParentTerms(0, 16, 2, 100, 50),
                    1_000));
    AppChain chain = world.open();
    ExecutorService verifiers = Executors.newFixedThreadPool(2);
    ChainRunner runner = new ChainRunner(chain, verifiers, 5);
    Thread thread = new Thread(runner, "chain");
    thread.start();
    try {
      List<CompletableFuture<TransactionResult>> results = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        results.add(chain.submit(add(ALICE, i, 1)).result());
      }
      for (int i = 0; i < 200; i++) {
        TransactionResult result = results.get(i).get(30, TimeUnit.SECONDS);
        assertThat(((TransactionResult.Included) result).receipt().receipt().sequence())
            .isEqualTo(i);
      }
      assertThat(runner.query(CounterModule.NAME, CounterModule.SUM::get).get(30, TimeUnit.SECONDS))
          .isEqualTo(200);
      assertThat(runner.nextNonce(ALICE.address(), 0).get(30, TimeUnit.SECONDS)).isEqualTo(200);
    } finally {
      runner.stop();
      thread.join();
      verifiers.shutdown();
      chain.close();
    }
    assertThat(runner.query(CounterModule.NAME, CounterModule.SUM::get)).isCompletedExceptionally();
  }
}
