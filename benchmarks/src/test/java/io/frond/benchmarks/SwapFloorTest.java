package io.frond.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SwapFloorTest {
  @Test
  @Tag("deep")
  void aSwapOnTheChainIsAtLeastATenthAsFastAsOverMaps() {
    assertThat(new SwapBenchmark().medianRatio()).isGreaterThanOrEqualTo(0.10);
  }
}
