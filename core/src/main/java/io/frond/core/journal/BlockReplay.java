package io.frond.core.journal;

import io.frond.core.inbox.InboxEntry;
import io.frond.core.journal.JournalRecord.BlockRecord;
import io.frond.core.state.WitnessRecorder;
import io.frond.core.transition.Block;
import io.frond.core.transition.BlockExecution;
import io.frond.core.transition.ChainRules;
import io.frond.core.transition.ChainState;
import io.frond.core.transition.ExecutedBlock;
import io.frond.core.transition.Inclusion;
import io.frond.core.transition.StateTransition;
import io.frond.core.tx.SignatureVerdict;
import io.frond.core.tx.SignedTransaction;
import io.frond.core.tx.TransactionRules;
import io.frond.core.tx.TransactionVerifier;
import io.frond.core.tx.Verification;
import io.frond.core.tx.VerifiedTransaction;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Executes blocks of the own log again. Signatures of transactions are not checked a second time:
 * the log is checksummed and holds nothing that was not verified. Those of forced transactions are,
 * because what an entry does depends on them.
 */
public final class BlockReplay {
  private final ChainRules rules;
  private final StateTransition transition;
  private final TransactionVerifier trusting;

  /**
   * Replays blocks of a chain.
   *
   * @param transition with a verifier that checks signatures
   */
  public BlockReplay(
      ChainRules rules, TransactionRules transactionRules, StateTransition transition) {
    this.rules = rules;
    this.transition = transition;
    this.trusting =
        TransactionVerifier.of(
            transactionRules, (digest, sender, signature, hint) -> SignatureVerdict.VALID);
  }

  /**
   * Executes a block and commits it to the state.
   *
   * @throws ReplayMismatchException if the state root is not the one in the record; the state is of
   *     no use then
   */
  public ExecutedBlock replay(ChainState state, BlockRecord record) {
    BlockExecution execution = execute(state, record);
    ExecutedBlock executed = execution.finish();
    commit(execution, executed, record);
    return executed;
  }

  /**
   * Executes a block, commits it, and gives its witness.
   *
   * @param recorder hears of every access to the state
   * @throws ReplayMismatchException as {@link #replay}
   */
  public Bytes witness(ChainState state, WitnessRecorder recorder, BlockRecord record) {
    recorder.start();
    BlockExecution execution = execute(state, record);
    ExecutedBlock executed = execution.finish();
    recorder.stop();
    Bytes witness = recorder.witness(state.fullTrees().orElseThrow(), executed.changes()).encode();
    commit(execution, executed, record);
    return witness;
  }

  /** The transactions of a block, as they were verified before it was made. */
  public VerifiedTransaction verified(SignedTransaction signed) {
    Verification verification = trusting.verify(signed);
    return verification.fold(
        verified -> verified,
        refusal -> {
          throw new IllegalStateException("a transaction of the log: " + refusal);
        });
  }

  private BlockExecution execute(ChainState state, BlockRecord record) {
    Block block = Block.decode(rules.format(), record.data());
    BlockExecution execution =
        transition.begin(state, block.start(record.place().batch(), record.place().isFirst()));
    for (Bytes entry : record.inbox().entries()) {
      execution.consume(InboxEntry.decode(entry));
    }
    for (SignedTransaction signed : block.transactions()) {
      Inclusion inclusion = execution.include(verified(signed));
      if (!(inclusion instanceof Inclusion.Included)) {
        throw new ReplayMismatchException(
            record.number(), "expected a transaction to be included, actual " + inclusion);
      }
    }
    return execution;
  }

  private static void commit(BlockExecution execution, ExecutedBlock executed, BlockRecord record) {
    Bytes32 postRoot = execution.commit(executed);
    if (!postRoot.equals(record.postRoot())) {
      throw new ReplayMismatchException(
          record.number(), "expected state root " + record.postRoot() + ", actual " + postRoot);
    }
  }
}
