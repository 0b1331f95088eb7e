package io.frond.core;

import io.frond.vm.Cell;
import io.frond.vm.Codec;
import io.frond.vm.Context;
import io.frond.vm.ExecutionModule;
import io.frond.vm.Revert;
import io.frond.vm.StateItem;
import java.util.List;

/** Adds up numbers; refuses negative ones. */
final class CounterModule implements ExecutionModule<CounterModule.Add> {
  static final String NAME = "counter";
  static final Cell<Long> SUM = Cell.of("sum", Codec.LONG, 0L);

  record Add(long amount) {}

  @Override
  public Codec<Add> codec() {
    return Codec.of(Add.class);
  }

  @Override
  public List<StateItem> state() {
    return List.of(SUM);
  }

  @Override
  public void execute(Add add, Context context) {
    Revert.unless(add.amount() >= 0, "only upwards, not by %d", add.amount());
    SUM.set(context, Math.addExact(SUM.get(context), add.amount()));
  }
}
