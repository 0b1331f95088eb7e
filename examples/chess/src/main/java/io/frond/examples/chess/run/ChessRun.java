package io.frond.examples.chess.run;

import io.frond.examples.chess.pgn.RecordedGame;
import io.frond.examples.chess.run.ChessReport.Exits;
import io.frond.examples.chess.run.ChessReport.GameLine;
import io.frond.examples.chess.run.ChessReport.Rates;
import io.frond.examples.chess.run.ChessReport.Totals;
import io.frond.exits.watch.Finding;
import io.frond.testkit.PublicExit;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/**
 * The whole story: deposits, games, leaving with an operator, leaving without. Each part begins by
 * asking chain and parent what is still to be done, so a run begins anywhere.
 */
final class ChessRun {
  private final PrintStream out;
  private final ChessOptions options;
  private final Cast cast;
  private final Progress progress;

  ChessRun(PrintStream out, ChessOptions options, List<RecordedGame> games) {
    this.out = out;
    this.options = options;
    this.cast = Cast.of(games);
    this.progress = new Progress(out, Boolean.getBoolean(ChessOptions.TERMINAL_PROPERTY));
  }

  /**
   * Runs to the end.
   *
   * @param folder where the run is kept
   * @return what was promised and not kept, in words
   */
  List<String> run(RunFolder folder) throws IOException {
    TimedSignatures signatures = new TimedSignatures(options.signatures());
    try (ChessWorld world = ChessWorld.open(signatures, folder)) {
      Audit audit = new Audit(world.chain().rules(), cast);
      PublicExit exits = world.publicExit(audit);
      double playedPerSecond = 0;
      if (!Escaping.hasBegun(world, cast)) {
        playedPerSecond = withOperator(world, exits);
      }
      watch(world, exits);
      new Escaping(world, cast, exits, progress).run();
      return report(world, audit, exits, signatures, playedPerSecond);
    }
  }

  /** Everything that needs an operator; gives how many commands were played in a second. */
  private double withOperator(ChessWorld world, PublicExit exits) {
    world.startOperator();
    new Depositing(world, cast, progress).run();
    try (Playing playing = new Playing(world)) {
      List<LiveGame> games = LiveGames.on(world.chain(), cast).recorded();
      long plies = cast.pairings().stream().mapToLong(p -> p.game().moves().size()).sum();
      ProgressBar bar = progress.bar("play  ", plies);
      long start = System.nanoTime();
      playing.play(games, options.boards(), () -> bar.update(movesDone(games)));
      double playedPerSecond = playing.played() * 1e9 / (System.nanoTime() - start);
      bar.update(plies);
      watch(world, exits);
      new Leaving(world, cast, exits, playing, progress).run();
      world.chain().stopOperator();
      return playedPerSecond;
    }
  }

  private static long movesDone(List<LiveGame> games) {
    return games.stream().mapToLong(LiveGame::movesDone).sum();
  }

  /** Executes again what is published, as a watchtower does. */
  private void watch(ChessWorld world, PublicExit exits) {
    long last = world.parent().settlement().batches().lastCommitted();
    ProgressBar bar = progress.bar("watch ", last);
    Finding finding = exits.follower().step();
    while (finding instanceof Finding.Followed) {
      bar.update(exits.follower().number());
      finding = exits.follower().step();
    }
    if (!(finding instanceof Finding.UpToDate)) {
      throw new BrokenPromiseException("what is published is not right: " + finding);
    }
  }

  private List<String> report(
      ChessWorld world,
      Audit audit,
      PublicExit exits,
      TimedSignatures signatures,
      double playedPerSecond)
      throws IOException {
    Findings findings = new Findings(world, cast, audit, exits);
    List<GameLine> games = findings.games();
    Totals totals = findings.totals();
    Exits left = findings.exits(totals);
    Rates rates =
        new Rates(
            playedPerSecond,
            signatures.perSecond(),
            totals.transactions() == 0 ? 0 : (double) audit.bytes() / totals.transactions());
    ChessReport report = new ChessReport(games, totals, left, rates);
    new Summary(out, report, findings, world, audit, exits).print();
    if (options.report().isPresent()) {
      ReportFile.write(report, options.report().get());
    }
    return findings.broken();
  }
}
