package io.frond.exits.parent;

import static io.frond.exits.settlement.World.ALICE;
import static io.frond.exits.settlement.World.CONFIG;
import static io.frond.exits.settlement.World.GOLD;
import static io.frond.exits.settlement.World.NATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.environment.SimulatedCrash;
import io.frond.core.environment.SimulatedEnvironment;
import io.frond.core.log.FileChainLog;
import io.frond.core.parent.ParentBlock;
import io.frond.exits.settlement.SettlementCall;
import io.frond.exits.settlement.World;
import java.math.BigInteger;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class LocalParentCrashTest {
  private static final int WORLDS = 8;
  private static final int CRASHES = 40;
  private static final SettlementCall DEPOSIT =
      new SettlementCall.Deposit(GOLD, Bytes32.ZERO, 1, ALICE, World.ANY_FEE);

  /** The newest block that was acknowledged, and what it had seen. */
  private record Acknowledged(ParentBlock head, long deposits) {}

  @Test
  void aBlockThatWasMinedSurvivesEveryCrash() {
    for (int seed = 0; seed < WORLDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      SimulatedEnvironment environment = new SimulatedEnvironment(seed);
      Optional<Acknowledged> acknowledged = Optional.empty();
      for (int crash = 0; crash < CRASHES; crash++) {
        environment.disk().crashAtOperation(1 + random.nextInt(60));
        acknowledged = live(environment, random, acknowledged);
        environment.disk().restart();
      }
      assertThat(acknowledged.orElseThrow().head.height()).isGreaterThan(CRASHES / 2);
    }
  }

  private static Optional<Acknowledged> live(
      SimulatedEnvironment environment, SplittableRandom random, Optional<Acknowledged> before) {
    Optional<Acknowledged> last = before;
    try (LocalParent parent = open(environment)) {
      before.ifPresent(seen -> checkKept(parent, seen));
      while (true) {
        last = Optional.of(live(parent, random));
      }
    } catch (SimulatedCrash powerIsGone) {
      return last;
    }
  }

  private static void checkKept(LocalParent parent, Acknowledged seen) {
    assertThat(parent.at(seen.head.height())).contains(seen.head);
    assertThat(parent.settlement().inbox().length()).isGreaterThanOrEqualTo(seen.deposits);
  }

  private static LocalParent open(SimulatedEnvironment environment) {
    return LocalParent.open(
        CONFIG, World.BY_FIRST_BYTE, FileChainLog.open(environment), environment.clock());
  }

  private static Acknowledged live(LocalParent parent, SplittableRandom random) {
    parent.setBalance(ALICE, NATIVE, BigInteger.TWO.pow(40));
    parent.setBalance(ALICE, GOLD, BigInteger.TEN);
    for (int i = random.nextInt(4); i > 0; i--) {
      parent.call(ALICE, DEPOSIT);
    }
    long deposits = parent.settlement().inbox().length();
    parent.mine(1 + random.nextInt(2));
    return new Acknowledged(parent.head(), deposits);
  }
}
