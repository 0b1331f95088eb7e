package io.frond.exits.watch;

import io.frond.core.batch.Batch;
import io.frond.core.batch.BatchHeader;
import io.frond.core.inbox.InboxEntry;
import io.frond.core.ledger.CoverageException;
import io.frond.core.outbox.Withdrawal;
import io.frond.core.parent.ParentBlock;
import io.frond.core.parent.ParentReader;
import io.frond.core.proof.BlockExamination;
import io.frond.core.proof.ParentRecords;
import io.frond.core.proof.Verdict;
import io.frond.core.proof.Verdict.FraudKind;
import io.frond.core.state.StateChanges;
import io.frond.core.transition.Block;
import io.frond.core.transition.BlockResult;
import io.frond.core.transition.ChainRules;
import io.frond.core.transition.ChainState;
import io.frond.core.transition.StateTransition;
import io.frond.vm.DecodeException;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** Executes the blocks of one published batch on a state that stands before them. */
final class BatchExecution {
  private final ChainRules rules;
  private final StateTransition transition;
  private final PublishedBatch published;
  private final BlockExamination examination;

  BatchExecution(
      ChainRules rules, StateTransition transition, ParentReader parent, PublishedBatch published) {
    this.rules = rules;
    this.transition = transition;
    this.published = published;
    this.examination = new BlockExamination(rules.suite(), new BatchRecords(parent, published));
  }

  /**
   * Judges a block. If it is right it becomes part of the state; if not, the state is good for
   * nothing any more.
   *
   * @param oldestReference the lowest parent height that it may refer to
   * @param withdrawals takes those of the block
   * @param observer hears of it if it is right
   */
  Verdict follow(
      ChainState state,
      int index,
      long oldestReference,
      List<Withdrawal> withdrawals,
      BlockObserver observer) {
    Block block;
    try {
      block = decode(index);
    } catch (DecodeException undecodable) {
      return new Verdict.Fraud(FraudKind.DATA);
    }
    if (!examination.isReferenceRight(block, oldestReference)) {
      return new Verdict.Fraud(FraudKind.REFERENCE);
    }
    BlockResult result;
    try {
      result = execute(state, block, index);
    } catch (CoverageException broken) {
      return new Verdict.Fraud(FraudKind.COVERAGE);
    }
    if (result instanceof BlockResult.Invalid invalid) {
      return new Verdict.Fraud(BlockExamination.kindOf(invalid.fault()));
    }
    BlockResult.Executed executed = (BlockResult.Executed) result;
    Bytes32 postRoot = executed.execution().commit(executed.block());
    withdrawals.addAll(executed.block().withdrawals());
    Batch batch = published.batch();
    Verdict verdict =
        examination.compare(
            batch.header(),
            batch.blocks().get(index).postRoot(),
            index == batch.blocks().size() - 1,
            executed.block(),
            postRoot);
    if (verdict instanceof Verdict.Valid) {
      observer.followed(block, executed.block());
    }
    return verdict;
  }

  /** Executes blocks that are known to be right, up to one of them, again. */
  void repeat(ChainState state, int end) {
    for (int index = 0; index < end; index++) {
      BlockResult.Executed executed = (BlockResult.Executed) execute(state, decode(index), index);
      executed.execution().commit(executed.block());
    }
  }

  /**
   * The witness of a block, right or wrong, by which the state comes to no further use. A block
   * that does not decode needs none.
   */
  Bytes witness(ReplayedState replayed, int index) {
    Block block;
    try {
      block = decode(index);
    } catch (DecodeException undecodable) {
      return Bytes.EMPTY;
    }
    replayed.recorder().start();
    StateChanges changes = new StateChanges.Builder().build();
    try {
      if (execute(replayed.state(), block, index) instanceof BlockResult.Executed executed) {
        changes = executed.block().changes();
      }
    } catch (CoverageException broken) {
      // No state follows from such a block; what it touched is its witness.
    }
    return replayed.witness(changes);
  }

  private Block decode(int index) {
    return Block.decode(rules.format(), published.batch().blocks().get(index).data());
  }

  private BlockResult execute(ChainState state, Block block, int index) {
    BatchHeader header = published.header();
    List<InboxEntry> entries =
        examination.entries(header, state.head().inbox().next(), block.inboxEntries());
    return transition.execute(state, block, header.position().number(), index == 0, entries);
  }

  /** The parent's blocks, and its inbox as far as the batch says it goes. */
  private record BatchRecords(ParentReader parent, PublishedBatch published)
      implements ParentRecords {
    @Override
    public Optional<Bytes> inboxEntry(long index) {
      return published.entry(index);
    }

    @Override
    public Optional<Bytes32> rollingHash(long index) {
      return Optional.empty();
    }

    @Override
    public ParentBlock head() {
      return parent.head();
    }

    @Override
    public Optional<ParentBlock> at(long height) {
      return parent.at(height);
    }
  }
}
