package io.frond.benchmarks;

import io.frond.vm.AssetId;
import io.frond.vm.Cell;
import io.frond.vm.Codec;
import io.frond.vm.CommandType;
import io.frond.vm.Context;
import io.frond.vm.ExecutionModule;
import io.frond.vm.Pool;
import io.frond.vm.PoolId;
import io.frond.vm.Revert;
import io.frond.vm.StateItem;
import java.util.List;
import org.apache.tuweni.bytes.Bytes32;

/** A constant-product market of two assets, as an author would write it. */
final class AmmSwap implements ExecutionModule<AmmSwap.Command> {
  static final AssetId GOLD = AssetId.named("GOLD");
  static final AssetId GEM = AssetId.named("GEM");

  private static final Cell<Bytes32> POOL = Cell.of("pool", Codec.BYTES32);

  /** What a trader can ask for. */
  sealed interface Command {}

  /** Opens the pool with the sender's own. */
  @CommandType(1)
  record Found(long gold, long gems) implements Command {}

  /** Gives {@code in} of one asset for at least {@code least} of the other. */
  @CommandType(2)
  record Swap(boolean goldIn, long in, long least) implements Command {}

  /** What {@code in} buys from these reserves, 0.3 % of it being the pool's. */
  static long bought(long reserveIn, long reserveOut, long in) {
    long withFee = in * 997;
    return reserveOut * withFee / (reserveIn * 1000 + withFee);
  }

  @Override
  public Codec<Command> codec() {
    return Codec.of(Command.class);
  }

  @Override
  public List<StateItem> state() {
    return List.of(POOL);
  }

  @Override
  public void execute(Command command, Context context) {
    if (command instanceof Swap swap) {
      swap(swap, context);
    } else if (command instanceof Found found) {
      found(found, context);
    }
  }

  private static void found(Found found, Context context) {
    Pool pool = context.ledger().openPool();
    pool.add(GOLD, found.gold());
    pool.add(GEM, found.gems());
    pool.mint(context.sender(), found.gold());
    POOL.set(context, pool.id().value());
  }

  private static void swap(Swap swap, Context context) {
    Pool pool = context.ledger().pool(new PoolId(POOL.get(context)));
    AssetId in = swap.goldIn() ? GOLD : GEM;
    AssetId out = swap.goldIn() ? GEM : GOLD;
    long bought = bought(pool.reserve(in), pool.reserve(out), swap.in());
    Revert.unless(bought >= swap.least(), "it buys %d, at least %d", bought, swap.least());
    pool.add(in, swap.in());
    pool.pay(context.sender(), out, bought);
  }
}
