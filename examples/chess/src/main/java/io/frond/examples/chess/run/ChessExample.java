package io.frond.examples.chess.run;

import io.frond.core.log.LogInUseException;
import io.frond.examples.chess.pgn.PgnError;
import io.frond.examples.chess.pgn.RecordedGame;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParseResult;

/** The program behind {@code examples/run chess}. */
@Command(
    name = "examples/run chess",
    description = "Plays recorded games of chess for stakes.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:every game went as recorded",
      "1:as 0, but some games could not be read",
      "2:a wrong option or a file that is not there",
      "3:a promise was not kept"
    })
public final class ChessExample implements Callable<Integer> {
  private final PrintStream out;

  @Mixin private final ChessOptions options = new ChessOptions();

  private ChessExample(PrintStream out) {
    this.out = out;
  }

  /** Runs the program and ends the JVM with its status. */
  public static void main(String[] args) {
    System.exit(run(System.out, args));
  }

  /** Runs the program and returns its status. */
  static int run(PrintStream out, String... args) {
    return new CommandLine(new ChessExample(out))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(ChessExample::explain)
        .execute(args);
  }

  private static int explain(Exception failure, CommandLine command, ParseResult ignored) {
    if (failure instanceof NoSuchFileException missing) {
      command.getErr().println("there is no file " + missing.getFile());
      return CommandLine.ExitCode.USAGE;
    }
    if (failure instanceof RunFolder.OtherRunException) {
      command.getErr().println(failure.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    if (failure instanceof BrokenPromiseException) {
      command.getErr().println("NOT KEPT: " + failure.getMessage());
      return ExitStatus.BROKEN;
    }
    if (failure instanceof LogInUseException) {
      command.getErr().println("another process is at work in the folder of --data");
      return CommandLine.ExitCode.USAGE;
    }
    failure.printStackTrace(command.getErr());
    return ExitStatus.BROKEN;
  }

  @Override
  public Integer call() throws IOException {
    options.check();
    InputGames input = InputGames.read(options.pgn(), options.limit());
    input.errors().stream().map(PgnError::message).forEach(out::println);
    if (!input.games().isEmpty()) {
      List<String> broken = new ChessRun(out, options, input.games()).run(folder(input.games()));
      broken.forEach(promise -> out.println("NOT KEPT: " + promise));
      if (!broken.isEmpty()) {
        return ExitStatus.BROKEN;
      }
    }
    return input.errors().isEmpty() ? ExitStatus.OK : ExitStatus.UNREADABLE_GAMES;
  }

  private RunFolder folder(List<RecordedGame> games) throws IOException {
    return options.data().isPresent()
        ? RunFolder.at(options.data().get(), games)
        : RunFolder.none();
  }
}
