package io.frond.examples.chess;

import io.frond.examples.chess.rules.Color;
import io.frond.vm.Account;
import io.frond.vm.EscrowId;
import java.util.Optional;

/**
 * Who plays for what; written when a game is opened and joined, so that a move writes the {@link
 * Board} alone.
 *
 * @param white who opened the game
 * @param black who joined it, empty until then
 * @param stake what each locks, in quanta
 * @param escrow where the stakes are
 * @param endParentHeight from when on the game can only be drawn
 */
public record Match(
    Account white, Optional<Account> black, long stake, EscrowId escrow, long endParentHeight) {
  /** The same match with its second player. */
  Match joinedBy(Account account) {
    return new Match(white, Optional.of(account), stake, escrow, endParentHeight);
  }

  /** What {@code account} plays, empty if it does not. */
  public Optional<Color> colorOf(Account account) {
    if (account.equals(white)) {
      return Optional.of(Color.WHITE);
    }
    return black.filter(account::equals).map(joined -> Color.BLACK);
  }
}
