package io.frond.core.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RefusalTest {
  @Test
  void aCodeStandsOnlyAtItsStages() {
    assertThat(new Refusal(RefusalCode.NONCE_GAP, Stage.INCLUDE, Refusal.AT_ONCE, "41", "43"))
        .hasToString("NONCE_GAP at INCLUDE: expected 41, actual 43");
    assertThatThrownBy(
            () -> new Refusal(RefusalCode.NONCE_GAP, Stage.DECODE, Refusal.AT_ONCE, "41", "43"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCodeOfSeveralStagesHasToNameOne() {
    assertThat(Refusal.never(RefusalCode.HIGH_S, "low s", "high s").stage())
        .isEqualTo(Stage.VERIFY);
    assertThatThrownBy(() -> Refusal.never(RefusalCode.EXPIRED, "later", "now"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTimeBelowNeverIsRefused() {
    assertThatThrownBy(() -> new Refusal(RefusalCode.POOL_FULL, Stage.ADMIT, -2, "", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
