package io.frond.examples.chess.run;

/** How an account leaves, each way needing less help than the one before. */
enum Rung {
  /** A withdrawal with the operator's help, then a claim on the parent. */
  WITHDRAWAL,
  /** A forced exit through the inbox, which the operator ignores as long as it can. */
  FORCED_EXIT,
  /** Freeze and escape, after the operator has stopped. */
  ESCAPE
}
