package io.frond.core;

import static io.frond.core.ChainWorld.ALICE;
import static io.frond.core.ChainWorld.add;
import static io.frond.core.ChainWorld.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.core.journal.JournalRecord.BlockRecord;
import io.frond.core.journal.LostLogException;
import io.frond.core.journal.ReplayMismatchException;
import io.frond.core.log.ChainLog;
import io.frond.core.log.FileChainLog;
import io.frond.core.state.StateStore;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class RecoveryTest {
  private final ChainWorld world = new ChainWorld(21);

  private AppChain chainWith(int blocks) {
    AppChain chain = world.open();
    for (int i = 0; i < blocks; i++) {
      assertThat(submit(chain, add(ALICE, i, 1))).isNotDone();
      world.run(chain, 1);
    }
    return chain;
  }

  @Test
  void aChainComesBackFromItsSnapshotAndTheRestOfItsLog() {
    AppChain chain = chainWith(13);
    Bytes32 root = chain.stateRoot();
    chain.close();
    assertThat(StateStore.files(world.environment().disk()).latest().orElseThrow().point())
        .matches(point -> point.blockNumber() == 10);
    AppChain again = world.open();
    assertThat(again.stateRoot()).isEqualTo(root);
    assertThat(again.blockNumber()).isEqualTo(13);
    assertThat(ChainWorld.sum(again)).isEqualTo(13);
    again.close();
  }

  @Test
  void aLogThatEndsBeforeASnapshotStopsTheChain() {
    chainWith(13).close();
    FileChainLog log = FileChainLog.open(world.environment());
    log.cut(9);
    log.close();
    assertThatThrownBy(world::open).isInstanceOf(LostLogException.class);
  }

  @Test
  void blocksThatNobodyWasPromisedAreCut() {
    chainWith(3).close();
    FileChainLog log = FileChainLog.open(world.environment());
    long end = log.end();
    BlockRecord last = ChainHistory.of(log).blocks().get(2);
    log.append(
        new BlockRecord(
                4, last.place(), last.postRoot(), last.data(), last.inbox(), last.withdrawals())
            .encode());
    log.close();
    AppChain chain = world.open();
    assertThat(chain.blockNumber()).isEqualTo(3);
    chain.close();
    log = FileChainLog.open(world.environment());
    assertThat(log.end()).isEqualTo(end);
    log.close();
  }

  @Test
  void aBlockThatNowGivesAnotherRootStopsTheChain() {
    chainWith(2).close();
    FileChainLog log = FileChainLog.open(world.environment());
    ChainLog altered = ChainLog.inMemory();
    log.replay(0, (position, record) -> altered.append(alter(position, record)));
    log.close();
    assertThatThrownBy(() -> world.builder().log(altered).states(StateStore.inMemory()).open())
        .isInstanceOf(ReplayMismatchException.class)
        .extracting(e -> ((ReplayMismatchException) e).block())
        .isEqualTo(1L);
  }

  private static Bytes alter(long position, Bytes record) {
    if (position > 0) {
      return record;
    }
    BlockRecord block = (BlockRecord) io.frond.core.journal.JournalRecord.decode(record);
    return new BlockRecord(
            block.number(),
            block.place(),
            Bytes32.repeat((byte) 1),
            block.data(),
            block.inbox(),
            block.withdrawals())
        .encode();
  }

  @Test
  void aDeviceThatFailsStopsTheChainAndOpeningItAnewBringsItBack() {
    AppChain chain = chainWith(3);
    assertThat(submit(chain, add(ALICE, 3, 1))).isNotDone();
    world.environment().disk().failAtOperation(1);
    assertThatThrownBy(() -> world.run(chain, 1)).isInstanceOf(java.io.UncheckedIOException.class);
    assertThatThrownBy(chain::step).isInstanceOf(IllegalStateException.class);
    chain.close();
    AppChain again = world.open();
    assertThat(ChainWorld.sum(again)).isEqualTo(3);
    again.close();
  }
}
