package io.frond.examples.chess.run;

import io.frond.core.ChainOptions.Pace;
import io.frond.core.admission.TransactionResult;
import io.frond.core.admission.TransactionResult.Included;
import io.frond.core.batch.BatchHeader;
import io.frond.core.chain.ChainParams;
import io.frond.core.inbox.InboxEntry;
import io.frond.core.ordering.TrustLabel;
import io.frond.core.parent.SettlementStatus;
import io.frond.core.tx.TransactionVerifier;
import io.frond.examples.chess.ChessModule;
import io.frond.exits.parent.LocalParent;
import io.frond.exits.settlement.SettlementParams;
import io.frond.exits.settlement.SettlementParams.Capacity;
import io.frond.exits.settlement.SettlementParams.Deadlines;
import io.frond.exits.settlement.SettlementParams.Protection;
import io.frond.exits.watch.BlockObserver;
import io.frond.exits.watch.ChainFollower;
import io.frond.testkit.DevChain;
import io.frond.testkit.DevChainBuilder;
import io.frond.testkit.PublicExit;
import io.frond.vm.AssetId;
import io.frond.vm.StateView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.apache.tuweni.bytes.Bytes;

/**
 * The club's chain on its parent. Everything happens in ticks: at most one block of the chain, then
 * one of the parent. What happens in a tick follows from what is durable, so a run that was killed
 * goes on as if nothing had been.
 */
final class ChessWorld implements AutoCloseable {
  static final AssetId GOLD = AssetId.named("GOLD");
  static final String MODULE = "chess";

  /** What each player locks, in quanta. */
  static final long STAKE = 100;

  /** The most transactions of one tick, so that they fit one block. */
  static final int MOST_PER_TICK = 2_000;

  /** A game can only be drawn after a day of parent blocks. */
  private static final long GAME_BLOCKS = 7_200;

  static final SettlementParams SETTLEMENT =
      new SettlementParams(
          TrustLabel.REEXECUTION,
          new Deadlines(1, 24, 96, 24, 2, 12),
          new Capacity(64, 512, 256),
          new Protection(GAME_BLOCKS + 1_000, GAME_BLOCKS, 200, 0, 0));

  private static final int BLOCKS_PER_BATCH = 4;
  private static final Pace PACE =
      new Pace(
          DevChain.PARENT_BLOCK_MS,
          1,
          BLOCKS_PER_BATCH,
          BLOCKS_PER_BATCH * DevChain.PARENT_BLOCK_MS,
          100);

  private final DevChain chain;
  private final Acknowledgements acknowledgements;
  private final TimedSignatures signatures;
  private final List<Long> receiptNanos = new ArrayList<>();

  private ChessWorld(
      DevChain chain, Acknowledgements acknowledgements, TimedSignatures signatures) {
    this.chain = chain;
    this.acknowledgements = acknowledgements;
    this.signatures = signatures;
  }

  /** Opens the world of a folder, or one in memory; its operator is yet to start. */
  static ChessWorld open(TimedSignatures signatures, RunFolder folder) {
    DevChainBuilder builder =
        DevChain.builder()
            .module(MODULE, new ChessModule(GOLD, GAME_BLOCKS))
            .asset(GOLD)
            .params(params())
            .settlement(SETTLEMENT)
            .pace(PACE)
            .signatures(signatures)
            .verifierThreads(Runtime.getRuntime().availableProcessors())
            .withoutOperator();
    folder.path().ifPresent(builder::data);
    return new ChessWorld(builder.open(), folder.acknowledgements(), signatures);
  }

  private static ChainParams params() {
    ChainParams defaults = ChainParams.defaults();
    return new ChainParams(
        defaults.limits(),
        defaults.prices(),
        defaults.maxDriftMs(),
        GAME_BLOCKS,
        defaults.feeAssetIndex(),
        defaults.priceShift(),
        defaults.feeModel(),
        defaults.orderingPolicy());
  }

  DevChain chain() {
    return chain;
  }

  LocalParent parent() {
    return chain.parent();
  }

  Acknowledgements acknowledgements() {
    return acknowledgements;
  }

  /** A way out that shows every published block to an observer. */
  PublicExit publicExit(BlockObserver observer) {
    TransactionVerifier verifier =
        TransactionVerifier.of(chain.rules().transactionRules(), signatures);
    ChainFollower follower =
        new ChainFollower(
            parent(), chain.rules(), verifier, SETTLEMENT.deadlines().maxLag(), 0, observer);
    return PublicExit.of(parent(), follower);
  }

  /** Starts the operator, who first finishes the tick in which it may have been killed. */
  void startOperator() {
    chain.startOperator();
    if (hasBlockOfThisTick()) {
      ignore(entry -> true);
      endTick();
      ignore(entry -> false);
    }
  }

  private boolean hasBlockOfThisTick() {
    long confirmations = SETTLEMENT.deadlines().confirmations();
    return chain.app().blockNumber() > 0
        && chain.query(StateView::parentHeight) + confirmations == parent().head().height();
  }

  /** Lets the operator pass over these inbox entries. */
  void ignore(Predicate<InboxEntry> entries) {
    chain.ignore(entries);
  }

  /** A tick without transactions. */
  void tick() {
    endTick();
  }

  /** A tick with these transactions, which must all find their place; what they did. */
  List<Included> tick(List<Bytes> transactions) {
    long start = System.nanoTime();
    List<CompletableFuture<TransactionResult>> results =
        transactions.stream().map(wire -> chain.app().submit(wire).result()).toList();
    chain.gather();
    chain.settle();
    List<Included> included = results.stream().map(ChessWorld::included).toList();
    long nanos = System.nanoTime() - start;
    included.forEach(result -> receiptNanos.add(nanos));
    acknowledgements.add(included);
    chain.closeParentBlock();
    return included;
  }

  /** What each transaction of this process waited for its receipt, ascending. */
  long[] receiptNanos() {
    return receiptNanos.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  private static Included included(CompletableFuture<TransactionResult> result) {
    TransactionResult known = result.getNow(null);
    if (known instanceof Included included) {
      return included;
    }
    throw new IllegalStateException("a transaction is in no block of its tick: " + known);
  }

  private void endTick() {
    chain.gather();
    chain.settle();
    chain.closeParentBlock();
  }

  /** Whether everything that the operator did is on the parent. */
  boolean isCommitted() {
    SettlementStatus.Batches batches = parent().settlement().batches();
    long last =
        parent()
            .batch(batches.lastCommitted())
            .map(batch -> BatchHeader.decode(batch.header()).blocks().last())
            .orElse(0L);
    return last == chain.app().blockNumber();
  }

  @Override
  public void close() {
    chain.close();
    acknowledgements.close();
  }
}
