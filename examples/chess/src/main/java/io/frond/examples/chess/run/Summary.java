package io.frond.examples.chess.run;

import io.frond.exits.watch.FollowedBatch;
import io.frond.testkit.PublicExit;
import java.io.PrintStream;
import org.apache.tuweni.bytes.Bytes32;

/** Tells people what a run did. */
final class Summary {
  private final PrintStream out;
  private final ChessReport report;
  private final Findings findings;
  private final ChessWorld world;
  private final Audit audit;
  private final PublicExit exits;
  private final Ladder ladder;

  Summary(
      PrintStream out,
      ChessReport report,
      Findings findings,
      ChessWorld world,
      Audit audit,
      PublicExit exits) {
    this.out = out;
    this.report = report;
    this.findings = findings;
    this.world = world;
    this.audit = audit;
    this.exits = exits;
    this.ladder = new Ladder(exits.follower(), findings.books());
  }

  void print() {
    out.println();
    sizes();
    out.println();
    ladder();
    out.println();
    rungs();
    out.println();
    value();
  }

  private void sizes() {
    ChessReport.Totals totals = report.totals();
    new TextTable("the chain", "count", "bytes")
        .row("games", report.games().size(), "")
        .row("moves", totals.moves(), "")
        .row("moves refused, two on every board", totals.refused(), "")
        .row("transactions", totals.transactions(), report.rates().bytesPerTransaction())
        .row("blocks", totals.blocks(), each(totals.blocks()))
        .row("batches", totals.batches(), each(totals.batches()))
        .row("accounts", totals.accounts(), "")
        .row("receipts in hand, all kept", world.acknowledgements().all().size(), "")
        .row("transactions in a second", report.rates().transactionsPerSecond(), "")
        .row(
            "signatures verified in a second of a core",
            report.rates().signatureVerificationsPerSecond(),
            "")
        .print(out);
  }

  private double each(long count) {
    return count == 0 ? 0 : (double) audit.bytes() / count;
  }

  private void ladder() {
    Ladder.Span accepted = Ladder.Span.of(world.receiptNanos());
    Ladder.Span committed = ladder.committed();
    Ladder.Span last = ladder.finalised();
    new TextTable("finality", "in", "median", "worst")
        .row(
            "accepted: in the synced log, promised by a receipt",
            "milliseconds",
            accepted.median() / 1e6,
            accepted.worst() / 1e6)
        .row(
            "committed: the parent has the batch",
            "parent blocks",
            committed.median(),
            committed.worst())
        .row("final: nobody can take it back", "parent blocks", last.median(), last.worst())
        .print(out);
  }

  private void rungs() {
    new TextTable("left by", "accounts", "worst wait, parent blocks", "bound")
        .row(
            "withdrawal and claim",
            report.exits().withdrawn(),
            ladder.withdrawn(findings.players(Rung.WITHDRAWAL)).worst(),
            "")
        .row(
            "forced exit, ignored at first",
            report.exits().forced(),
            findings.worstWait(Rung.FORCED_EXIT),
            findings.bound(Rung.FORCED_EXIT))
        .row(
            "freeze and escape",
            report.exits().escaped(),
            findings.worstWait(Rung.ESCAPE),
            findings.bound(Rung.ESCAPE))
        .print(out);
  }

  private void value() {
    ChessReport.Totals totals = report.totals();
    new TextTable("value, in quanta", "sum")
        .row("deposited", totals.deposited())
        .row("withdrawn", totals.withdrawn())
        .row("escaped", totals.escaped())
        .row(
            "deposited less withdrawn and escaped",
            totals.deposited() - totals.withdrawn() - totals.escaped())
        .print(out);
    Bytes32 root =
        exits
            .follower()
            .batch(exits.follower().number())
            .map(FollowedBatch::stateRoot)
            .orElse(world.chain().rules().genesisRoot());
    out.println("  last final state root " + root.toHexString());
  }
}
