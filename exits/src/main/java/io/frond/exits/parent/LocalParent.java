package io.frond.exits.parent;

import io.frond.core.environment.Clock;
import io.frond.core.log.ChainLog;
import io.frond.core.parent.BatchStatus;
import io.frond.core.parent.ParentAnswer;
import io.frond.core.parent.ParentBlock;
import io.frond.core.parent.ParentEvent;
import io.frond.core.parent.ParentReader;
import io.frond.core.parent.ParentWriter;
import io.frond.core.parent.SettlementStatus;
import io.frond.core.proof.BlockVerifier;
import io.frond.exits.bank.StoredBank;
import io.frond.exits.settlement.CallContext;
import io.frond.exits.settlement.CallResult;
import io.frond.exits.settlement.Settlement;
import io.frond.exits.settlement.SettlementCall;
import io.frond.exits.settlement.SettlementCaller;
import io.frond.exits.settlement.SettlementConfig;
import io.frond.exits.settlement.SettlementEvent;
import io.frond.exits.settlement.SettlementView;
import io.frond.exits.store.JournaledStore;
import io.frond.exits.store.MemoryStore;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * A parent in this process. <b>It is a model, not an EVM, and secures nothing</b>: whoever runs the
 * process runs the parent. What it shares with a real one is the settlement's rules, which are the
 * same code, and the way in and out, which is bytes.
 *
 * <p>It has blocks and hashes, tokens that it believes, and one settlement. Calls execute at once
 * in the open block, whose height is the head's and one more; {@link #mine} closes it. A block is
 * durable when {@link #mine} returns; what is in the open block is lost in a crash, as a call is
 * that a real parent has not yet included. Every effect is a record of a journal, and opening a
 * journal does them all again. Callers are believed: there are no signatures here.
 *
 * <p>For one thread.
 */
public final class LocalParent implements ParentReader, AutoCloseable {
  /** How many blocks can be reorganised away. */
  public static final int MAX_REORG = 1_024;

  private final ChainLog journal;
  private final Clock clock;
  private final JournaledStore store = new JournaledStore(new MemoryStore());
  private final StoredBank bank = new StoredBank(store);
  private final Settlement settlement;
  private final LocalBlocks blocks;
  private List<DroppedCall> openCalls = new ArrayList<>();
  private List<ParentEvent> openEvents = new ArrayList<>();

  private LocalParent(
      SettlementConfig config, BlockVerifier verifier, ChainLog journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
    this.settlement = Settlement.open(config, store, bank, verifier);
    this.blocks = new LocalBlocks(config.suite());
  }

  /** A parent that lives and dies with this object. */
  public static LocalParent inMemory(SettlementConfig config, BlockVerifier verifier, Clock clock) {
    return open(config, verifier, ChainLog.inMemory(), clock);
  }

  /**
   * The parent of a journal, or a new one if the journal is empty. The journal is closed with it,
   * and must take records as large as the largest batch.
   *
   * @param verifier executes disputed blocks; the same as ever, or the journal replays differently
   * @param clock the times of blocks; they never fall, even if it does
   * @throws IllegalArgumentException if the journal is of another config
   */
  public static LocalParent open(
      SettlementConfig config, BlockVerifier verifier, ChainLog journal, Clock clock) {
    LocalParent parent = new LocalParent(config, verifier, journal, clock);
    if (journal.end() == 0) {
      parent.log(new Deed.Begin(Math.max(0, clock.nowMs()), config.hash()));
      journal.sync();
    }
    journal.replay(0, (position, record) -> parent.redo(Deed.decode(record)));
    return parent;
  }

  /** Executes a call in the open block. */
  public CallResult call(Account caller, Bytes call) {
    CallResult result = execute(caller, call);
    if (result instanceof CallResult.Done) {
      log(new Deed.Call(caller, call));
    }
    return result;
  }

  /** Executes a call in the open block; it crosses as bytes. */
  public CallResult call(Account caller, SettlementCall call) {
    return call(caller, call.encode());
  }

  /** The way in for one account, such as the operator. */
  public ParentWriter writer(Account caller) {
    return new Writer(caller);
  }

  /** Every way in for one account, such as a watchtower or somebody who leaves. */
  public SettlementCaller caller(Account caller) {
    return call -> answer(caller, call);
  }

  private ParentAnswer answer(Account caller, SettlementCall settlementCall) {
    return call(caller, settlementCall)
        .fold(
            done -> new ParentAnswer.Included(now()),
            refused ->
                new ParentAnswer.Refused(
                    refused.error().rule().name(), refused.error().toString()));
  }

  /**
   * Closes the open block and so many more, less one; returns once they are durable.
   *
   * @throws IllegalArgumentException if {@code count} is below 1
   */
  public void mine(long count) {
    if (count < 1) {
      throw new IllegalArgumentException("mine: expected at least 1 block, actual " + count);
    }
    for (long i = 0; i < count; i++) {
      Deed.Close close = new Deed.Close(Math.max(blocks.head().timeMs(), clock.nowMs()));
      log(close);
      redo(close);
    }
    journal.sync();
  }

  /**
   * Drops the open block and so many closed ones, with all that happened in them. The blocks that
   * come next have other hashes.
   *
   * @return the dropped calls in their order
   * @throws IllegalArgumentException if there are not that many, block 0 not counted, whose changes
   *     are still known; those of the newest {@link #MAX_REORG} are
   */
  public List<DroppedCall> reorg(long depth) {
    if (depth < 0 || depth > blocks.droppable()) {
      throw new IllegalArgumentException(
          "reorg: expected 0 to " + blocks.droppable() + " blocks, actual " + depth);
    }
    List<DroppedCall> dropped = drop(depth);
    log(new Deed.Reorg(depth));
    journal.sync();
    return dropped;
  }

  /** Sets what somebody holds outside the settlement. */
  public void setBalance(Account holder, AssetId asset, BigInteger units) {
    bank.setBalance(holder, asset, units);
    log(new Deed.Balance(holder, asset, units));
  }

  /** Gives an item to somebody. */
  public void setOwner(AssetId collection, Bytes32 id, Account owner) {
    bank.setOwner(collection, id, owner);
    log(new Deed.Owner(collection, id, owner));
  }

  /** What somebody holds outside the settlement. */
  public BigInteger balance(Account holder, AssetId asset) {
    return bank.balance(holder, asset);
  }

  /** Who holds an item. */
  public Optional<Account> owner(AssetId collection, Bytes32 id) {
    return bank.owner(collection, id);
  }

  /** The books of the settlement. */
  public SettlementView view() {
    return settlement.view();
  }

  /** The height of the open block: the {@code now} of the next call. */
  public long now() {
    return blocks.head().height() + 1;
  }

  @Override
  public ParentBlock head() {
    return blocks.head();
  }

  @Override
  public Optional<ParentBlock> at(long height) {
    return blocks.at(height);
  }

  @Override
  public SettlementStatus settlement() {
    return settlement.view().status(now());
  }

  @Override
  public List<Bytes> inboxEntries(long from, int max, long confirmations) {
    List<Bytes> entries = new ArrayList<>();
    Optional<SettlementView.TimedEntry> next = settlement.view().entry(from);
    while (entries.size() < max
        && next.isPresent()
        && next.get().entry().enqueuedAt() + confirmations <= blocks.head().height()) {
      entries.add(next.get().entry().encode());
      next = settlement.view().entry(from + entries.size());
    }
    return entries;
  }

  @Override
  public Optional<BatchStatus> batch(long number) {
    return settlement.view().batch(number);
  }

  @Override
  public Optional<Bytes> published(Bytes32 dataCommitment) {
    return settlement.view().published(dataCommitment);
  }

  @Override
  public Optional<Bytes> publishedBatch(Bytes32 batchHash) {
    return settlement.view().publishedBatch(batchHash);
  }

  @Override
  public List<ParentEvent> events(long fromHeight) {
    return blocks.events(fromHeight);
  }

  /** Gives the journal back; the open block is in it but may not be durable. */
  @Override
  public void close() {
    journal.close();
  }

  private void log(Deed deed) {
    journal.append(deed.encode());
  }

  private CallResult execute(Account caller, Bytes call) {
    CallResult result = settlement.call(call, new CallContext(caller, now(), blocks));
    if (result instanceof CallResult.Done done) {
      openCalls.add(new DroppedCall(caller, call));
      for (SettlementEvent event : done.events()) {
        openEvents.add(new ParentEvent(now(), event.encode()));
      }
    }
    return result;
  }

  private void redo(Deed deed) {
    if (deed instanceof Deed.Begin begin) {
      requireConfig(begin.config());
      closeBlock(begin.timeMs());
    } else if (deed instanceof Deed.Call call) {
      requireDone(execute(call.caller(), call.call()));
    } else if (deed instanceof Deed.Close close) {
      closeBlock(close.timeMs());
    } else if (deed instanceof Deed.Balance balance) {
      bank.setBalance(balance.holder(), balance.asset(), balance.units());
    } else if (deed instanceof Deed.Owner owner) {
      bank.setOwner(owner.collection(), owner.id(), owner.owner());
    } else if (deed instanceof Deed.Reorg reorg) {
      drop(reorg.depth());
    }
  }

  private static void requireDone(CallResult result) {
    if (result instanceof CallResult.Refused refused) {
      throw new IllegalStateException("the journal replays differently: " + refused.error());
    }
  }

  private void requireConfig(Bytes32 hash) {
    Bytes32 own = settlement.view().config().hash();
    if (!hash.equals(own)) {
      throw new IllegalArgumentException(
          "local parent: expected a journal of config " + own + ", actual " + hash);
    }
  }

  private void closeBlock(long timeMs) {
    blocks.close(timeMs, openCalls, openEvents, store.endSpan(), MAX_REORG);
    openCalls = new ArrayList<>();
    openEvents = new ArrayList<>();
  }

  private List<DroppedCall> drop(long depth) {
    List<List<DroppedCall>> dropped = new ArrayList<>();
    store.rollbackTo(0);
    dropped.add(openCalls);
    openCalls = new ArrayList<>();
    openEvents = new ArrayList<>();
    for (long i = 0; i < depth; i++) {
      dropped.add(blocks.drop(store));
    }
    blocks.fork();
    Collections.reverse(dropped);
    return dropped.stream().flatMap(List::stream).toList();
  }

  /** Calls for one account, answered in the parent's general words. */
  private final class Writer implements ParentWriter {
    private final Account caller;

    Writer(Account caller) {
      this.caller = caller;
    }

    @Override
    public ParentAnswer commit(Bytes batch, Bytes evidence) {
      return LocalParent.this.answer(caller, new SettlementCall.Commit(batch, evidence));
    }

    @Override
    public ParentAnswer finalizeThrough(long number) {
      return LocalParent.this.answer(caller, new SettlementCall.FinalizeThrough(number));
    }
  }
}
