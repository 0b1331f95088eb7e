package io.frond.examples.chess;

import io.frond.vm.Account;
import io.frond.vm.Codec;
import io.frond.vm.EventType;

/** What games tell the world; moves are no events, as the transaction says them already. */
public final class ChessEvents {
  /** A player waits at a board. */
  public static final EventType<Opened> OPENED =
      EventType.of("game-opened", Codec.of(Opened.class));

  /** Both players sit. */
  public static final EventType<Started> STARTED =
      EventType.of("game-started", Codec.of(Started.class));

  /** A game is over and paid. */
  public static final EventType<Ended> ENDED = EventType.of("game-ended", Codec.of(Ended.class));

  private ChessEvents() {}

  /**
   * A player waits at a board.
   *
   * @param stake in quanta
   */
  public record Opened(long game, Account white, long stake) {}

  /** Both players sit. */
  public record Started(long game, Account white, Account black) {}

  /**
   * A game is over and paid.
   *
   * @param whitePayout what White got, in quanta
   * @param blackPayout what Black got, in quanta
   */
  public record Ended(long game, Phase phase, long whitePayout, long blackPayout) {}
}
