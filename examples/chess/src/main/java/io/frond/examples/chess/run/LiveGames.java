package io.frond.examples.chess.run;

import io.frond.examples.chess.ChessCommand;
import io.frond.examples.chess.ChessModule;
import io.frond.examples.chess.Match;
import io.frond.examples.chess.rules.Color;
import io.frond.testkit.DevChain;
import io.frond.vm.Account;
import io.frond.vm.StateView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out from the chain how far every game has come. */
final class LiveGames {
  private final DevChain chain;
  private final Cast cast;
  private final Map<Account, List<Long>> byWhite;

  private LiveGames(DevChain chain, Cast cast) {
    this.chain = chain;
    this.cast = cast;
    this.byWhite = chain.query(ChessWorld.MODULE, LiveGames::numbersByWhite);
  }

  static LiveGames on(DevChain chain, Cast cast) {
    return new LiveGames(chain, cast);
  }

  private static Map<Account, List<Long>> numbersByWhite(StateView view) {
    Map<Account, List<Long>> numbers = new HashMap<>();
    long game = 1;
    Optional<Match> match = ChessModule.match(view, game);
    while (match.isPresent()) {
      numbers.computeIfAbsent(match.get().white(), none -> new ArrayList<>()).add(game);
      game++;
      match = ChessModule.match(view, game);
    }
    return numbers;
  }

  /** The recorded games, in input order. */
  List<LiveGame> recorded() {
    List<LiveGame> games = new ArrayList<>();
    for (Pairing pairing : cast.pairings()) {
      LiveGame game = new LiveGame(pairing.white(), pairing.black(), pairing.script(), 0, 0);
      games.add(resumed(game, 0));
    }
    return games;
  }

  /**
   * The boards that some of those who escape open once more, and that are running when the operator
   * stops. One who has no opponent waits for one.
   */
  List<LiveGame> reopened() {
    Map<Account, Long> sent = new HashMap<>();
    Map<Account, Integer> opened = new HashMap<>();
    for (Pairing pairing : cast.pairings()) {
      sent.put(pairing.white().account(), pairing.sentBy(Color.WHITE));
      sent.put(pairing.black().account(), pairing.sentBy(Color.BLACK));
      opened.put(pairing.white().account(), 1);
    }
    List<Player> players = cast.players(Rung.ESCAPE);
    List<LiveGame> games = new ArrayList<>();
    int boards = Math.max(Math.min(1, players.size()), players.size() / 8);
    for (int board = 0; board < boards; board++) {
      Player white = players.get(2 * board);
      boolean isAlone = 2 * board + 1 == players.size();
      Player black = isAlone ? white : players.get(2 * board + 1);
      LiveGame game =
          new LiveGame(
              white,
              black,
              isAlone ? script().subList(0, 1) : script(),
              sent.getOrDefault(white.account(), 0L),
              sent.getOrDefault(black.account(), 0L));
      games.add(resumed(game, opened.getOrDefault(white.account(), 0)));
    }
    return games;
  }

  private static List<ScriptStep> script() {
    return List.of(
        new ScriptStep(Color.WHITE, new ChessCommand.Open(ChessWorld.STAKE), true),
        new ScriptStep(Color.BLACK, new ChessCommand.Join(0), true));
  }

  /** A game as far as it is in blocks; White has opened so many before it. */
  private LiveGame resumed(LiveGame game, int before) {
    List<Long> numbers = byWhite.getOrDefault(game.white().account(), List.of());
    if (numbers.size() > before) {
      game.opened(numbers.get(before));
    }
    game.resume(nonce(game.white()), nonce(game.black()));
    return game;
  }

  private long nonce(Player player) {
    return chain.app().nextNonce(player.account(), 0);
  }
}
