package io.frond.core;

import io.frond.core.journal.BlockReplay;
import io.frond.core.journal.JournalRecord;
import io.frond.core.journal.JournalRecord.BatchTip;
import io.frond.core.journal.JournalRecord.BlockRecord;
import io.frond.core.journal.JournalRecord.CheckpointRecord;
import io.frond.core.journal.JournalRecord.GroupRecord;
import io.frond.core.journal.JournalRecord.ReceiptTail;
import io.frond.core.journal.JournalRecord.RewindRecord;
import io.frond.core.journal.JournalRecord.SealedRecord;
import io.frond.core.journal.JournalRecord.SettledRecord;
import io.frond.core.journal.JournalRecord.SilenceRecord;
import io.frond.core.journal.LostLogException;
import io.frond.core.journal.Rewinds;
import io.frond.core.log.ChainLog;
import io.frond.core.settling.BatchBook;
import io.frond.core.state.AccessLog;
import io.frond.core.state.Section;
import io.frond.core.state.Snapshot;
import io.frond.core.state.StoredEntry;
import io.frond.core.transition.ChainRules;
import io.frond.core.transition.ChainState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a chain back from its log: the newest snapshot, then the blocks after it; the batches that
 * are not final, from their records alone. What was written after the last whole group was promised
 * to nobody, and is cut.
 */
final class Recovery {
  private static final Logger LOGGER = LoggerFactory.getLogger(Recovery.class);

  private final Ports ports;
  private final ChainRules rules;
  private final ChainLog log;
  private final BlockReplay replay;
  private final long secret;

  Recovery(Ports ports, BlockReplay replay) {
    this.ports = ports;
    this.rules = ports.rules().chain();
    this.log = ports.storage().log();
    this.replay = replay;
    this.secret = ports.storage().environment().random().nextLong();
  }

  /**
   * A chain as it was at the end of its log.
   *
   * @param state its state
   * @param book its batches
   * @param tail how far receipts had come
   * @param settled what the parent had, as far as the log knows
   */
  record Recovered(ChainState state, BatchBook book, ReceiptTail tail, SettledRecord settled) {}

  /** Where reading begins. */
  private record Beginning(
      ChainState state, long from, BatchTip base, ReceiptTail tail, Rewinds rewinds) {}

  /**
   * Brings the chain back to the end of its log.
   *
   * @throws LostLogException if the log ends before a snapshot
   * @throws io.frond.core.journal.ReplayMismatchException if a block gives another result
   */
  Recovered recover() {
    cutOpenGroup();
    Beginning beginning = fromSnapshot().orElseGet(this::fromGenesis);
    Reading reading = new Reading(beginning);
    log.replay(beginning.from(), reading);
    return reading.recovered();
  }

  private void cutOpenGroup() {
    OpenGroup open = new OpenGroup();
    long from = snapshot().map(snapshot -> snapshot.point().logPosition()).orElse(0L);
    log.replay(from, open);
    if (open.from >= 0) {
      log.cut(open.from);
    }
  }

  private Optional<Snapshot> snapshot() {
    Optional<Snapshot> latest = ports.storage().states().latest();
    latest.ifPresent(
        snapshot -> {
          if (snapshot.point().logPosition() > log.end()) {
            throw new LostLogException(snapshot.point().logPosition(), log.end());
          }
        });
    return latest;
  }

  private Optional<Beginning> fromSnapshot() {
    Optional<Snapshot> latest = snapshot();
    if (latest.isEmpty()) {
      return Optional.empty();
    }
    Snapshot snapshot = latest.get();
    long position = snapshot.point().logPosition();
    CheckpointRecord checkpoint = checkpointAt(position - 1);
    Rewinds rewinds = rewindsFrom(checkpoint.from());
    if (rewindsFrom(position).isAnyBefore(checkpoint.block())) {
      return Optional.empty();
    }
    List<StoredEntry> entries = new ArrayList<>();
    snapshot.entries(
        (section, key, value) -> entries.add(new StoredEntry(Section.of(section), key, value)));
    ChainState state = ChainState.restore(rules, entries, AccessLog.off(), secret);
    if (!state.stateRoot().equals(snapshot.point().stateRoot())) {
      LOGGER.warn("passing over the snapshot of block {}: another root", checkpoint.block());
      return Optional.empty();
    }
    return Optional.of(
        new Beginning(state, checkpoint.from(), checkpoint.base(), checkpoint.tail(), rewinds));
  }

  private Beginning fromGenesis() {
    ChainState state = ChainState.genesis(rules, secret);
    BatchTip base = new BatchTip(0, rules.domain(), state.stateRoot(), 0, 0);
    return new Beginning(state, 0, base, ReceiptTail.startOf(0), rewindsFrom(0));
  }

  private CheckpointRecord checkpointAt(long position) {
    List<CheckpointRecord> found = new ArrayList<>();
    log.replay(
        position,
        (at, record) -> {
          if (at == position && JournalRecord.decode(record) instanceof CheckpointRecord c) {
            found.add(c);
          }
        });
    if (found.isEmpty()) {
      throw new IllegalStateException("log: expected a checkpoint at position " + position);
    }
    return found.get(0);
  }

  private Rewinds rewindsFrom(long from) {
    Rewinds rewinds = new Rewinds();
    log.replay(
        from,
        (position, record) -> {
          if (JournalRecord.decode(record) instanceof RewindRecord rewind) {
            rewinds.add(position, rewind);
          }
        });
    return rewinds;
  }

  /** Finds the first block after the last whole group. */
  private static final class OpenGroup implements ChainLog.Visitor {
    private long from = -1;

    @Override
    public void record(long position, Bytes encoded) {
      JournalRecord record = JournalRecord.decode(encoded);
      if (record instanceof GroupRecord || record instanceof SealedRecord) {
        from = -1;
      } else if (record instanceof BlockRecord && from < 0) {
        from = position;
      }
    }
  }

  /** Takes every record in turn. */
  private final class Reading implements ChainLog.Visitor {
    private final ChainState state;
    private final BatchBook book;
    private final Rewinds rewinds;
    private ReceiptTail tail;
    private SettledRecord settled;

    Reading(Beginning beginning) {
      this.state = beginning.state();
      this.book = new BatchBook(rules, beginning.base());
      this.rewinds = beginning.rewinds();
      this.tail = beginning.tail();
      long base = beginning.base().number();
      this.settled = new SettledRecord(beginning.tail().epoch(), base, base);
    }

    Recovered recovered() {
      return new Recovered(state, book, tail, settled);
    }

    @Override
    public void record(long position, Bytes encoded) {
      JournalRecord record = JournalRecord.decode(encoded);
      if (record instanceof BlockRecord block) {
        block(position, block);
      } else if (record instanceof GroupRecord group) {
        Bytes32 hash = group.group().hash(ports.rules().transactions().domain());
        tail = tail.after(group.group(), hash);
      } else if (record instanceof SilenceRecord silence) {
        tail = tail.silencedIn(silence.epoch());
      } else if (record instanceof SealedRecord sealed) {
        seal(position, sealed);
      } else if (record instanceof SettledRecord now) {
        settled = now;
        book.finalized(now.finalized());
      } else if (record instanceof RewindRecord rewind) {
        settled =
            new SettledRecord(
                settled.epoch(),
                Math.min(settled.committed(), rewind.batch()),
                settled.finalized());
      }
    }

    private void block(long position, BlockRecord block) {
      if (rewinds.isBlockGone(position, block.number())) {
        return;
      }
      if (block.number() > state.head().blockNumber()) {
        var unused = replay.replay(state, block);
      }
      book.add(block, position);
    }

    private void seal(long position, SealedRecord sealed) {
      long number = sealed.header().position().number();
      // A batch before the base can have been sealed anew among the blocks of later ones.
      if (number > book.base().number() && !rewinds.isBatchGone(position, number)) {
        book.restore(sealed.header());
      }
    }
  }
}
