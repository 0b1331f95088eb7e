package io.frond.examples.chess.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Runs of the program in this process. */
final class Runs {
  private Runs() {}

  /** What a run told and how it ended. */
  record Result(int status, String output) {
    /** The last final state root. */
    String root() {
      return output
          .lines()
          .filter(line -> line.contains("last final state root"))
          .map(line -> line.substring(line.indexOf("0x")))
          .findFirst()
          .orElseThrow();
    }
  }

  static Result run(String... options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    int status = ChessExample.run(stream, options);
    return new Result(status, out.toString(StandardCharsets.UTF_8));
  }

  /** A report without its rates, which differ from run to run. */
  static JsonNode withoutRates(Path report) {
    try {
      ObjectNode node = (ObjectNode) new ObjectMapper().readTree(report.toFile());
      node.remove("rates");
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
