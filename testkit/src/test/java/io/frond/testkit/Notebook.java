package io.frond.testkit;

import io.frond.vm.AssetId;
import io.frond.vm.Cell;
import io.frond.vm.Codec;
import io.frond.vm.CommandType;
import io.frond.vm.Context;
import io.frond.vm.ExecutionModule;
import io.frond.vm.Revert;
import io.frond.vm.SortedTable;
import io.frond.vm.Split;
import io.frond.vm.StateItem;
import io.frond.vm.StateView;
import io.frond.vm.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A module that uses every kind of state item and locks value. */
final class Notebook implements ExecutionModule<Notebook.Command> {
  static final AssetId INK = AssetId.named("INK");

  static final Cell<Long> COUNT = Cell.of("count", Codec.LONG, 0L);
  static final Table<String, Long> PAGES = Table.of("pages", Codec.STRING, Codec.LONG);
  static final SortedTable<Long, String> INDEX = SortedTable.of("index", Codec.LONG, Codec.STRING);

  sealed interface Command {
    @CommandType(1)
    record Write(long number, String title) implements Command {}

    @CommandType(2)
    record Erase(long number) implements Command {}

    @CommandType(3)
    record WriteAndFail(long number, String title) implements Command {}

    @CommandType(4)
    record Lock(long quanta) implements Command {}
  }

  @Override
  public Codec<Command> codec() {
    return Codec.of(Command.class);
  }

  @Override
  public List<StateItem> state() {
    return List.of(COUNT, PAGES, INDEX);
  }

  @Override
  public void execute(Command command, Context context) {
    if (command instanceof Command.Write write) {
      write(write.number(), write.title(), context);
    } else if (command instanceof Command.WriteAndFail write) {
      write(write.number(), write.title(), context);
      throw Revert.because("page %d is torn", write.number());
    } else if (command instanceof Command.Erase erase) {
      PAGES.remove(context, INDEX.get(context, erase.number()));
      INDEX.remove(context, erase.number());
      COUNT.set(context, COUNT.get(context) - 1);
    } else if (command instanceof Command.Lock lock) {
      long end = context.parentHeight() + 1_000;
      var unused = context.ledger().openEscrow(INK, lock.quanta(), end, Split.to(context.sender()));
    }
  }

  private static void write(long number, String title, Context context) {
    PAGES.set(context, title, number);
    INDEX.set(context, number, title);
    COUNT.set(context, COUNT.get(context) + 1);
  }

  /** The titles in the order of their numbers. */
  static List<String> titles(StateView view) {
    List<String> titles = new ArrayList<>();
    Optional<Long> number = INDEX.first(view);
    while (number.isPresent()) {
      titles.add(INDEX.get(view, number.get()));
      number = INDEX.next(view, number.get());
    }
    return titles;
  }
}
