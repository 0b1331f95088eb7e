package io.frond.examples.chess;

import io.frond.vm.Account;
import io.frond.vm.Context;
import io.frond.vm.Escrow;
import io.frond.vm.Split;
import java.util.List;

/**
 * Pays out what the players locked. Until then the escrow's default split says who leaves with what
 * if the chain froze: White alone before somebody joined, each half from then on.
 */
final class Stakes {
  private Stakes() {}

  /** Pays by the end of a game and says who got what. */
  static ChessEvents.Ended pay(Context context, long game, Match match, Phase end) {
    if (!context.ledger().isOpen(match.escrow())) {
      return new ChessEvents.Ended(game, end, 0, 0); // its end had come and both left with theirs
    }
    Escrow escrow = context.ledger().escrow(match.escrow());
    return switch (end) {
      case WHITE_WON -> new ChessEvents.Ended(game, end, all(escrow, match.white()), 0);
      case BLACK_WON ->
          new ChessEvents.Ended(game, end, 0, all(escrow, match.black().orElseThrow()));
      case DRAWN, CANCELLED -> back(escrow, game, match, end);
      case OPEN, PLAYING -> throw new IllegalArgumentException("expected an end, actual " + end);
    };
  }

  private static long all(Escrow escrow, Account winner) {
    long amount = escrow.amount();
    escrow.releaseAll(winner);
    return amount;
  }

  /** Gives back by the default split, whose weights are equal: it names who still has a part. */
  private static ChessEvents.Ended back(Escrow escrow, long game, Match match, Phase end) {
    List<Split.Part> parts = escrow.defaultSplit().parts();
    long white = 0;
    long black = 0;
    for (int i = 0; i < parts.size(); i++) {
      long part = escrow.amount() / (parts.size() - i);
      Account account = parts.get(i).account();
      escrow.release(account, part);
      if (account.equals(match.white())) {
        white = part;
      } else {
        black = part;
      }
    }
    return new ChessEvents.Ended(game, end, white, black);
  }
}
