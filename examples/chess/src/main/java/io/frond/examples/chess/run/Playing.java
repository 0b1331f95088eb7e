package io.frond.examples.chess.run;

import io.frond.core.admission.TransactionResult.Included;
import io.frond.core.outcome.Event;
import io.frond.core.outcome.Status;
import io.frond.examples.chess.ChessCommand;
import io.frond.examples.chess.ChessEvents;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;

/** Plays games, many at a time: in each tick every player whose turn it is sends one command. */
final class Playing implements AutoCloseable {
  private final ChessWorld world;
  private final TurnSigner signer;
  private long played;

  Playing(ChessWorld world) {
    this.world = world;
    this.signer = new TurnSigner(world.chain().rules().transactionRules());
  }

  /**
   * Plays games to the end of their scripts.
   *
   * @param boards how many at a time
   * @param afterTick is run after each tick
   */
  void play(List<LiveGame> games, int boards, Runnable afterTick) {
    List<LiveGame> round = next(games, boards);
    while (!round.isEmpty()) {
      List<Included> results = world.tick(signer.sign(round));
      take(round, results);
      played += results.size();
      afterTick.run();
      round = next(games, boards);
    }
  }

  /** How many commands {@link #play} has sent. */
  long played() {
    return played;
  }

  /** The next commands of the first games that are not over. */
  List<LiveGame> next(List<LiveGame> games, int boards) {
    return games.stream()
        .filter(game -> !game.isOver())
        .limit(Math.min(boards, ChessWorld.MOST_PER_TICK))
        .toList();
  }

  /** The signed next commands of these games. */
  List<Bytes> sign(List<LiveGame> round) {
    return signer.sign(round);
  }

  /** Checks what became of the next commands of these games, and goes on. */
  void take(List<LiveGame> round, List<Included> results) {
    for (int i = 0; i < round.size(); i++) {
      LiveGame game = round.get(i);
      Turn turn = game.next();
      check(turn, results.get(i).outcome().status());
      game.advance();
      if (turn.step().command() instanceof ChessCommand.Open) {
        game.opened(opened(results.get(i)));
      }
    }
  }

  private static void check(Turn turn, Status status) {
    boolean isRight = turn.step().legal() ? status.isSuccess() : status instanceof Status.Reverted;
    if (!isRight) {
      throw new BrokenPromiseException(
          turn.step() + " by " + turn.player().wallet() + " came to " + status);
    }
  }

  private static long opened(Included result) {
    return result.outcome().events().stream()
        .filter(event -> event.name().equals(ChessEvents.OPENED.name()))
        .map(Event::data)
        .map(ChessEvents.OPENED.codec()::decode)
        .mapToLong(ChessEvents.Opened::game)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    signer.close();
  }
}
