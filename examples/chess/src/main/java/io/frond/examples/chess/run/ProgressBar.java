package io.frond.examples.chess.run;

import java.io.PrintStream;

/**
 * Shows how far a phase has come: one line that is drawn again on a terminal, a line for each tenth
 * elsewhere.
 */
final class ProgressBar {
  private static final int WIDTH = 40;
  private static final int LOG_PERCENT = 10;

  private final PrintStream out;
  private final String label;
  private final long total;
  private final boolean terminal;
  private long shown = -1;

  /**
   * A bar that has not begun.
   *
   * @param total how much there is to do; 0 counts as done
   * @param terminal whether {@code out} can draw a line again
   */
  ProgressBar(PrintStream out, String label, long total, boolean terminal) {
    this.out = out;
    this.label = label;
    this.total = total;
    this.terminal = terminal;
  }

  /** Shows that {@code done} of the total is done. */
  void update(long done) {
    long percent = total == 0 ? 100 : Math.min(100, done * 100 / total);
    long step = terminal ? percent : percent - percent % LOG_PERCENT;
    if (step <= shown) {
      return;
    }
    shown = step;
    out.print(terminal ? "\r" + line(percent, done) : line(percent, done) + "\n");
    if (terminal && percent == 100) {
      out.println();
    }
    out.flush();
  }

  private String line(long percent, long done) {
    int filled = (int) (percent * WIDTH / 100);
    String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
    return label + " [" + bar + "] " + percent + "% " + done + "/" + total;
  }
}
