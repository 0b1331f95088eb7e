package io.frond.examples.chess;

import io.frond.vm.CommandType;

/** What a player can do. A game is named by the number that its opening gave it. */
public sealed interface ChessCommand {
  /**
   * Opens a game, sits down at White and locks the stake. The opening's event names the game.
   *
   * @param stake in quanta of the module's asset, at least 1
   */
  @CommandType(1)
  record Open(long stake) implements ChessCommand {}

  /** Sits down at Black and locks the same stake; the game starts. */
  @CommandType(2)
  record Join(long game) implements ChessCommand {}

  /**
   * Makes a move.
   *
   * @param uci {@code e2e4}; a promotion names the piece, {@code e7e8q}; castling is the king's
   *     move, {@code e1g1}
   */
  @CommandType(3)
  record Move(long game, String uci) implements ChessCommand {}

  /** Gives the game to the opponent; before anybody joined, takes the stake back. */
  @CommandType(4)
  record Resign(long game) implements ChessCommand {}

  /** Offers a draw; where the position or the end of the game's time gives it, takes it at once. */
  @CommandType(5)
  record OfferDraw(long game) implements ChessCommand {}

  /** Takes the draw that the opponent has offered. */
  @CommandType(6)
  record AcceptDraw(long game) implements ChessCommand {}
}
