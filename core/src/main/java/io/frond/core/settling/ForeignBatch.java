package io.frond.core.settling;

import io.frond.core.batch.BatchHeader;
import io.frond.core.data.DataAvailability;
import io.frond.core.inbox.InboxEntry;
import io.frond.core.journal.JournalRecord.BatchPlace;
import io.frond.core.journal.JournalRecord.BlockRecord;
import io.frond.core.journal.JournalRecord.InboxPart;
import io.frond.core.journal.JournalRecord.SealedRecord;
import io.frond.core.log.ChainLog;
import io.frond.core.parent.BatchStatus;
import io.frond.core.parent.ParentReader;
import io.frond.core.transition.Block;
import io.frond.core.transition.BlockResult;
import io.frond.core.transition.ChainRules;
import io.frond.core.transition.ChainState;
import io.frond.core.transition.ExecutedBlock;
import io.frond.core.transition.StateTransition;
import io.frond.vm.DecodeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Takes over a batch that somebody else committed: every block is executed with all its checks, and
 * the header must be the one that follows from them.
 */
public final class ForeignBatch {
  private final ChainState state;
  private final BatchBook book;
  private final ChainLog log;
  private final StateTransition transition;

  /** Takes batches over into this state and book. */
  public ForeignBatch(ChainState state, BatchBook book, ChainLog log, StateTransition transition) {
    this.state = state;
    this.book = book;
    this.log = log;
    this.transition = transition;
  }

  /**
   * Takes one over.
   *
   * @return what is wrong with it; then state, book and the end of the log are of no use, and the
   *     log has no record that ends these blocks
   * @throws io.frond.core.parent.ParentUnavailableException if the parent cannot be asked
   */
  public Optional<String> takeOver(BatchStatus status, DataAvailability data, ParentReader parent) {
    BatchHeader header = BatchHeader.decode(status.header());
    Optional<List<Bytes>> blocks = data.fetch(header.dataCommitment());
    if (blocks.isEmpty()) {
      return Optional.of("its data is not to be had");
    }
    List<Bytes> entries = entries(header, parent);
    for (int i = 0; i < blocks.get().size(); i++) {
      Optional<String> wrong = execute(blocks.get().get(i), entries);
      if (wrong.isPresent()) {
        return Optional.of("block " + i + ": " + wrong.get());
      }
    }
    return finish(header);
  }

  private List<Bytes> entries(BatchHeader header, ParentReader parent) {
    long count = header.inbox().to() - header.inbox().from();
    return new ArrayList<>(parent.inboxEntries(header.inbox().from(), Math.toIntExact(count), 0));
  }

  private Optional<String> execute(Bytes data, List<Bytes> left) {
    ChainRules rules = state.rules();
    Block block;
    try {
      block = Block.decode(rules.format(), data);
    } catch (DecodeException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    List<Bytes> consumed =
        List.copyOf(left.subList(0, Math.min(left.size(), block.inboxEntries())));
    left.subList(0, consumed.size()).clear();
    BatchPlace place = book.nextPlace();
    long from = state.head().inbox().next();
    BlockResult result =
        transition.execute(
            state,
            block,
            place.batch(),
            place.isFirst(),
            consumed.stream().map(InboxEntry::decode).toList());
    if (result instanceof BlockResult.Invalid invalid) {
      return Optional.of(invalid.fault().toString());
    }
    BlockResult.Executed done = (BlockResult.Executed) result;
    ExecutedBlock executed = done.block();
    Bytes32 postRoot = done.execution().commit(executed);
    BlockRecord record =
        new BlockRecord(
            block.number(),
            place,
            postRoot,
            data,
            new InboxPart(from, consumed),
            executed.withdrawals());
    book.add(record, log.append(record.encode()));
    return Optional.empty();
  }

  private Optional<String> finish(BatchHeader header) {
    if (book.openCount() == 0) {
      return Optional.of("it has no blocks");
    }
    BatchHeader own = book.header(header.position().epoch(), state.head());
    if (!own.equals(header)) {
      return Optional.of("expected " + own + ", actual " + header);
    }
    log.append(new SealedRecord(header).encode());
    log.sync();
    book.restore(header);
    return Optional.empty();
  }
}
