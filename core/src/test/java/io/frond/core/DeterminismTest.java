package io.frond.core;

import static io.frond.core.ChainWorld.ALICE;
import static io.frond.core.ChainWorld.BOB;
import static io.frond.core.ChainWorld.add;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.log.FileChainLog;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.junit.jupiter.api.Test;

class DeterminismTest {
  private static List<Bytes> logOf(long seed) {
    ChainWorld world = new ChainWorld(seed);
    AppChain chain = world.open();
    for (int i = 0; i < 20; i++) {
      var first = ChainWorld.submit(chain, add(ALICE, i, i));
      var second = ChainWorld.submit(chain, add(BOB, i, i % 3 == 0 ? -1 : 1));
      world.deposit(BOB.address(), 5);
      world.run(chain, 2);
      assertThat(first).isDone();
      assertThat(second).isDone();
    }
    world.run(chain, 130);
    chain.close();
    FileChainLog log = FileChainLog.open(world.environment());
    List<Bytes> bytes = ChainHistory.of(log).bytes();
    log.close();
    return bytes;
  }

  @Test
  void twoRunsFromOneSeedWriteTheSameLogByteForByte() {
    List<Bytes> first = logOf(99);
    assertThat(first).hasSizeGreaterThan(50);
    assertThat(logOf(99)).isEqualTo(first);
  }
}
