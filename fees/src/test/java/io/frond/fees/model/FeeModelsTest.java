package io.frond.fees.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.core.fee.FeeModel;
import org.junit.jupiter.api.Test;

class FeeModelsTest {
  @Test
  void theNameBindsTheParametersOfAModel() {
    assertThat(FeeModels.free().canonicalName()).isEqualTo("free");
    assertThat(FeeModels.fixed(5).canonicalName()).isEqualTo("fixed/5");
    assertThat(FeeModels.fixed(Long.MAX_VALUE).canonicalName())
        .isEqualTo("fixed/9223372036854775807");
  }

  @Test
  void aFixedFeeIsAtLeastOneQuantum() {
    assertThat(FeeModels.fixed(1)).isInstanceOf(FeeModel.class);
    assertThatThrownBy(() -> FeeModels.fixed(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected at least 1 quantum, actual 0");
  }
}
