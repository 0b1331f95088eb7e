package io.frond.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RevertTest {
  @Test
  void whatHoldsIsNotRefused() {
    assertThatCode(
            () -> {
              Revert.unless(true, "no");
              Revert.unless(true, "no %d", 1);
              Revert.unless(true, "no %d %d", 1, 2);
              Revert.unless(true, "no %s", "text");
            })
        .doesNotThrowAnyException();
  }

  @Test
  void theTemplateAndItsArgumentsStayApart() {
    Account account = Account.ofWords(1, 2, 3);
    AssetId asset = AssetId.named("GOLD");
    Revert revert =
        Revert.because("%s %s %s", 1L, 2, true, "text", account, asset, Shapes.Side.BLACK);
    assertThat(revert.template()).isEqualTo("%s %s %s");
    assertThat(revert)
        .extracting(Revert::arguments)
        .isEqualTo(Arrays.asList(1L, 2, true, "text", account, asset, Shapes.Side.BLACK));
  }

  @Test
  void everyOverloadKeepsItsArguments() {
    assertThat(caught(() -> Revert.unless(false, "a")).arguments()).isEmpty();
    assertThat(caught(() -> Revert.unless(false, "a %d", 5)).arguments()).containsExactly(5L);
    assertThat(caught(() -> Revert.unless(false, "a %d %d", 5, 6)).arguments())
        .containsExactly(5L, 6L);
    assertThat(caught(() -> Revert.unless(false, "a %s", "b")).arguments()).containsExactly("b");
  }

  @Test
  void anArgumentOfAnotherTypeIsABug() {
    for (Object argument : new Object[] {1.5, 'c', (byte) 1, new int[0], new Object()}) {
      assertThatThrownBy(() -> Revert.because("%s", argument))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(argument.getClass().getName());
    }
  }

  @Test
  void whatIsTooLongIsCut() {
    for (int length : new int[] {255, 256}) {
      assertThat(Revert.because("t".repeat(length)).template()).hasSize(length);
      assertThat(Revert.because("t", "a".repeat(length)).arguments())
          .containsExactly("a".repeat(length));
    }
    assertThat(Revert.because("t".repeat(257)).template()).isEqualTo("t".repeat(256));
    assertThat(Revert.because("t", "a".repeat(257)).arguments()).containsExactly("a".repeat(256));
    assertThat(Revert.because("t", 1, 2, 3, 4, 5, 6, 7).arguments()).hasSize(7);
    assertThat(Revert.because("t", 1, 2, 3, 4, 5, 6, 7, 8).arguments()).hasSize(8);
    assertThat(Revert.because("t", 1, 2, 3, 4, 5, 6, 7, 8, 9).arguments())
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void halfASurrogatePairBecomesAQuestionMark() {
    assertThat(Revert.because("a\ud83cb").template()).isEqualTo("a?b");
    assertThat(Revert.because("a", "\udfc1").arguments()).containsExactly("?");
    assertThat(Revert.because("a", "\ud83c\udfc1").arguments()).containsExactly("\ud83c\udfc1");
    assertThat(Revert.because("t".repeat(255) + "\ud83c\udfc1").template())
        .isEqualTo("t".repeat(255) + "?");
  }

  @Test
  void aRefusalHasNoStackTrace() {
    assertThat(Revert.because("no").getStackTrace()).isEmpty();
  }

  private static Revert caught(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(Revert.class, call);
  }
}
