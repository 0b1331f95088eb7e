package io.frond.examples.chess.run;

import io.frond.core.tx.TransactionRules;
import io.frond.examples.chess.ChessCommand;
import io.frond.testkit.DevChain;
import io.frond.testkit.Spend;
import org.apache.tuweni.bytes.Bytes;

/**
 * One command that somebody is about to send.
 *
 * @param player who sends it
 * @param nonce its number
 * @param step what is sent, and whether the module must take it
 */
record Turn(Player player, long nonce, ScriptStep step) {
  static final long VALID_UNTIL_MS = DevChain.START_MS + 365L * 24 * 3_600_000;

  /** The signed transaction, the same each time; the stake is its limit where it takes one. */
  Bytes sign(TransactionRules rules) {
    boolean takesStake =
        step.command() instanceof ChessCommand.Open || step.command() instanceof ChessCommand.Join;
    Spend[] spends =
        takesStake ? new Spend[] {Spend.of(ChessWorld.GOLD, ChessWorld.STAKE)} : new Spend[0];
    return player
        .wallet()
        .signAt(nonce, rules, ChessWorld.MODULE, step.command(), VALID_UNTIL_MS, spends);
  }
}
