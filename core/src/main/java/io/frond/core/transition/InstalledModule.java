package io.frond.core.transition;

import io.frond.core.tx.CommandCatalog;
import io.frond.vm.AssetId;
import io.frond.vm.Cell;
import io.frond.vm.Codec;
import io.frond.vm.SortedTable;
import io.frond.vm.StateItem;
import io.frond.vm.Table;
import java.util.List;

/** A module with what it says of itself, which it is asked once. */
record InstalledModule(NamedModule named, Codec<?> codec, List<StateItem> state) {
  static InstalledModule of(NamedModule named) {
    return new InstalledModule(named, named.module().codec(), List.copyOf(named.module().state()));
  }

  CommandCatalog.Module commands() {
    return CommandCatalog.Module.of(named.name(), codec);
  }

  /** Name, code digest, commands, state items with their shapes, and what it mints. */
  void describe(StringBuilder text) {
    text.append(named.name()).append('\n').append(named.codeDigest().toHexString()).append('\n');
    text.append(codec.schema().canonicalText()).append('\n');
    for (StateItem item : state) {
      text.append(shapeOf(item)).append(' ').append(item.name()).append('\n');
    }
    for (AssetId collection : named.mints()) {
      text.append("mints ").append(collection).append('\n');
    }
  }

  private static String shapeOf(StateItem item) {
    if (item instanceof Cell<?> cell) {
      return "cell " + shape(cell.codec());
    }
    if (item instanceof Table<?, ?> table) {
      return "table " + shape(table.keyCodec()) + " " + shape(table.codec());
    }
    SortedTable<?, ?> sorted = (SortedTable<?, ?>) item;
    return "sorted " + shape(sorted.keyCodec()) + " " + shape(sorted.codec());
  }

  private static String shape(Codec<?> codec) {
    return codec.schema().canonicalText();
  }
}
