package io.frond.examples.chess.run;

import io.frond.core.tx.SignatureScheme;
import io.frond.core.tx.SignatureSchemes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of the command line. */
final class ChessOptions {
  /** Names the example's folder; {@code examples/run} sets it. */
  static final String HOME_PROPERTY = "frond.example.home";

  /** Says whether a person watches; {@code examples/run} sets it. */
  static final String TERMINAL_PROPERTY = "frond.example.terminal";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--pgn",
      paramLabel = "FILE",
      description =
          "Games to play; may be repeated. Default: the games that come with the example.")
  private List<Path> pgn = List.of();

  @Option(names = "--report", paramLabel = "FILE", description = "Write a report as JSON.")
  private @Nullable Path report;

  @Option(
      names = "--boards",
      paramLabel = "N",
      description = "Games that are played at the same time. Default: all.")
  private int boards = Integer.MAX_VALUE;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep chain and parent there; a later run continues. Default: in memory.")
  private @Nullable Path data;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Take the first N games alone. Default: all.")
  private int limit = Integer.MAX_VALUE;

  @Option(
      names = "--signatures",
      paramLabel = "SCHEME",
      hidden = true,
      description = "native or bouncycastle, to see that both give the same state root.")
  private Scheme signatures = Scheme.NATIVE;

  /** Who does the arithmetic of signatures. */
  enum Scheme {
    /** The native library where it loads. */
    NATIVE,
    /** Java alone. */
    BOUNCYCASTLE
  }

  /** Refuses numbers that mean nothing. */
  void check() {
    requirePositive("--boards", boards);
    requirePositive("--limit", limit);
  }

  /** The files to play. */
  List<Path> pgn() throws IOException {
    if (!pgn.isEmpty()) {
      return List.copyOf(pgn);
    }
    Path home = Path.of(System.getProperty(HOME_PROPERTY, "examples/chess"));
    return InputGames.filesOf(home.resolve("games"));
  }

  /** Where the report goes, if anywhere. */
  Optional<Path> report() {
    return Optional.ofNullable(report);
  }

  /** Where chain and parent live, in memory if empty. */
  Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  /** How many games run at a time. */
  int boards() {
    return boards;
  }

  /** How many games to take. */
  int limit() {
    return limit;
  }

  /** What verifies signatures. */
  SignatureScheme signatures() {
    return signatures == Scheme.NATIVE
        ? SignatureSchemes.secp256k1()
        : SignatureSchemes.bouncyCastle();
  }

  private void requirePositive(String option, int value) {
    if (value < 1) {
      CommandSpec spec = Objects.requireNonNull(command);
      throw new ParameterException(
          spec.commandLine(), option + ": expected at least 1, actual " + value);
    }
  }
}
