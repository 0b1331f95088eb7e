package io.frond.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WalletTest {
  @Test
  void theSameSeedAndNameAreTheSameAccountForEver() {
    assertThat(Wallet.of(0, "alice").address()).isEqualTo(Wallet.of(0, "alice").address());
    assertThat(Wallet.of(1, "alice").address()).isNotEqualTo(Wallet.of(0, "alice").address());
    assertThat(Wallet.of(0, "bob").address()).isNotEqualTo(Wallet.of(0, "alice").address());
  }

  @Test
  void itShowsItsNameAndNoSecret() {
    Wallet alice = Wallet.of(0, "alice");
    assertThat(alice).hasToString("alice " + alice.address());
  }
}
