package io.frond.core;

import io.frond.core.admission.Intake;
import io.frond.core.admission.Submission;
import io.frond.core.journal.BlockReplay;
import io.frond.core.ordering.Finality;
import io.frond.core.outbox.WithdrawalProof;
import io.frond.core.sequencing.ParentView;
import io.frond.core.settling.SealedBatch;
import io.frond.core.state.Section;
import io.frond.core.state.StateRoot;
import io.frond.core.state.TreePath;
import io.frond.core.transition.ChainRules;
import io.frond.core.tx.Refusal;
import io.frond.core.tx.RefusalCode;
import io.frond.core.tx.Stage;
import io.frond.core.tx.TransactionRules;
import io.frond.vm.Account;
import io.frond.vm.StateView;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * One chain, run by its operator in the host's process. It has no thread of its own: {@link #step}
 * does a unit of everything, and a {@link ChainRunner} calls it again and again on a thread of the
 * host's.
 *
 * <p>{@link #submit} is safe for any thread. Everything else is for the one thread that steps.
 *
 * <p>An exception out of {@link #step} is a bug, a device that failed, or a module that broke the
 * JVM: the chain refuses everything but {@link #close} then, and opening it anew brings it back to
 * what was promised.
 */
public final class AppChain implements AutoCloseable {
  private final Ports ports;
  private final Intake intake;
  private final BlockReplay replay;
  private final Pipeline pipeline;
  private State state = State.OPEN;

  private enum State {
    OPEN,
    FAILED,
    CLOSED
  }

  AppChain(Ports ports) {
    this.ports = ports;
    this.intake =
        new Intake(
            ports.rules().verifier(),
            ports.options().queuedSubmissions(),
            ports.options().pace().blockIntervalMs());
    this.replay =
        new BlockReplay(
            ports.rules().chain(), ports.rules().transactions(), ports.rules().transition());
    this.pipeline = new Pipeline(ports, intake, replay);
  }

  /** Puts a chain together. */
  public static AppChainBuilder builder() {
    return new AppChainBuilder();
  }

  /** What the chain is. */
  public ChainRules rules() {
    return ports.rules().chain();
  }

  /** How its transactions are written and signed. */
  public TransactionRules transactionRules() {
    return ports.rules().transactions();
  }

  /** The operator's account, which signs receipts. */
  public Account operator() {
    return ports.operator().signer().address();
  }

  /**
   * Takes a transaction. Safe for any thread.
   *
   * @param wire its wire form, copied
   */
  public Submission submit(Bytes wire) {
    return intake.submit(wire);
  }

  /** {@link #step(Executor)}, with signatures verified on this thread. */
  public boolean step() {
    return step(Runnable::run);
  }

  /**
   * Does one unit of everything: verifies, admits, makes a block, promises, seals, commits,
   * finalises.
   *
   * @param verifiers verifies signatures, in whatever threads
   * @return whether anything was done; if not, calling again is of use when the clock or the parent
   *     has moved, or something was submitted
   */
  public boolean step(Executor verifiers) {
    checkOpen();
    boolean isDone = false;
    try {
      boolean worked = pipeline.step(verifiers);
      isDone = true;
      return worked;
    } finally {
      if (!isDone) {
        state = State.FAILED;
        intake.close(closed("the chain failed"));
      }
    }
  }

  /**
   * Answers a question about the state after the last block.
   *
   * @param module the name of the module whose state is read
   * @param question must return an immutable value and not keep its argument
   * @throws IllegalArgumentException if there is no such module
   */
  public <R> R query(String module, Function<StateView, R> question) {
    checkOpen();
    return pipeline.state().query(module, question);
  }

  /** The next number of a nonce lane of an account. */
  public long nextNonce(Account account, int lane) {
    checkOpen();
    return pipeline.state().laneNonce(account, lane);
  }

  /** The number of the last block. */
  public long blockNumber() {
    return pipeline.state().head().blockNumber();
  }

  /**
   * How sure it is that a block stays, as the parent was last seen.
   *
   * @throws IllegalArgumentException if there is no such block
   */
  public Finality finality(long block) {
    if (block < 1 || block > blockNumber()) {
      throw new IllegalArgumentException(
          "block: expected 1 to " + blockNumber() + ", actual " + block);
    }
    return pipeline.finality(block);
  }

  /** The state root after the last block. */
  public Bytes32 stateRoot() {
    return pipeline.state().stateRoot();
  }

  /** The parent as it was last seen; empty before the first answer. */
  public Optional<ParentView> parent() {
    return pipeline.view();
  }

  /**
   * The place of a key in the state after the last block.
   *
   * @param root the roots of the three trees
   * @param path proves the key, or its absence, against the root of its tree
   */
  public record StateProof(StateRoot root, TreePath path) {}

  /**
   * A proof of what the state has at a key, such as the key of a claim.
   *
   * @param treeKey the key in the tree of that section
   */
  public StateProof prove(Section section, Bytes32 treeKey) {
    checkOpen();
    return new StateProof(
        pipeline.state().root(),
        pipeline.state().fullTrees().orElseThrow().prove(section, treeKey));
  }

  /**
   * The proofs of what an account withdrew in a batch. They never go stale, and hold on the parent
   * once the batch is final.
   *
   * @param batch the number of a sealed batch; for one that has been final for long the log is read
   * @return empty if the account has no withdrawal there, or there is no such batch
   */
  public List<WithdrawalProof> withdrawalProofs(long batch, Account account) {
    checkOpen();
    return new WithdrawalProofs(ports, pipeline.book()).of(batch, account);
  }

  /** The batches that are sealed and not final yet, by number: {@code Batch.encode()}. */
  public Optional<Bytes> sealedBatch(long number) {
    checkOpen();
    return pipeline.book().find(number).map(batch -> batch.batch().encode());
  }

  /**
   * The witness of a block of a sealed batch that is not final: what somebody needs who disputes
   * it. Executes all blocks before it again.
   *
   * @param blockIndex its place in the batch, from 0
   * @throws IllegalArgumentException if there is no such batch or block
   */
  public Bytes witness(long batch, int blockIndex) {
    checkOpen();
    SealedBatch sealed =
        pipeline
            .book()
            .find(batch)
            .filter(found -> blockIndex >= 0 && blockIndex < found.blocks().size())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "expected a block of a batch that is not final, actual "
                            + blockIndex
                            + " of "
                            + batch));
    return new Witnesses(ports, replay).witness(sealed.blocks().get(blockIndex));
  }

  /** Promises what was executed, refuses what waits, and closes the log. */
  @Override
  public void close() {
    if (state == State.CLOSED) {
      return;
    }
    boolean wasOpen = state == State.OPEN;
    state = State.CLOSED;
    try {
      if (wasOpen) {
        pipeline.close(closed("the chain is closed"));
      }
    } finally {
      ports.storage().log().close();
    }
  }

  /** Sets what is run, on any thread, when there is something to do. */
  void onWork(Runnable action) {
    intake.onWork(action);
  }

  private void checkOpen() {
    if (state != State.OPEN) {
      throw new IllegalStateException("expected an open chain, actual " + state);
    }
  }

  private static Refusal closed(String why) {
    return new Refusal(RefusalCode.OVERLOADED, Stage.ADMIT, Refusal.NEVER, "an open chain", why);
  }
}
