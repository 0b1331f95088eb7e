package io.frond.core.state;

import java.util.EnumMap;
import java.util.Map;
import org.apache.tuweni.bytes.Bytes32;

/**
 * What one block does to the three trees.
 *
 * @param ledger changes of claims
 * @param module changes of modules' items
 * @param meta changes of the protocol's items
 */
public record StateChanges(TreeChanges ledger, TreeChanges module, TreeChanges meta) {
  /** The changes of one tree. */
  public TreeChanges of(Section section) {
    return switch (section) {
      case LEDGER -> ledger;
      case MODULE -> module;
      case META -> meta;
    };
  }

  /** Collects changes, in any order, each key once. */
  public static final class Builder {
    private final Map<Section, TreeChanges.Builder> builders = new EnumMap<>(Section.class);

    /** No change yet. */
    public Builder() {
      for (Section section : Section.values()) {
        builders.put(section, TreeChanges.builder());
      }
    }

    /** Adds a change. */
    public void add(StateChange change) {
      TreeChanges.Builder builder = builder(change.section());
      Bytes32 valueHash = change.valueHash();
      if (valueHash == null) {
        builder.remove(change.treeKey());
      } else {
        builder.put(change.treeKey(), valueHash);
      }
    }

    /** The changes collected so far. */
    public StateChanges build() {
      return new StateChanges(
          builder(Section.LEDGER).build(),
          builder(Section.MODULE).build(),
          builder(Section.META).build());
    }

    private TreeChanges.Builder builder(Section section) {
      return java.util.Objects.requireNonNull(builders.get(section));
    }
  }
}
