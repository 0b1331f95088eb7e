package io.frond.core;

import static io.frond.core.ChainWorld.ALICE;
import static io.frond.core.ChainWorld.add;
import static io.frond.core.ChainWorld.included;
import static io.frond.core.ChainWorld.submit;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.admission.TransactionResult;
import io.frond.core.settling.ChainEvent;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OpenBatchTest {
  @Test
  void aBatchEndsOnTimeThoughTheChainWasOpenedAgainMeanwhile() {
    ChainWorld world = new ChainWorld(1);
    AppChain chain = world.open();
    CompletableFuture<TransactionResult> result = submit(chain, add(ALICE, 0, 5));
    world.run(chain, 1);
    assertThat(included(result).outcome().status().isSuccess()).isTrue();
    chain.close();
    world.environment().clock().advance(990);
    try (AppChain again = world.open()) {
      assertThat(world.events()).noneMatch(event -> event instanceof ChainEvent.Sealed);
      world.run(again, 2);
      assertThat(world.events()).anyMatch(event -> event instanceof ChainEvent.Sealed);
    }
  }
}
