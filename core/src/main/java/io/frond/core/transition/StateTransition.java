package io.frond.core.transition;

import io.frond.core.inbox.InboxEntry;
import io.frond.core.tx.SignedTransaction;
import io.frond.core.tx.TransactionVerifier;
import io.frond.core.tx.Verification;
import io.frond.core.tx.VerifiedTransaction;
import java.util.List;

/**
 * The one pure function: a state and a block give a new state and the outcomes, or a fault.
 * Sequencer, replay, watchers and disputes all come through here or through the {@link
 * BlockExecution} under it.
 */
public final class StateTransition {
  private final TransactionVerifier verifier;

  /**
   * A transition.
   *
   * @param verifier checks every signature of a block; a node that replays its own checked log may
   *     pass one that does not check again
   */
  public StateTransition(TransactionVerifier verifier) {
    this.verifier = verifier;
  }

  /**
   * Begins a block that is still being made.
   *
   * @throws IllegalArgumentException if it does not follow from the state's last block
   */
  public BlockExecution begin(ChainState state, BlockStart start) {
    try {
      return BlockExecution.begin(state, start, verifier);
    } catch (InvalidBlock invalid) {
      throw new IllegalArgumentException(invalid.fault().toString(), invalid);
    }
  }

  /**
   * Runs a whole block on a state, which changes only when the result is committed.
   *
   * @param block the block
   * @param batch number of its batch
   * @param firstOfBatch whether it is the batch's first
   * @param entries the inbox entries it consumes, from the parent
   */
  public BlockResult execute(
      ChainState state, Block block, long batch, boolean firstOfBatch, List<InboxEntry> entries) {
    BlockExecution execution = null;
    try {
      execution = BlockExecution.begin(state, block.start(batch, firstOfBatch), verifier);
      // After the head was read, so that the witness of every block says where the inbox stands.
      checkSize(state, block, entries);
      for (InboxEntry entry : entries) {
        execution.consume(entry);
      }
      for (SignedTransaction transaction : block.transactions()) {
        include(execution, transaction);
      }
      return new BlockResult.Executed(execution, execution.finish());
    } catch (InvalidBlock invalid) {
      if (execution != null) {
        execution.abandon();
      }
      return new BlockResult.Invalid(invalid.fault());
    }
  }

  private void checkSize(ChainState state, Block block, List<InboxEntry> entries) {
    InvalidBlock.unless(
        entries.size() == block.inboxEntries(),
        BlockFault.Kind.INBOX,
        block.inboxEntries() + " entries",
        entries.size());
    int size = block.encode(state.rules().format()).size();
    int limit = state.rules().definition().params().limits().dataBytes();
    InvalidBlock.unless(size <= limit, BlockFault.Kind.LIMIT, "at most " + limit + " bytes", size);
  }

  private void include(BlockExecution execution, SignedTransaction transaction) {
    Verification verification = verifier.verify(transaction);
    if (verification instanceof Verification.Refused refused) {
      throw new InvalidBlock(BlockFault.Kind.TRANSACTION, "valid", refused.refusal());
    }
    Inclusion inclusion = execution.include((VerifiedTransaction) verification);
    if (inclusion instanceof Inclusion.Refused refused) {
      throw new InvalidBlock(BlockFault.Kind.TRANSACTION, "includable", refused.refusal());
    }
    if (inclusion instanceof Inclusion.NoRoom noRoom) {
      throw new InvalidBlock(BlockFault.Kind.LIMIT, "room for a transaction", noRoom.what());
    }
  }
}
