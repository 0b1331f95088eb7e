package io.frond.core.transition;

import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.Cell;
import io.frond.vm.Codec;
import io.frond.vm.Context;
import io.frond.vm.Escrow;
import io.frond.vm.EscrowId;
import io.frond.vm.EventType;
import io.frond.vm.ExecutionModule;
import io.frond.vm.Ledger;
import io.frond.vm.Message;
import io.frond.vm.Pool;
import io.frond.vm.PoolId;
import io.frond.vm.Revert;
import io.frond.vm.SortedTable;
import io.frond.vm.Split;
import io.frond.vm.StateItem;
import io.frond.vm.Table;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** Does what a command says, step by step: every capability of a module, and every misuse. */
class ScriptModule implements ExecutionModule<ScriptModule.Script> {
  /** One call of the library, or one way to fail. */
  enum Op {
    SET,
    UNSET,
    PUT,
    REMOVE,
    GET,
    SORTED_PUT,
    SORTED_REMOVE,
    SORTED_GET,
    SORTED_NEXT,
    PAY,
    OPEN_ESCROW,
    LOCK,
    RELEASE,
    RELEASE_ALL,
    SPLIT,
    OPEN_POOL,
    ADD,
    POOL_PAY,
    MINT,
    BURN,
    GIVE,
    MINT_ITEM,
    OPEN_ITEM_ESCROW,
    BALANCE,
    EMIT,
    SEND,
    STEP,
    REVERT,
    FAIL,
    RANDOM
  }

  /**
   * One step.
   *
   * @param caught whether the module swallows what the step throws
   */
  record Step(Op op, long a, long b, Account to, boolean caught) {}

  record Script(List<Step> steps) {}

  static final Cell<Long> CELL = Cell.of("cell", Codec.LONG);
  static final Table<Long, Long> TABLE = Table.of("table", Codec.LONG, Codec.LONG);
  static final SortedTable<Long, Long> SORTED = SortedTable.of("sorted", Codec.LONG, Codec.LONG);
  static final Table<Long, Bytes32> IDS = Table.of("ids", Codec.LONG, Codec.BYTES32);
  static final EventType<Long> EVENT = EventType.of("said", Codec.LONG);

  private static final List<AssetId> ASSETS = List.of(TestChain.GOLD, TestChain.GEM);

  static Step step(Op op, long a, long b) {
    return new Step(op, a, b, TestChain.NOBODY, false);
  }

  static Step step(Op op, long a, long b, Account to) {
    return new Step(op, a, b, to, false);
  }

  static Step caught(Step step) {
    return new Step(step.op, step.a, step.b, step.to, true);
  }

  @Override
  public Codec<Script> codec() {
    return Codec.of(Script.class);
  }

  @Override
  public List<StateItem> state() {
    return List.of(CELL, TABLE, SORTED, IDS);
  }

  @Override
  public void execute(Script script, Context context) {
    for (Step step : script.steps()) {
      run(step, context);
    }
  }

  static void run(Step step, Context context) {
    if (!step.caught) {
      perform(step, context);
      return;
    }
    try {
      perform(step, context);
    } catch (RuntimeException swallowed) {
      CELL.set(context, -1L);
    }
  }

  private static void perform(Step step, Context context) {
    if (step.op.compareTo(Op.PAY) < 0) {
      store(step, context);
    } else if (step.op.compareTo(Op.EMIT) < 0) {
      move(step, context, context.ledger());
    } else {
      say(step, context);
    }
  }

  private static void store(Step step, Context context) {
    switch (step.op) {
      case SET -> CELL.set(context, step.a);
      case UNSET -> CELL.remove(context);
      case PUT -> TABLE.set(context, step.a, step.b);
      case REMOVE -> TABLE.remove(context, step.a);
      case GET -> CELL.set(context, TABLE.find(context, step.a).orElse(-2L));
      case SORTED_PUT -> SORTED.set(context, step.a, step.b);
      case SORTED_REMOVE -> SORTED.remove(context, step.a);
      case SORTED_GET -> CELL.set(context, SORTED.find(context, step.a).orElse(-3L));
      default -> CELL.set(context, SORTED.next(context, step.a).orElse(-4L));
    }
  }

  private static void move(Step step, Context context, Ledger ledger) {
    AssetId asset = ASSETS.get((int) (step.a & 1));
    Bytes32 item = TestChain.item(step.b);
    switch (step.op) {
      case PAY -> ledger.pay(step.to, asset, step.b);
      case OPEN_ESCROW ->
          keep(
              step,
              context,
              ledger
                  .openEscrow(
                      asset,
                      step.b,
                      context.parentHeight() + 10,
                      Split.evenly(context.sender(), step.to))
                  .id()
                  .value());
      case OPEN_ITEM_ESCROW ->
          keep(
              step,
              context,
              ledger
                  .openItemEscrow(TestChain.SWORDS, item, context.parentHeight() + 10, step.to)
                  .id()
                  .value());
      case OPEN_POOL -> keep(step, context, ledger.openPool().id().value());
      case LOCK -> escrow(step, context).lock(step.b);
      case RELEASE -> escrow(step, context).release(step.to, step.b);
      case RELEASE_ALL -> escrow(step, context).releaseAll(step.to);
      case SPLIT -> escrow(step, context).split(Split.evenly(context.sender(), step.to, step.to));
      case ADD -> pool(step, context).add(asset, step.b);
      case POOL_PAY -> pool(step, context).pay(step.to, asset, step.b);
      case MINT -> pool(step, context).mint(step.to, step.b);
      case BURN -> pool(step, context).burn(step.b);
      case GIVE -> ledger.give(step.to, TestChain.SWORDS, item);
      case MINT_ITEM -> ledger.mintItem(step.to, TestChain.BADGES, item);
      default -> CELL.set(context, ledger.balance(step.to, asset));
    }
  }

  private static void say(Step step, Context context) {
    switch (step.op) {
      case EMIT -> EVENT.emit(context, step.a);
      case SEND -> context.send(Bytes.repeat((byte) step.a, (int) step.b));
      case STEP -> context.step(step.a);
      case REVERT -> throw Revert.because("no %d", step.a);
      case RANDOM -> CELL.set(context, context.randomness().getLong(0));
      default -> throw new UnsupportedOperationException("as asked");
    }
  }

  private static void keep(Step step, Context context, Bytes32 id) {
    IDS.set(context, step.a, id);
  }

  private static Escrow escrow(Step step, Context context) {
    return context.ledger().escrow(new EscrowId(IDS.get(context, step.a)));
  }

  private static Pool pool(Step step, Context context) {
    return context.ledger().pool(new PoolId(IDS.get(context, step.a)));
  }

  @Override
  public void onMessage(Message message, Context context) {
    CELL.set(context, (long) message.payload().size());
  }
}
