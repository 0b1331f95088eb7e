package io.frond.core;

import io.frond.core.journal.BlockReplay;
import io.frond.core.journal.JournalRecord;
import io.frond.core.journal.JournalRecord.BlockRecord;
import io.frond.core.journal.JournalRecord.RewindRecord;
import io.frond.core.journal.Rewinds;
import io.frond.core.log.ChainLog;
import io.frond.core.state.WitnessRecorder;
import io.frond.core.transition.ChainState;
import org.apache.tuweni.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Makes the witness of a block by executing every block before it again, from genesis: a rare need,
 * and no node pays for it in advance.
 */
final class Witnesses {
  private final Ports ports;
  private final BlockReplay replay;

  Witnesses(Ports ports, BlockReplay replay) {
    this.ports = ports;
    this.replay = replay;
  }

  Bytes witness(BlockRecord block) {
    ChainLog log = ports.storage().log();
    Rewinds rewinds = new Rewinds();
    log.replay(
        0,
        (position, record) -> {
          if (JournalRecord.decode(record) instanceof RewindRecord rewind) {
            rewinds.add(position, rewind);
          }
        });
    Search search = new Search(block.number(), rewinds);
    log.replay(0, search);
    Bytes found = search.found;
    if (found == null) {
      throw new IllegalArgumentException("the log has no block " + block.number());
    }
    return found;
  }

  private final class Search implements ChainLog.Visitor {
    private final WitnessRecorder recorder = new WitnessRecorder();
    private final ChainState state = ChainState.genesis(ports.rules().chain(), recorder, 0);
    private final long wanted;
    private final Rewinds rewinds;
    private @Nullable Bytes found;

    Search(long wanted, Rewinds rewinds) {
      this.wanted = wanted;
      this.rewinds = rewinds;
    }

    @Override
    public void record(long position, Bytes encoded) {
      if (found != null
          || !(JournalRecord.decode(encoded) instanceof BlockRecord block)
          || rewinds.isBlockGone(position, block.number())) {
        return;
      }
      if (block.number() < wanted) {
        var unused = replay.replay(state, block);
      } else {
        found = replay.witness(state, recorder, block);
      }
    }
  }
}
