package io.frond.examples.chess.run;

import io.frond.core.batch.BatchHeader;
import io.frond.exits.settlement.SettlementParams;
import io.frond.exits.watch.FollowedBatch;
import io.frond.testkit.PublicExit;
import java.io.PrintStream;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.tuweni.bytes.Bytes32;

/** Tells people what a run did. */
final class Summary {
  private final PrintStream out;
  private final ChessReport report;
  private final Findings findings;
  private final ChessWorld world;
  private final Audit audit;
  private final PublicExit exits;

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
    List<FollowedBatch> batches = exits.follower().batches();
    new TextTable("finality, in parent blocks from the block's own", "median", "worst")
        .row("accepted: in the synced log, promised by a receipt", 0, 0)
        .row(
            "committed: the parent has the batch",
            median(batches, this::committedAfter),
            worst(batches, this::committedAfter))
        .row(
            "final: nobody can take it back",
            median(batches, this::finalAfter),
            worst(batches, this::finalAfter))
        .print(out);
  }

  private long committedAfter(FollowedBatch batch) {
    return batch.committedAt() - firstBlockAt(batch);
  }

  private long finalAfter(FollowedBatch batch) {
    return findings.books().finalizedAt(batch.number()) - firstBlockAt(batch);
  }

  /** The parent block that was open when the first block of a batch was made. */
  private static long firstBlockAt(FollowedBatch batch) {
    BatchHeader header = batch.header();
    long lastAt = header.reference().height() + 1;
    return lastAt
        + ChessWorld.SETTLEMENT.deadlines().confirmations()
        - (header.blocks().count() - 1);
  }

  private static long median(List<FollowedBatch> batches, ToLongFunction<FollowedBatch> of) {
    long[] sorted = batches.stream().mapToLong(of).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static long worst(List<FollowedBatch> batches, ToLongFunction<FollowedBatch> of) {
    return batches.stream().mapToLong(of).max().orElse(0);
  }

  private void rungs() {
    SettlementParams.Deadlines deadlines = ChessWorld.SETTLEMENT.deadlines();
    new TextTable("left by", "accounts", "worst wait", "bound")
        .row("withdrawal and claim", report.exits().withdrawn(), "", deadlines.window())
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
