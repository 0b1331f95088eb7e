package io.frond.core;

import static io.frond.core.ChainWorld.ALICE;
import static io.frond.core.ChainWorld.add;
import static io.frond.core.ChainWorld.submit;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.admission.TransactionResult;
import io.frond.core.log.ChainLog;
import io.frond.core.transition.Block;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BlockTimeTest {
  /** The drift of the chain's parameters. */
  private static final long DRIFT_MS = 10_000;

  private final ChainWorld world = new ChainWorld(11);
  private final ChainLog log = ChainLog.inMemory();

  private List<Block> blocks() {
    return ChainHistory.of(log).blocks().stream()
        .map(record -> Block.decode(ChainWorld.RULES.format(), record.data()))
        .toList();
  }

  private CompletableFuture<TransactionResult> at(AppChain chain, long timeMs, int sequence) {
    world.environment().clock().set(timeMs);
    CompletableFuture<TransactionResult> result = submit(chain, add(ALICE, sequence, 1));
    chain.step();
    return result;
  }

  @Test
  void theTimeOfBlocksNeverFallsThoughTheClockDoes() {
    AppChain chain = world.builder().log(log).open();
    assertThat(at(chain, 5_000, 0)).isDone();
    assertThat(at(chain, 4_000, 1)).isDone();
    assertThat(at(chain, 6_000, 2)).isDone();
    assertThat(blocks()).extracting(Block::timeMs).containsExactly(5_000L, 5_000L, 6_000L);
    chain.close();
  }

  @Test
  void theTimeOfABlockStaysWithinTheDriftOfItsReference() {
    AppChain chain = world.builder().log(log).open();
    assertThat(at(chain, DRIFT_MS + 1, 0)).isDone();
    world.parent().mine(50_000);
    assertThat(at(chain, DRIFT_MS + 20, 1)).isDone();
    assertThat(blocks()).extracting(Block::timeMs).containsExactly(DRIFT_MS, 40_000L);
    assertThat(blocks()).extracting(Block::referenceTimeMs).containsExactly(0L, 50_000L);
    chain.close();
  }

  @Test
  void aBlockRefersToWhatHasTheConfirmationsAndWaitsUntilThereIsOne() {
    world.options(
        new ChainOptions(
            ChainWorld.OPTIONS.pace(), new ChainOptions.ParentTerms(3, 16, 2, 100, 50), 10));
    AppChain chain = world.builder().log(log).open();
    CompletableFuture<TransactionResult> waiting = at(chain, 1_000, 0);
    assertThat(waiting).isNotDone();
    mine(chain, 2);
    assertThat(waiting).isNotDone();
    mine(chain, 1);
    assertThat(waiting).isDone();
    assertThat(blocks()).extracting(block -> block.reference().height()).containsExactly(0L);
    chain.close();
  }

  @Test
  void nothingIsPromisedInAnEpochThatHasNotItsConfirmationsYet() {
    world.options(
        new ChainOptions(
            ChainWorld.OPTIONS.pace(), new ChainOptions.ParentTerms(3, 16, 2, 100, 50), 10));
    AppChain chain = world.builder().log(log).open();
    mine(chain, 5);
    assertThat(at(chain, 2_000, 0)).isDone();
    world.parent().raiseEpoch();
    mine(chain, 1);
    CompletableFuture<TransactionResult> waiting = at(chain, 3_000, 1);
    mine(chain, 2);
    assertThat(waiting).isNotDone();
    mine(chain, 1);
    assertThat(ChainWorld.included(waiting).receipt().receipt().epoch()).isEqualTo(1);
    chain.close();
  }

  private void mine(AppChain chain, int blocks) {
    for (int i = 0; i < blocks; i++) {
      world.parent().mine(1_000);
      world.environment().clock().advance(20);
      chain.step();
    }
  }
}
