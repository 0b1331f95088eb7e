package io.frond.core.transition;

import io.frond.core.inbox.InboxEntry;
import io.frond.core.ledger.CoverageException;
import io.frond.core.state.PartialStateTrees;
import io.frond.core.state.StateChanges;
import io.frond.core.state.StateWitness;
import io.frond.core.state.WitnessEntry;
import io.frond.core.state.WitnessIncomplete;
import io.frond.core.state.WitnessRecorder;
import io.frond.core.state.WitnessStateSource;
import io.frond.vm.DecodeException;
import java.util.List;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/**
 * Runs a block with nothing but a witness for a state. The witness is checked against the pre state
 * root before anything reads it, and afterwards it must turn out to be exactly the one of this
 * block: a node too few or too many, and it is refused.
 */
public final class WitnessExecution {
  private final ChainRules rules;
  private final StateTransition transition;

  /** Runs blocks of a chain. */
  public WitnessExecution(ChainRules rules, StateTransition transition) {
    this.rules = rules;
    this.transition = transition;
  }

  /** What came of it. */
  public sealed interface Result {
    /** The block is valid and leads to this state root. */
    record Executed(ExecutedBlock block, Bytes32 postRoot) implements Result {}

    /** The block is invalid. */
    record Invalid(BlockFault fault) implements Result {}

    /** Claims and custody move apart in it: a defect of the ledger, and no state follows. */
    record Uncovered() implements Result {}

    /** The witness is not the one of this block. */
    record Rejected(String reason) implements Result {}
  }

  /**
   * Runs a block.
   *
   * @param witness what the block touches
   * @param preRoot the state root before it
   * @param block the block
   * @param batch number of its batch
   * @param firstOfBatch whether it is the batch's first
   * @param entries the inbox entries it consumes
   */
  public Result execute(
      StateWitness witness,
      Bytes32 preRoot,
      Block block,
      long batch,
      boolean firstOfBatch,
      List<InboxEntry> entries) {
    if (!witness.root().hash(rules.suite(), rules.domain()).equals(preRoot)) {
      return new Result.Rejected("the witness is not below the state root before the block");
    }
    PartialStateTrees trees = new PartialStateTrees(witness);
    try {
      String wrong = firstWrongEntry(witness, trees);
      if (wrong != null) {
        return new Result.Rejected(wrong);
      }
      return run(witness, trees, block, batch, firstOfBatch, entries);
    } catch (WitnessIncomplete | DecodeException refused) {
      return new Result.Rejected(String.valueOf(refused.getMessage()));
    }
  }

  private @Nullable String firstWrongEntry(StateWitness witness, PartialStateTrees trees) {
    EntryAddresses addresses = new EntryAddresses(rules);
    for (WitnessEntry entry : witness.entries()) {
      if (!trees.has(entry.section(), addresses.treeKey(entry), addresses.valueHash(entry))) {
        return "an entry of the witness is not what the tree has";
      }
    }
    return null;
  }

  private Result run(
      StateWitness witness,
      PartialStateTrees trees,
      Block block,
      long batch,
      boolean firstOfBatch,
      List<InboxEntry> entries) {
    WitnessStateSource source = new WitnessStateSource(witness.entries());
    WitnessRecorder recorder = new WitnessRecorder();
    recorder.start();
    ChainState state = new ChainState(rules, trees, source, recorder, 0);
    BlockResult result;
    try {
      result = transition.execute(state, block, batch, firstOfBatch, entries);
    } catch (CoverageException uncovered) {
      // Proves something only if the witness is whole: what is missing may have been swallowed in
      // the middle of a move.
      result = null;
    }
    StateChanges changes =
        result instanceof BlockResult.Executed executed
            ? executed.block().changes()
            : new StateChanges.Builder().build();
    if (source.isIncomplete()
        || !recorder.entries().equals(witness.entries())
        || !trees.isExactlyFor(recorder, changes)) {
      return new Result.Rejected("the witness is not exactly what the block touches");
    }
    return resultOf(result);
  }

  private static Result resultOf(@Nullable BlockResult result) {
    if (result instanceof BlockResult.Executed executed) {
      return new Result.Executed(executed.block(), executed.execution().commit(executed.block()));
    }
    return result instanceof BlockResult.Invalid invalid
        ? new Result.Invalid(invalid.fault())
        : new Result.Uncovered();
  }
}
