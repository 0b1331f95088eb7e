package io.frond.examples.chess.run;

import io.frond.examples.chess.pgn.RecordedGame;
import io.frond.examples.chess.rules.GameResult;
import io.frond.testkit.Wallet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who plays what and leaves how: a pure function of the games. Half of the accounts withdraw, a
 * quarter forces its exit, and the rest escapes; a player whose game has no result has a stake that
 * only an escape frees.
 *
 * @param pairings one for each game, in input order
 */
record Cast(List<Pairing> pairings) {
  private static final long SEED = 1858; // Morphy and the Duke, Paris
  private static final long LEAST_DEPOSIT = 1_000;
  private static final long SPREAD = 499;

  Cast {
    pairings = List.copyOf(pairings);
  }

  static Cast of(List<RecordedGame> games) {
    int accounts = 2 * games.size();
    Quotas quotas = new Quotas(accounts / 2, accounts / 4);
    List<Rung> rungs = new ArrayList<>();
    for (RecordedGame game : games) {
      boolean decided = game.result() != GameResult.UNFINISHED;
      rungs.add(quotas.next(decided));
      rungs.add(quotas.next(decided));
    }
    // Keys and scripts take a millisecond each, so all cores make them.
    return new Cast(
        IntStream.range(0, games.size())
            .parallel()
            .mapToObj(i -> pairing(games.get(i), 2 * i, rungs))
            .toList());
  }

  private static Pairing pairing(RecordedGame game, int index, List<Rung> rungs) {
    return new Pairing(
        game,
        player(game.number() + " White", index, rungs.get(index)),
        player(game.number() + " Black", index + 1, rungs.get(index + 1)),
        GameScript.of(game, 0, ChessWorld.STAKE));
  }

  private static Player player(String name, int index, Rung rung) {
    return new Player(Wallet.of(SEED, name), LEAST_DEPOSIT + index * 37L % SPREAD, rung);
  }

  /** Every account, in the order of the games, White first. */
  List<Player> players() {
    return pairings.stream()
        .flatMap(pairing -> Stream.of(pairing.white(), pairing.black()))
        .toList();
  }

  /** The accounts that leave in one way. */
  List<Player> players(Rung rung) {
    return players().stream().filter(player -> player.rung() == rung).toList();
  }

  /** Deals the rungs out evenly, as long as there are any left of the first two. */
  private static final class Quotas {
    private int withdrawals;
    private int forcedExits;
    private int dealt;

    Quotas(int withdrawals, int forcedExits) {
      this.withdrawals = withdrawals;
      this.forcedExits = forcedExits;
    }

    Rung next(boolean decided) {
      if (!decided) {
        return Rung.ESCAPE;
      }
      int place = dealt++ % 4;
      if (place < 2 && withdrawals > 0) {
        withdrawals--;
        return Rung.WITHDRAWAL;
      }
      if (place == 2 && forcedExits > 0) {
        forcedExits--;
        return Rung.FORCED_EXIT;
      }
      return Rung.ESCAPE;
    }
  }
}
