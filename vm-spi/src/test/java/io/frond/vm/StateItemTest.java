package io.frond.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class StateItemTest {
  @Test
  void aNameIsShortAndPlain() {
    for (String name : new String[] {"a", "king-2", "x".repeat(31), "x".repeat(32)}) {
      assertThat(Cell.of(name, Codec.LONG).name()).isEqualTo(name);
    }
    for (String name :
        new String[] {"", "2nd", "-a", "King", "a_b", "a b", "\u00e9", "a\n", "x".repeat(33)}) {
      assertThatThrownBy(() -> Cell.of(name, Codec.LONG))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> EventType.of(name, Codec.LONG))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void everyDeclarationHasItsOwnIndex() {
    StateItem cell = Cell.of("a", Codec.LONG);
    StateItem table = Table.of("a", Codec.LONG, Codec.LONG);
    StateItem sorted = SortedTable.of("a", Codec.LONG, Codec.LONG);
    assertThat(Set.of(cell.index(), table.index(), sorted.index())).hasSize(3);
  }
}
