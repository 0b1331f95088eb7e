package io.frond.examples.chess.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes reports as JSON; a file is there whole or not at all. */
final class ReportFile {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ReportFile() {}

  static void write(ChessReport report, Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Files.createDirectories(target.getParent());
    Path whole = target.resolveSibling(target.getFileName() + ".part");
    Files.writeString(whole, JSON.writeValueAsString(report) + "\n");
    Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
  }
}
