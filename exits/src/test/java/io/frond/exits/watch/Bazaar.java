package io.frond.exits.watch;

import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.Cell;
import io.frond.vm.Codec;
import io.frond.vm.CommandType;
import io.frond.vm.Context;
import io.frond.vm.Escrow;
import io.frond.vm.EscrowId;
import io.frond.vm.ExecutionModule;
import io.frond.vm.Pool;
import io.frond.vm.PoolId;
import io.frond.vm.Revert;
import io.frond.vm.Split;
import io.frond.vm.StateItem;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** A module by which an account comes to have a claim of every kind. */
final class Bazaar implements ExecutionModule<Bazaar.Deed> {
  static final String NAME = "bazaar";
  static final AssetId BORN = AssetId.named("BORN");
  private static final Cell<Bytes32> POOL = Cell.of("pool", Codec.BYTES32);
  private static final Cell<Bytes32> ESCROW = Cell.of("escrow", Codec.BYTES32);
  private static final Cell<Long> VISITS = Cell.of("visits", Codec.LONG, 0L);

  sealed interface Deed {}

  /** Locks quanta that go half to each if the chain freezes. */
  @CommandType(1)
  record Bet(AssetId asset, long quanta, Account other) implements Deed {}

  /** Pays the last bet out. */
  @CommandType(2)
  record Decide(Account winner) implements Deed {}

  /** Locks an item that would go to another account. */
  @CommandType(3)
  record Pawn(AssetId collection, Bytes32 item, Account other) implements Deed {}

  /** Adds to the pool for shares. */
  @CommandType(4)
  record Provide(AssetId asset, long quanta, long shares) implements Deed {}

  /** Creates an item. */
  @CommandType(5)
  record Forge(Bytes32 item) implements Deed {}

  /** Sends a message to the parent. */
  @CommandType(6)
  record Shout(Bytes words) implements Deed {}

  /** Counts a visit, and fails in the end if asked to. */
  @CommandType(7)
  record Visit(boolean fails) implements Deed {}

  /** Pays, and swallows whatever stops it. */
  @CommandType(8)
  record PayCarelessly(Account to, AssetId asset, long quanta) implements Deed {}

  @Override
  public Codec<Deed> codec() {
    return Codec.of(Deed.class);
  }

  @Override
  public List<StateItem> state() {
    return List.of(POOL, ESCROW, VISITS);
  }

  @Override
  public void execute(Deed deed, Context context) {
    if (deed instanceof Bet bet) {
      Split split = Split.evenly(context.sender(), bet.other());
      keep(context, context.ledger().openEscrow(bet.asset(), bet.quanta(), end(context), split));
    } else if (deed instanceof Decide decide) {
      EscrowId id = new EscrowId(ESCROW.get(context));
      context.ledger().escrow(id).releaseAll(decide.winner());
    } else if (deed instanceof Pawn pawn) {
      keep(
          context,
          context
              .ledger()
              .openItemEscrow(pawn.collection(), pawn.item(), end(context), pawn.other()));
    } else if (deed instanceof Provide provide) {
      Pool pool = pool(context);
      pool.add(provide.asset(), provide.quanta());
      pool.mint(context.sender(), provide.shares());
    } else if (deed instanceof Forge forge) {
      context.ledger().mintItem(context.sender(), BORN, forge.item());
    } else if (deed instanceof Shout shout) {
      context.send(shout.words());
    } else if (deed instanceof Visit visit) {
      VISITS.set(context, VISITS.get(context) + 1);
      Revert.unless(!visit.fails(), "closed");
    } else if (deed instanceof PayCarelessly pay) {
      payCarelessly(pay, context);
    }
  }

  private static void payCarelessly(PayCarelessly pay, Context context) {
    try {
      context.ledger().pay(pay.to(), pay.asset(), pay.quanta());
    } catch (RuntimeException swallowed) {
      VISITS.set(context, 0L);
    }
  }

  private static void keep(Context context, Escrow escrow) {
    ESCROW.set(context, escrow.id().value());
  }

  private static long end(Context context) {
    return context.parentHeight() + 1_000;
  }

  private static Pool pool(Context context) {
    if (POOL.find(context).isEmpty()) {
      POOL.set(context, context.ledger().openPool().id().value());
    }
    return context.ledger().pool(new PoolId(POOL.get(context)));
  }
}
