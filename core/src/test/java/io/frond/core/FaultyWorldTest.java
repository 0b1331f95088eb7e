package io.frond.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FaultyWorldTest {
  @Test
  void whateverDiskAndParentDoEverythingSettlesAndNoPromiseIsGivenTwice() {
    run(0, 60);
  }

  @Test
  @Tag("deep")
  void whateverDiskAndParentDoEverythingSettlesInThousandsOfWorlds() {
    run(1_000, 2_000);
  }

  private static void run(long first, int count) {
    Map<String, Integer> reached = new TreeMap<>();
    for (long seed = first; seed < first + count; seed++) {
      FaultyWorld world = new FaultyWorld(seed);
      try {
        world.sufferAndRecover();
        world.check();
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed " + seed + ", after " + world.story(), e);
      }
      world.reached().forEach(what -> reached.merge(what, 1, Integer::sum));
    }
    // A world that nothing happens in proves nothing.
    for (String what : List.of("crash", "Rewound", "TakenOver", "NotCommitted", "Finalized")) {
      assertThat(reached.getOrDefault(what, 0)).as(what).isGreaterThan(count / 20);
    }
  }
}
