package io.frond.core.transition;

import io.frond.core.batch.Head;
import io.frond.core.chain.AssetQuanta;
import io.frond.core.chain.ParentReference;
import io.frond.core.fee.Usage;
import io.frond.core.hash.Frontier;
import io.frond.core.hash.Hasher;
import io.frond.core.inbox.InboxEntry;
import io.frond.core.items.ItemSpace;
import io.frond.core.items.ItemStore;
import io.frond.core.ledger.ChainLedger;
import io.frond.core.ledger.Claim;
import io.frond.core.ledger.LedgerCharge;
import io.frond.core.state.AccessLog;
import io.frond.core.state.FullStateTrees;
import io.frond.core.state.Section;
import io.frond.core.state.StateChange;
import io.frond.core.state.StateChanges;
import io.frond.core.state.StateRoot;
import io.frond.core.state.StateSource;
import io.frond.core.state.StateSource.Found;
import io.frond.core.state.StateTrees;
import io.frond.core.state.StoredEntry;
import io.frond.vm.Account;
import io.frond.vm.PoolId;
import io.frond.vm.StateView;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/**
 * The state of one chain: its items, its ledger, its trees, its head. One thread. Blocks change it
 * through {@link BlockExecution} alone.
 */
public final class ChainState {
  static final byte[] HEAD_KEY = {0x22};
  private static final int RESTORED_AT_ONCE = 1 << 22;
  private static final Usage UNLIMITED = new Usage(Usage.MAX, Usage.MAX, Usage.MAX, 0);

  private final ChainRules rules;
  private final StateSource source;
  private final AccessLog accesses;
  private final StateTrees trees;
  private final ItemStore items;
  private final ItemSpace[] spaces;
  private final ChainLedger ledger;
  private final Meter meter = new Meter();
  private final Withdrawals withdrawals;
  private final ExecutionContext context;
  private final Hasher hasher;
  private @Nullable Head head;
  private boolean headLoaded;
  private boolean running;
  private int touchedItems;
  private int touchedBalances;
  private int logged;

  ChainState(
      ChainRules rules, StateTrees trees, StateSource source, AccessLog accesses, long secret) {
    this.rules = rules;
    this.trees = trees;
    this.source = source;
    this.accesses = accesses;
    this.hasher = rules.suite().newHasher();
    this.items = new ItemStore(rules.suite(), source, accesses, secret);
    this.spaces = spaces();
    this.withdrawals =
        new Withdrawals(rules.suite(), rules.definition().params().limits().withdrawals());
    this.ledger =
        new ChainLedger(
            rules.suite(),
            rules.definition().assets(),
            items,
            source,
            accesses,
            secret,
            rules.ids(),
            rules.minters(),
            rules.definition().params().maxLockParentBlocks(),
            new Charge());
    this.context =
        new ExecutionContext(rules, spaces, ledger, meter, withdrawals, beforeFirstBlock());
  }

  /**
   * The state that a chain starts with.
   *
   * @param secret hashes keys in memory; any number, never part of a result
   */
  public static ChainState genesis(ChainRules rules, long secret) {
    return genesis(rules, AccessLog.off(), secret);
  }

  /** The state that a chain starts with, which tells of every access from the first block on. */
  public static ChainState genesis(ChainRules rules, AccessLog accesses, long secret) {
    ChainState state = empty(rules, accesses, secret);
    state.meter.begin(UNLIMITED);
    for (int module = 1; module < rules.modules().size(); module++) {
      state.ledger.authorize(null, module, 0);
      state.context.turn(module, null, false);
      rules.modules().get(module).module().genesis(state.context);
    }
    state.trees.apply(state.collectChanges());
    state.endBlock();
    return state;
  }

  /**
   * The state of these entries, as {@link #forEachEntry} showed them. Whether they are the right
   * ones is told by its root.
   *
   * @throws io.frond.vm.DecodeException if one is of no item of this chain
   */
  public static ChainState restore(
      ChainRules rules, Iterable<StoredEntry> entries, AccessLog accesses, long secret) {
    ChainState state = empty(rules, accesses, secret);
    StateChanges.Builder changes = new StateChanges.Builder();
    int collected = 0;
    for (StoredEntry entry : entries) {
      changes.add(state.restore(entry));
      if (++collected == RESTORED_AT_ONCE) {
        state.trees.apply(changes.build());
        changes = new StateChanges.Builder();
        collected = 0;
      }
    }
    state.trees.apply(changes.build());
    return state;
  }

  private static ChainState empty(ChainRules rules, AccessLog accesses, long secret) {
    StateTrees trees = new FullStateTrees(rules.suite());
    ChainState state =
        new ChainState(rules, trees, StateSource.nothingBeyondMemory(), accesses, secret);
    state.headLoaded = true;
    return state;
  }

  private StateChange restore(StoredEntry entry) {
    if (entry.section() == Section.META && Arrays.equals(entry.rawKey(), HEAD_KEY)) {
      head = Head.decode(Bytes.wrap(entry.value()));
      return new StateChange(Section.META, Head.key(rules.suite()), hash(entry.value()));
    }
    return ChainLedger.holds(entry) ? ledger.restore(entry) : items.restore(entry);
  }

  private ItemSpace[] spaces() {
    ItemSpace[] made = new ItemSpace[rules.modules().size() + 1];
    for (int i = 0; i < rules.modules().size(); i++) {
      NamedModule named = rules.modules().get(i);
      made[i] = items.space(Section.MODULE, i, rules.ids().get(i), named.name(), rules.stateOf(i));
    }
    int fees = rules.feeSpace();
    made[fees] =
        items.space(
            Section.META,
            fees,
            rules.ids().get(fees),
            "fees",
            rules.definition().fees().model().state());
    return made;
  }

  /** Charges the running module; the context is younger than the ledger. */
  private final class Charge implements LedgerCharge {
    @Override
    public void read() {
      context.chargeLedgerRead();
    }

    @Override
    public void move(int entries) {
      context.chargeLedgerMove(entries);
    }
  }

  static BlockStart beforeFirstBlock() {
    return new BlockStart(0, 0, new ParentReference(0, Bytes32.ZERO), 0, 0, true);
  }

  /** The rules that this state follows. */
  public ChainRules rules() {
    return rules;
  }

  /** The roots of the three trees. */
  public StateRoot root() {
    return trees.root();
  }

  /** The state root. */
  public Bytes32 stateRoot() {
    return trees.root().hash(rules.suite(), rules.domain());
  }

  /** The trees; they change with every block. */
  public StateTrees trees() {
    return trees;
  }

  /** What the last block left; for a chain without blocks, what it starts from. */
  public Head head() {
    return head == null ? firstHead() : head;
  }

  private Head firstHead() {
    return new Head(
        0,
        0,
        new ParentReference(0, Bytes32.ZERO),
        new Head.InboxCursor(0, InboxEntry.startOfInbox(rules.suite(), rules.domain())),
        Head.Outcomes.NONE,
        Bytes32.ZERO,
        Frontier.empty(),
        AssetQuanta.NONE);
  }

  /** Reads the head as an access of the block that begins. */
  Head touchHead() {
    if (!headLoaded) {
      Found found = source.find(Section.META, HEAD_KEY);
      if (found == null) {
        throw source.incomplete("head");
      }
      head = found.value() == null ? null : Head.decode(Bytes.wrap(found.value()));
      headLoaded = true;
    }
    if (accesses.isRecording()) {
      byte[] value = head == null ? null : head.encode().toArrayUnsafe();
      accesses.touched(Section.META, HEAD_KEY, Head.key(rules.suite()), value);
    }
    return head();
  }

  /**
   * Answers a question about a module's state, between blocks.
   *
   * @param name the module's name
   * @param query reads and returns an immutable value; must not keep the view
   * @throws IllegalArgumentException if there is no such module
   * @throws IllegalStateException while a block runs
   */
  public <R> R query(String name, Function<StateView, R> query) {
    int position = 0;
    while (!rules.modules().get(position).name().equals(name)) {
      if (++position == rules.modules().size()) {
        throw new IllegalArgumentException("the chain has no module " + name);
      }
    }
    int module = position;
    return look(
        () -> {
          meter.begin(UNLIMITED);
          context.at(headAsStart());
          ledger.authorize(null, module, head().reference().height());
          context.turn(module, null, true);
          return query.apply(context);
        });
  }

  private BlockStart headAsStart() {
    Head now = head();
    return new BlockStart(now.blockNumber(), now.timeMs(), now.reference(), now.timeMs(), 0, false);
  }

  /** The free balance of an account, between blocks. */
  public long balance(Account account, int assetIndex) {
    return look(() -> ledger.balance(account, assetIndex));
  }

  /** The next number of an ordered nonce lane, between blocks. */
  public long laneNonce(Account account, int lane) {
    return look(() -> ledger.laneNonce(account, lane));
  }

  /** The next number of the forced nonce, between blocks. */
  public long forcedNonce(Account account) {
    return look(() -> ledger.forcedNonce(account));
  }

  /** Every claim that pays an account, in the order of its list, between blocks. */
  public List<Claim> claimsOf(Account account) {
    return look(() -> ledger.claimsOf(account));
  }

  /** The claim of a pool, between blocks. */
  public Optional<Claim.Pool> pool(PoolId id) {
    return look(() -> ledger.pool(id));
  }

  /** Looks something up and leaves no trace of it. */
  private <R> R look(Supplier<R> question) {
    requireBetweenBlocks();
    try {
      return question.get();
    } finally {
      endBlock();
    }
  }

  /** Shows every entry of the state between blocks, in no particular order, for a snapshot. */
  public void forEachEntry(Consumer<StoredEntry> action) {
    requireBetweenBlocks();
    if (head != null) {
      action.accept(new StoredEntry(Section.META, HEAD_KEY, head.encode().toArrayUnsafe()));
    }
    ledger.forEachEntry(action);
    items.forEachEntry(action);
  }

  StateChanges collectChanges() {
    StateChanges.Builder changes = new StateChanges.Builder();
    items.collectChanges(changes::add);
    ledger.collectChanges(changes::add);
    return changes.build();
  }

  StateChanges collectChanges(Head newHead) {
    StateChanges.Builder changes = new StateChanges.Builder();
    items.collectChanges(changes::add);
    ledger.collectChanges(changes::add);
    Bytes32 valueHash = hash(newHead.encode().toArrayUnsafe());
    changes.add(new StateChange(Section.META, Head.key(rules.suite()), valueHash));
    return changes.build();
  }

  /** Marks that a block runs; until {@link #endBlock} nothing else may look. */
  void beginBlock() {
    requireBetweenBlocks();
    running = true;
  }

  /**
   * Checks that no block runs.
   *
   * @throws IllegalStateException while one does
   */
  void requireBetweenBlocks() {
    if (running) {
      throw new IllegalStateException("a block runs: commit or abandon it first");
    }
  }

  /** Makes this the point that {@link #untouch} goes back to. */
  void markTouches() {
    touchedItems = items.touchMark();
    touchedBalances = ledger.touchMark();
    logged = accesses.size();
  }

  /** Forgets every touch since {@link #markTouches}; nothing may have been written since. */
  void untouch() {
    items.untouch(touchedItems);
    ledger.untouch(touchedBalances);
    accesses.truncate(logged);
  }

  /** Keeps a block that was executed on this state. */
  void commit(ExecutedBlock executed) {
    trees.apply(executed.changes());
    head = executed.head();
    endBlock();
  }

  void endBlock() {
    items.endBlock();
    ledger.endBlock();
    running = false;
  }

  private Bytes32 hash(byte[] value) {
    return hasher.raw(value, 0, value.length).digest();
  }

  ItemStore items() {
    return items;
  }

  ChainLedger ledger() {
    return ledger;
  }

  ExecutionContext context() {
    return context;
  }

  Meter meter() {
    return meter;
  }

  Withdrawals withdrawals() {
    return withdrawals;
  }

  List<NamedModule> modules() {
    return rules.modules();
  }

  /** The trees, if they are whole: for proofs and witnesses. They change with every block. */
  public Optional<FullStateTrees> fullTrees() {
    return trees instanceof FullStateTrees full ? Optional.of(full) : Optional.empty();
  }
}
