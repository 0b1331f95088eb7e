package io.frond.exits.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.core.ordering.TrustLabel;
import io.frond.exits.settlement.SettlementParams.Capacity;
import io.frond.exits.settlement.SettlementParams.Deadlines;
import io.frond.exits.settlement.SettlementParams.Protection;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementParamsTest {
  private static final Deadlines D = SettlementParams.IN_PROCESS.deadlines();
  private static final Capacity C = SettlementParams.IN_PROCESS.capacity();
  private static final Protection P = SettlementParams.IN_PROCESS.protection();

  @Test
  void everyPresetHoldsItsInequalities() {
    for (SettlementParams preset :
        List.of(
            SettlementParams.ETHEREUM,
            SettlementParams.GAME,
            SettlementParams.LAYER_ON_GAME,
            SettlementParams.LAYER_ON_ETHEREUM,
            SettlementParams.IN_PROCESS)) {
      assertThat(preset.problems()).isEmpty();
      assertThat(preset.withLongestLock(50_400).problems()).isEmpty();
    }
  }

  @Test
  void boundsAreThoseOfTheSpecification() {
    assertThat(SettlementParams.ETHEREUM.exitBound()).isEqualTo(50_400 + 4 * 300);
    assertThat(SettlementParams.ETHEREUM.liveExitBound()).isEqualTo(7_200);
    assertThat(SettlementParams.GAME.exitBound()).isEqualTo(14_400 + 4 * 300);
    assertThat(SettlementParams.LAYER_ON_GAME.exitBound()).isEqualTo(14_400 + 7_200 + 4 * 2_100);
    assertThat(SettlementParams.IN_PROCESS.exitBound()).isEqualTo(30);
    assertThat(SettlementParams.IN_PROCESS.liveExitBound()).isEqualTo(15);
    assertThat(SettlementParams.IN_PROCESS.withLongestLock(7).exitBound()).isEqualTo(37);
    assertThat(SettlementParams.ETHEREUM.protection().upgradeDelay()).isEqualTo(51_600 + 216_000);
    assertThat(SettlementParams.IN_PROCESS.protection().upgradeDelay()).isEqualTo(50);
  }

  @Test
  void aBacklogOfWholeBatchesFitsBeforeTheFreeze() {
    // M / C < D_frz - D_incl is M < 15 * 4
    assertThat(with(D, new Capacity(4, 59, 256), P).problems()).isEmpty();
    assertThat(with(D, new Capacity(4, 60, 256), P).problems())
        .containsExactly("M / C < D_frz - D_incl");
    assertThat(with(D, new Capacity(0, 1, 1), P).problems()).contains("C >= 1");
    assertThat(with(D, new Capacity(1, 0, 1), P).problems()).containsExactly("M >= 1");
    assertThat(with(D, new Capacity(1, 1, 0), P).problems()).containsExactly("maxPending >= 1");
  }

  @Test
  void aDueEntryIsAlwaysConfirmed() {
    assertThat(with(new Deadlines(4, 5, 20, 10, 0, 5), C, P).problems()).isEmpty();
    assertThat(with(new Deadlines(5, 5, 20, 10, 0, 6), C, P).problems())
        .containsExactly("D_incl > C_conf");
    assertThat(with(new Deadlines(-1, 5, 20, 10, 0, 6), C, P).problems())
        .containsExactly("C_conf and delta >= 0");
  }

  @Test
  void oneRewoundBatchFreezesNobody() {
    assertThat(with(new Deadlines(0, 5, 20, 14, 0, 5), C, P).problems()).isEmpty();
    assertThat(with(new Deadlines(0, 5, 20, 15, 0, 5), C, P).problems())
        .containsExactly("D_frz - D_incl > W + 2 delta");
    assertThat(with(new Deadlines(0, 5, 20, 10, 2, 5), C, P).problems()).isEmpty();
    assertThat(with(new Deadlines(0, 5, 20, 10, 3, 5), C, P).problems())
        .containsExactly("D_frz - D_incl > W + 2 delta");
  }

  @Test
  void theWindowIsLongerThanTheLag() {
    assertThat(with(new Deadlines(0, 5, 20, 10, 0, 9), C, P).problems()).isEmpty();
    assertThat(with(new Deadlines(0, 5, 20, 10, 0, 10), C, P).problems())
        .containsExactly("W > MAX_LAG, or 0");
    assertThat(with(new Deadlines(0, 5, 20, 10, 0, 0), C, P).problems())
        .containsExactly("MAX_LAG > C_conf");
    assertThat(
            new SettlementParams(TrustLabel.QUORUM, new Deadlines(0, 5, 20, 1, 0, 5), C, P)
                .problems())
        .containsExactly("W > MAX_LAG, or 0");
  }

  @Test
  void everybodyLeavesBeforeAnUpgradeAndBetweenPauses() {
    assertThat(with(D, C, new Protection(31, 0, 100, 0, 0)).problems()).isEmpty();
    assertThat(with(D, C, new Protection(30, 0, 100, 0, 0)).problems()).containsExactly("U_w > N");
    assertThat(with(D, C, new Protection(99, 0, 100, 6, 36)).problems()).isEmpty();
    assertThat(with(D, C, new Protection(99, 0, 100, 6, 35)).problems())
        .containsExactly("cooldown >= N");
  }

  @Test
  void aRegistrationNeedsAllOfThem() {
    assertThatThrownBy(() -> World.config(with(D, new Capacity(4, 60, 256), P)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected M / C < D_frz - D_incl");
    assertThatThrownBy(() -> World.config(SettlementParams.GAME))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected evidence REEXECUTION, actual QUORUM");
  }

  private static SettlementParams with(Deadlines d, Capacity c, Protection p) {
    return new SettlementParams(TrustLabel.REEXECUTION, d, c, p);
  }
}
