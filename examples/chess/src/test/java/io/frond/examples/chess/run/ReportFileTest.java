package io.frond.examples.chess.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.examples.chess.run.ChessReport.Exits;
import io.frond.examples.chess.run.ChessReport.GameLine;
import io.frond.examples.chess.run.ChessReport.Rates;
import io.frond.examples.chess.run.ChessReport.Totals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
  private final Path folder;

  ReportFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theReportHasTheNamesThatReadersExpect() throws IOException {
    ChessReport report =
        new ChessReport(
            List.of(new GameLine(1, "A", "B", "1-0", 69, "fen", 200, 0)),
            new Totals(1, 2, 3, 4, 5, 6, 7, 8, 9),
            new Exits(1, 2, 3, 4, 5, true),
            new Rates(1.5, 2.5, 3.5));
    Path file = folder.resolve("new").resolve("report.json");
    ReportFile.write(report, file);
    assertThat(Files.readString(file).replaceAll("\\s", ""))
        .isEqualTo(
            "{\"games\":[{\"game\":1,\"white\":\"A\",\"black\":\"B\",\"result\":\"1-0\","
                + "\"plies\":69,\"fen\":\"fen\",\"whitePayout\":200,\"blackPayout\":0}],"
                + "\"totals\":{\"transactions\":1,\"moves\":2,\"refused\":3,\"blocks\":4,"
                + "\"batches\":5,\"deposited\":6,\"withdrawn\":7,\"escaped\":8,\"accounts\":9},"
                + "\"exits\":{\"withdrawn\":1,\"forced\":2,\"escaped\":3,"
                + "\"worstForcedExitParentBlocks\":4,\"boundParentBlocks\":5,\"conserved\":true},"
                + "\"rates\":{\"transactionsPerSecond\":1.5,"
                + "\"signatureVerificationsPerSecond\":2.5,\"bytesPerTransaction\":3.5}}");
    assertThat(file.resolveSibling("report.json.part")).doesNotExist();
  }
}
