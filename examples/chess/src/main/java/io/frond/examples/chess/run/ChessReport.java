package io.frond.examples.chess.run;

import java.util.List;

/**
 * What a run did, for machines. The names of the components are the names in the JSON.
 *
 * @param games every game that was played, by number
 * @param totals sums of the run
 * @param exits how the accounts left
 * @param rates how fast it was
 */
record ChessReport(List<GameLine> games, Totals totals, Exits exits, Rates rates) {
  ChessReport {
    games = List.copyOf(games);
  }

  /**
   * One game.
   *
   * @param game its number in input order
   * @param result as PGN writes it
   * @param fen the full final position
   * @param whitePayout what the escrow paid White, in quanta
   * @param blackPayout what the escrow paid Black, in quanta
   */
  record GameLine(
      int game,
      String white,
      String black,
      String result,
      int plies,
      String fen,
      long whitePayout,
      long blackPayout) {}

  /**
   * Sums.
   *
   * @param moves moves that were made
   * @param refused transactions that the module refused
   * @param deposited quanta that came in
   * @param withdrawn quanta that left by claims, normal and forced
   * @param escaped quanta that left by escape or refund
   */
  record Totals(
      long transactions,
      long moves,
      long refused,
      long blocks,
      long batches,
      long deposited,
      long withdrawn,
      long escaped,
      long accounts) {}

  /**
   * Accounts by the rung on which they left.
   *
   * @param withdrawn by a withdrawal and a claim
   * @param forced by a forced exit
   * @param escaped after the freeze
   * @param worstForcedExitParentBlocks the longest wait from a forced exit to its credit
   * @param boundParentBlocks what the chain promises for it
   * @param conserved whether what came in is what left, to the unit
   */
  record Exits(
      long withdrawn,
      long forced,
      long escaped,
      long worstForcedExitParentBlocks,
      long boundParentBlocks,
      boolean conserved) {}

  /** Rates of this machine on this day. */
  record Rates(
      double transactionsPerSecond,
      double signatureVerificationsPerSecond,
      double bytesPerTransaction) {}
}
