package io.frond.examples.hill;

import static io.frond.examples.hill.Assets.GOLD;

import io.frond.vm.Account;
import io.frond.vm.Cell;
import io.frond.vm.Codec;
import io.frond.vm.Context;
import io.frond.vm.ExecutionModule;
import io.frond.vm.Revert;
import io.frond.vm.StateItem;
import java.util.List;

// The README quotes these lines as they stand.
// spotless:off
/** Whoever pays the king his price takes the hill, and the price doubles. */
public final class KingOfTheHill implements ExecutionModule<KingOfTheHill.Climb> {
  public record Climb(long bid) {}
  static final Cell<Account> KING = Cell.of("king", Codec.ACCOUNT);
  static final Cell<Long> PRICE = Cell.of("price", Codec.LONG, 1L);

  @Override public Codec<Climb> codec() { return Codec.of(Climb.class); }
  @Override public List<StateItem> state() { return List.of(KING, PRICE); }

  @Override public void execute(Climb climb, Context context) {
    long price = PRICE.get(context);
    Revert.unless(climb.bid() >= price, "the hill costs %d", price);
    KING.find(context).ifPresent(king -> context.ledger().pay(king, GOLD, climb.bid()));
    KING.set(context, context.sender());
    PRICE.set(context, Math.multiplyExact(climb.bid(), 2));
  }
}
// spotless:on
