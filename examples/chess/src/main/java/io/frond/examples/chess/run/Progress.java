package io.frond.examples.chess.run;

import java.io.PrintStream;

/**
 * Where progress is shown.
 *
 * @param out where to
 * @param isTerminal whether a line there can be drawn again
 */
record Progress(PrintStream out, boolean isTerminal) {
  /** A bar for one part of the run. */
  ProgressBar bar(String label, long total) {
    return new ProgressBar(out, label, total, isTerminal);
  }
}
