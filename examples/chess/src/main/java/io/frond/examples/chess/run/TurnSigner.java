package io.frond.examples.chess.run;

import io.frond.core.tx.TransactionRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.tuweni.bytes.Bytes;

/** Signs for all players on all cores, one turn ahead where it is known what comes. */
final class TurnSigner implements AutoCloseable {
  private final TransactionRules rules;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          task -> {
            Thread thread = new Thread(task, "chess-signer");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<LiveGame, CompletableFuture<Bytes>> ahead = new HashMap<>();

  TurnSigner(TransactionRules rules) {
    this.rules = rules;
  }

  /** The signed transaction of the next turn of each game; the turns after begin to be signed. */
  List<Bytes> sign(List<LiveGame> games) {
    List<CompletableFuture<Bytes>> now =
        games.stream()
            .map(
                game -> {
                  CompletableFuture<Bytes> known = ahead.remove(game);
                  return known == null ? later(game.next()) : known;
                })
            .toList();
    List<Bytes> signed = now.stream().map(CompletableFuture::join).toList();
    for (LiveGame game : games) {
      if (game.hasFollowing()) {
        ahead.put(game, later(game.following()));
      }
    }
    return signed;
  }

  private CompletableFuture<Bytes> later(Turn turn) {
    return CompletableFuture.supplyAsync(() -> turn.sign(rules), threads);
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
