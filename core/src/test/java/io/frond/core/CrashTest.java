package io.frond.core;

import static io.frond.core.ChainWorld.ALICE;
import static io.frond.core.ChainWorld.add;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.admission.TransactionResult;
import io.frond.core.environment.SimulatedCrash;
import io.frond.core.journal.JournalRecord.BlockRecord;
import io.frond.core.log.FileChainLog;
import io.frond.core.ordering.Receipt;
import io.frond.core.ordering.SignedReceipt;
import io.frond.core.state.StateStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CrashTest {
  private static final int TRANSACTIONS = 24;

  /** One life after the other, until everything is in and settled. */
  private static final class Story {
    private final ChainWorld world;
    private final List<SignedReceipt> receipts = new ArrayList<>();
    private int acknowledged;
    private int crashes;

    Story(long seed) {
      world = new ChainWorld(seed);
    }

    long run(long crashEvery) {
      long before = world.environment().disk().operations();
      for (int lives = 0; lives < 40; lives++) {
        world.environment().disk().crashAtOperation(lives < 20 ? crashEvery : 0);
        try {
          live();
          world.environment().disk().crashAtOperation(0);
          return world.environment().disk().operations() - before;
        } catch (SimulatedCrash crash) {
          crashes++;
          world.environment().disk().restart();
        }
      }
      throw new AssertionError("never done");
    }

    private void live() {
      AppChain chain = world.open();
      acknowledged = (int) chain.nextNonce(ALICE.address(), 0);
      while (acknowledged < TRANSACTIONS) {
        CompletableFuture<TransactionResult> result =
            ChainWorld.submit(chain, add(ALICE, acknowledged, 1L << acknowledged));
        if (acknowledged % 5 == 0) {
          world.deposit(ALICE.address(), 3);
        }
        world.run(chain, 1);
        if (result.isDone()) {
          receipts.add(ChainWorld.included(result).receipt());
          acknowledged++;
        }
      }
      world.run(chain, 130);
      chain.close();
    }

    void check() {
      world.environment().disk().kill();
      AppChain chain = world.open();
      assertThat(ChainWorld.sum(chain)).isEqualTo((1L << TRANSACTIONS) - 1);
      Bytes32 root = chain.stateRoot();
      chain.close();
      world.environment().disk().kill();
      AppChain replayed = world.builder().states(StateStore.inMemory()).open();
      assertThat(replayed.stateRoot()).as("replayed from zero").isEqualTo(root);
      replayed.close();
      checkReceipts();
      checkBatches();
    }

    private void checkReceipts() {
      world.environment().disk().kill();
      FileChainLog log = FileChainLog.open(world.environment());
      ChainHistory history = ChainHistory.of(log);
      Map<Long, Bytes32> bySequence = new HashMap<>();
      for (SignedReceipt signed : receipts) {
        Receipt receipt = signed.receipt();
        BlockRecord block = history.blocks().get((int) receipt.place().block() - 1);
        int at = receipt.place().position() - block.inbox().entries().size();
        assertThat(history.transactions(block.number()).get(at)).isEqualTo(receipt.transactionId());
        assertThat(history.groups()).anyMatch(group -> group.group().equals(signed.group()));
        assertThat(bySequence.put(receipt.sequence(), receipt.transactionId())).isNull();
      }
      log.close();
    }

    private void checkBatches() {
      List<Long> numbers =
          world.parent().everCommitted().stream()
              .map(batch -> batch.header().position().number())
              .toList();
      assertThat(numbers).doesNotHaveDuplicates().isSorted();
      assertThat(numbers.get(numbers.size() - 1)).isEqualTo((long) numbers.size());
      assertThat(world.parent().settlement().inbox().finalizedTo())
          .isEqualTo(world.parent().settlement().inbox().length());
    }
  }

  @Test
  void aCrashAtAnyOperationLosesNoPromiseAndSettlesEachBatchOnce() {
    run(7);
  }

  @Test
  @Tag("deep")
  void aCrashAtEveryOperationLosesNoPromiseAndSettlesEachBatchOnce() {
    run(1);
  }

  private static void run(long stride) {
    long operations = new Story(1).run(0);
    int crashes = 0;
    for (long every = 20; every < operations; every += stride) {
      Story story = new Story(every);
      try {
        story.run(every);
        story.check();
      } catch (RuntimeException | AssertionError | SimulatedCrash e) {
        throw new AssertionError("crash at every " + every + "th operation", e);
      }
      crashes += story.crashes;
    }
    assertThat(crashes).isGreaterThan(20);
  }
}
