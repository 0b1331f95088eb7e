package io.frond.examples.chess.run;

import io.frond.testkit.Wallet;
import io.frond.vm.Account;

/**
 * An account that plays one recorded game.
 *
 * @param wallet signs for it
 * @param deposit what it brings, in quanta; not the same for all, so that a payment to the wrong
 *     one shows
 * @param rung how it leaves
 */
record Player(Wallet wallet, long deposit, Rung rung) {
  Account account() {
    return wallet.address();
  }
}
