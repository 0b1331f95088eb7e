package io.frond.core.transition;

import io.frond.core.chain.Asset;
import io.frond.core.chain.StepPrices;
import io.frond.core.hash.Hasher;
import io.frond.core.items.ItemSpace;
import io.frond.core.ledger.ChainLedger;
import io.frond.core.outcome.Event;
import io.frond.core.outcome.Outcome;
import io.frond.core.outcome.Outcome.Message;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.ByteWriter;
import io.frond.vm.Cell;
import io.frond.vm.Context;
import io.frond.vm.EventType;
import io.frond.vm.Ledger;
import io.frond.vm.Revert;
import io.frond.vm.SortedTable;
import io.frond.vm.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/**
 * The one implementation of {@link Context}. Where state comes from differs behind the items and
 * the ledger; a second class here would cost every chain in the process its inlining.
 */
final class ExecutionContext implements Context {
  /** What one state write counts in state bytes: a key and a value hash. */
  static final long STATE_BYTES_PER_WRITE = 64;

  private static final int RANDOMNESS_TAG = 0x66;

  private final ItemSpace[] spaces;
  private final ChainLedger ledger;
  private final ChainRules rules;
  private final StepPrices prices;
  private final Meter meter;
  private final Hasher hasher;
  private final Withdrawals withdrawals;
  private final List<Event> events = new ArrayList<>();
  private final List<Message> messages = new ArrayList<>();
  private final ByteWriter scratch = new ByteWriter(256);

  private ItemSpace space;
  private int module;
  private @Nullable Account sender;
  private BlockStart block;
  private int position;
  private boolean readOnly;

  ExecutionContext(
      ChainRules rules,
      ItemSpace[] spaces,
      ChainLedger ledger,
      Meter meter,
      Withdrawals withdrawals,
      BlockStart genesis) {
    this.rules = rules;
    this.spaces = spaces;
    this.ledger = ledger;
    this.prices = rules.definition().params().prices();
    this.meter = meter;
    this.withdrawals = withdrawals;
    this.hasher = rules.suite().newHasher();
    this.space = spaces[0];
    this.block = genesis;
  }

  /** Begins a block. */
  void at(BlockStart newBlock) {
    block = newBlock;
  }

  /** Begins what happens at a position of the block. */
  void beginOutcome(int newPosition) {
    position = newPosition;
    events.clear();
    messages.clear();
  }

  /** Hands the turn to a module; {@link ChainRules#feeSpace} stands for the fee model. */
  @SuppressWarnings("ReferenceEquality") // a reference that is there is not stored again
  void turn(int newModule, @Nullable Account newSender, boolean newReadOnly) {
    module = newModule;
    space = spaces[newModule];
    if (sender != newSender) {
      sender = newSender;
    }
    readOnly = newReadOnly;
  }

  void rollbackTo(int eventCount, int messageCount) {
    events.subList(eventCount, events.size()).clear();
    messages.subList(messageCount, messages.size()).clear();
  }

  List<Event> events() {
    return events;
  }

  List<Message> messages() {
    return messages;
  }

  @Override
  public Account sender() {
    if (sender == null) {
      throw new IllegalStateException("nobody sent this: it is a callback of the protocol");
    }
    return sender;
  }

  @Override
  public <V> @Nullable V read(Cell<V> cell) {
    meter.steps(prices.read());
    return space.get(cell);
  }

  @Override
  public <K, V> @Nullable V read(Table<K, V> table, K key) {
    meter.steps(prices.read());
    return space.get(table, key);
  }

  @Override
  public <K, V> @Nullable V read(SortedTable<K, V> table, K key) {
    meter.steps(prices.read());
    return space.get(table, key);
  }

  @Override
  public <K, V> @Nullable K next(SortedTable<K, V> table, @Nullable K key) {
    meter.steps(prices.read());
    return space.next(table, key);
  }

  @Override
  public <V> void write(Cell<V> cell, @Nullable V value) {
    chargeWrite();
    space.set(cell, value);
  }

  @Override
  public <K, V> void write(Table<K, V> table, K key, @Nullable V value) {
    chargeWrite();
    space.set(table, key, value);
  }

  @Override
  public <K, V> void write(SortedTable<K, V> table, K key, @Nullable V value) {
    chargeWrite();
    space.set(table, key, value);
  }

  private void chargeWrite() {
    checkWritable();
    meter.steps(prices.read() + prices.write());
    meter.stateBytes(STATE_BYTES_PER_WRITE);
  }

  private void checkWritable() {
    if (readOnly) {
      throw new IllegalStateException("a query or a quote reads and does not write");
    }
  }

  @Override
  public Ledger ledger() {
    return ledger.forModule();
  }

  /** Charges looking something up in the ledger. */
  void chargeLedgerRead() {
    meter.steps(prices.read());
  }

  /** Charges so many entries of the ledger that are written. */
  void chargeLedgerMove(int entries) {
    checkWritable();
    if (module == rules.feeSpace()) {
      throw new IllegalStateException("a fee model names amounts and moves nothing");
    }
    meter.steps(prices.ledgerMove() * entries);
    meter.stateBytes(STATE_BYTES_PER_WRITE * entries);
  }

  void withdraw(AssetId assetId, long quanta) {
    Asset asset = fungible(assetId);
    Revert.unless(withdrawals.hasRoom(1), "this batch has no room for another withdrawal");
    ledger.spendAndWithdraw(sender(), asset, quanta);
    withdrawals.add(sender(), asset, quanta, Bytes32.ZERO);
  }

  void withdrawItem(AssetId collectionId, Bytes32 item) {
    Asset collection = rules.definition().assets().find(collectionId).orElse(null);
    if (collection == null || collection.isFungible()) {
      throw Revert.because("no such collection");
    }
    Revert.unless(withdrawals.hasRoom(1), "this batch has no room for another withdrawal");
    ledger.spendAndWithdrawItem(sender(), collection, item);
    withdrawals.add(sender(), collection, 1, item);
  }

  private Asset fungible(AssetId id) {
    Asset asset = rules.definition().assets().find(id).orElse(null);
    if (asset == null || !asset.isFungible()) {
      throw Revert.because("no such fungible asset");
    }
    return asset;
  }

  @Override
  public long blockNumber() {
    return block.number();
  }

  @Override
  public long timestampMs() {
    return block.timeMs();
  }

  @Override
  public long parentHeight() {
    return block.reference().height();
  }

  @Override
  public Bytes32 randomness() {
    if (block.number() == 0) {
      throw new IllegalStateException("genesis has no parent block to draw from");
    }
    meter.steps(prices.read());
    hasher.u8(RANDOMNESS_TAG).raw(rules.domain()).raw(block.reference().hash());
    return hasher.u64(block.number()).u32(position).digest();
  }

  @Override
  public <E> void emit(EventType<E> type, E event) {
    checkWritable();
    scratch.reset();
    type.codec().encode(event, scratch);
    meter.steps(prices.event() + prices.encodedByte() * scratch.size());
    if (events.size() == Event.MAX_COUNT || scratch.size() > Event.MAX_BYTES) {
      throw new IllegalArgumentException(
          "events: expected at most 1024 of at most 65536 bytes, actual " + scratch.size());
    }
    events.add(new Event(module, type.name(), scratch.toBytes()));
  }

  @Override
  public void send(Bytes payload) {
    checkWritable();
    meter.steps(prices.event() + prices.encodedByte() * payload.size());
    if (messages.size() == Message.MAX_COUNT || payload.size() > Message.MAX_BYTES) {
      throw new IllegalArgumentException(
          "messages: expected at most 64 of at most 8192 bytes, actual " + payload.size());
    }
    messages.add(new Outcome.Message(module, payload.copy()));
  }

  @Override
  public void step(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("steps: expected at least 0, actual " + count);
    }
    meter.steps(count);
  }
}
