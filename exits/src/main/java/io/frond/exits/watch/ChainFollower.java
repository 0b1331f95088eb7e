package io.frond.exits.watch;

import io.frond.core.batch.BatchHeader;
import io.frond.core.outbox.Withdrawal;
import io.frond.core.parent.BatchStatus;
import io.frond.core.parent.ParentReader;
import io.frond.core.parent.SettlementStatus;
import io.frond.core.proof.Verdict;
import io.frond.core.transition.ChainRules;
import io.frond.core.transition.ChainState;
import io.frond.core.transition.StateTransition;
import io.frond.core.tx.TransactionVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds a chain from what its parent has of it, and from nothing else: every batch is read,
 * every signature checked, every block executed, every root and header compared. What it stands for
 * is therefore true whatever the operator says, or whether there still is one.
 *
 * <p>Goes one batch for each {@link #step}. If the parent takes batches back, by a rewind or a
 * reorganisation, so does the follower. It keeps a checkpoint that is final, and what was published
 * since; it keeps no data older than that, but the withdrawals of every batch.
 *
 * <p>Calls throw {@link io.frond.core.parent.ParentUnavailableException} if the parent cannot be
 * read, and can be repeated. For one thread.
 */
public final class ChainFollower {
  private static final long MIN_CHECKPOINT_BYTES = 1 << 18;

  private final ParentReader parent;
  private final ChainRules rules;
  private final StateTransition transition;
  private final long maxLag;
  private final long secret;
  private final ReplayPoint replayPoint;
  private final List<FollowedBatch> followed = new ArrayList<>();
  private final BlockObserver observer;
  private ReplayedState tip;
  private @Nullable Wrong wrong;

  /** The wrong batch that was found last, so that it is not executed again at each step. */
  private record Wrong(PublishedBatch batch, Finding.Fraud finding) {}

  /**
   * A follower that stands at genesis.
   *
   * @param parent where the batches are
   * @param rules the rules of the chain, from its own module jar
   * @param verifier checks the signatures of its transactions
   * @param maxLag how many parent blocks a block's reference may be older than its batch's commit,
   *     as the settlement has it
   * @param secret hashes keys in memory; any number that players do not know
   */
  public ChainFollower(
      ParentReader parent,
      ChainRules rules,
      TransactionVerifier verifier,
      long maxLag,
      long secret) {
    this(parent, rules, verifier, maxLag, secret, BlockObserver.none());
  }

  /**
   * A follower that stands at genesis and shows what it follows.
   *
   * @param observer hears of every block that is right, once, when it is executed; of a block that
   *     takes the place of one that the parent took back it hears as well
   * @see #ChainFollower(ParentReader, ChainRules, TransactionVerifier, long, long)
   */
  public ChainFollower(
      ParentReader parent,
      ChainRules rules,
      TransactionVerifier verifier,
      long maxLag,
      long secret,
      BlockObserver observer) {
    this(parent, rules, verifier, maxLag, secret, new ReplayPoint(MIN_CHECKPOINT_BYTES), observer);
  }

  ChainFollower(
      ParentReader parent,
      ChainRules rules,
      TransactionVerifier verifier,
      long maxLag,
      long secret,
      ReplayPoint genesis) {
    this(parent, rules, verifier, maxLag, secret, genesis, BlockObserver.none());
  }

  private ChainFollower(
      ParentReader parent,
      ChainRules rules,
      TransactionVerifier verifier,
      long maxLag,
      long secret,
      ReplayPoint genesis,
      BlockObserver observer) {
    this.parent = parent;
    this.rules = rules;
    this.transition = new StateTransition(verifier);
    this.maxLag = maxLag;
    this.secret = secret;
    this.replayPoint = genesis;
    this.observer = observer;
    this.tip = ReplayedState.genesis(rules, secret);
  }

  /**
   * Follows the next batch, after going back behind whatever the parent no longer has.
   *
   * @throws IllegalStateException if the parent's chain is another one than the rules'
   */
  public Finding step() {
    SettlementStatus.Batches batches = parent.settlement().batches();
    goBackTo(lastCommon(batches.lastCommitted()));
    replayPoint.settle(Math.min(batches.lastFinal(), number()));
    Optional<BatchStatus> next = parent.batch(number() + 1);
    return next.isEmpty() ? new Finding.UpToDate() : follow(next.get());
  }

  /** Follows as many batches as there are; gives what stopped it, never {@code Followed}. */
  public Finding catchUp() {
    Finding last = step();
    while (last instanceof Finding.Followed) {
      last = step();
    }
    return last;
  }

  /** The number of the last batch that was followed; 0 for genesis. */
  public long number() {
    return followed.size();
  }

  /** The batches that were followed, from number 1 on. */
  public List<FollowedBatch> batches() {
    return List.copyOf(followed);
  }

  /** A batch that was followed. */
  public Optional<FollowedBatch> batch(long number) {
    return number < 1 || number > followed.size()
        ? Optional.empty()
        : Optional.of(followed.get((int) number - 1));
  }

  /** The state after the last batch that was followed; it is not to be changed. */
  public ChainState state() {
    return tip.state();
  }

  /**
   * The state after an earlier batch, built again beside this one unless it is the last.
   *
   * @throws IllegalArgumentException if the batch was not followed, or is older than the checkpoint
   *     that is kept, which only batches before the last final one are
   */
  public ChainState stateAt(long number) {
    if (number < replayPoint.base().number() || number > number()) {
      throw new IllegalArgumentException(
          "state after batch "
              + number
              + ": expected "
              + replayPoint.base().number()
              + " to "
              + number());
    }
    return number == number() ? tip.state() : rebuild(number).state();
  }

  /** The rules of the chain that it follows. */
  public ChainRules rules() {
    return rules;
  }

  private Finding follow(BatchStatus status) {
    requireSameChain(BatchHeader.decode(status.header()));
    if (wrong != null && wrong.batch().isStill(status)) {
      return wrong.finding();
    }
    Optional<PublishedBatch> published = PublishedBatch.read(rules.suite(), parent, status);
    if (published.isEmpty()) {
      return new Finding.Withheld(number() + 1, status.hash());
    }
    boolean isJudged = false;
    try {
      Finding finding = judge(published.get());
      isJudged = true;
      return finding;
    } finally {
      if (!isJudged) {
        // The parent went away in the middle: the tip has some of the batch's blocks already.
        tip = rebuild(number());
      }
    }
  }

  private Finding judge(PublishedBatch batch) {
    BatchExecution execution = execution(batch);
    List<Withdrawal> withdrawals = new ArrayList<>();
    for (int index = 0; index < batch.batch().blocks().size(); index++) {
      Verdict verdict =
          execution.follow(tip.state(), index, oldestReference(batch), withdrawals, observer);
      if (verdict instanceof Verdict.Fraud fraud) {
        return refuse(batch, index, fraud.kind());
      }
    }
    FollowedBatch done =
        new FollowedBatch(batch.hash(), batch.committedAt(), batch.header(), withdrawals);
    followed.add(done);
    replayPoint.add(batch, tip.state());
    return new Finding.Followed(done);
  }

  private Finding refuse(PublishedBatch batch, int index, Verdict.FraudKind kind) {
    ReplayedState before = rebuild(number());
    BatchExecution execution = execution(batch);
    execution.repeat(before.state(), index);
    FraudulentBlock block =
        new FraudulentBlock(
            batch.hash(), batch.batch(), index, kind, execution.witness(before, index));
    tip = rebuild(number());
    wrong = new Wrong(batch, new Finding.Fraud(block));
    return wrong.finding();
  }

  private void requireSameChain(BatchHeader header) {
    BatchHeader.Rules own = new BatchHeader.Rules(rules.moduleDigest(), rules.paramsHash());
    if (!header.domain().equals(rules.domain()) || !header.rules().equals(own)) {
      throw new IllegalStateException(
          "the parent's chain: expected domain "
              + rules.domain()
              + " and rules "
              + own
              + ", actual "
              + header.domain()
              + " and "
              + header.rules());
    }
  }

  /** The number of the last batch that follower and parent have in common. */
  private long lastCommon(long lastCommitted) {
    long number = Math.min(number(), lastCommitted);
    while (number > 0 && !isStill(followed.get((int) number - 1))) {
      number--;
    }
    return number;
  }

  private boolean isStill(FollowedBatch batch) {
    return parent
        .batch(batch.number())
        .filter(
            status ->
                status.hash().equals(batch.hash()) && status.committedAt() == batch.committedAt())
        .isPresent();
  }

  private void goBackTo(long number) {
    if (number == number()) {
      return;
    }
    if (number < replayPoint.base().number()) {
      // What was final is gone: the parent reorganised more deeply than a checkpoint survives.
      replayPoint.reset();
      followed.clear();
    } else {
      replayPoint.cut(number);
      followed.subList((int) number, followed.size()).clear();
    }
    tip = rebuild(number());
  }

  private ReplayedState rebuild(long number) {
    ReplayedState rebuilt = replayPoint.base().restore(rules, secret);
    for (PublishedBatch batch : replayPoint.batchesTo(number)) {
      execution(batch).repeat(rebuilt.state(), batch.batch().blocks().size());
    }
    Bytes32 root = rebuilt.state().stateRoot();
    if (number > 0 && !root.equals(followed.get((int) number - 1).stateRoot())) {
      throw new IllegalStateException("replay to batch " + number + " gives another root, " + root);
    }
    return rebuilt;
  }

  private BatchExecution execution(PublishedBatch batch) {
    return new BatchExecution(rules, transition, parent, batch);
  }

  private long oldestReference(PublishedBatch batch) {
    return Math.max(0, batch.committedAt() - maxLag);
  }
}
