package io.frond.examples.chess.run;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in plain text: the first column to the left, the others to the right. */
final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these column heads. */
  TextTable(String... heads) {
    rows.add(List.of(heads));
  }

  /** Adds a row of as many cells as there are heads; whole numbers get thousands separators. */
  TextTable row(Object... cells) {
    if (cells.length != rows.get(0).size()) {
      throw new IllegalArgumentException(
          "table: expected " + rows.get(0).size() + " cells, actual " + cells.length);
    }
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(text(cell));
    }
    rows.add(row);
    return this;
  }

  void print(PrintStream out) {
    rows.forEach(row -> out.println(line(row)));
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String padding = " ".repeat(width(column) - row.get(column).length());
      line.append(column == 0 ? "  " : "  " + padding).append(row.get(column));
      line.append(column == 0 ? padding : "");
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String text(Object cell) {
    if (cell instanceof Double fraction) {
      return String.format(Locale.ROOT, "%,.1f", fraction);
    }
    if (cell instanceof Number whole) {
      return String.format(Locale.ROOT, "%,d", whole.longValue());
    }
    return cell.toString();
  }
}
