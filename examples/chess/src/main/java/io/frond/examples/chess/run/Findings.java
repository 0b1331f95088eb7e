package io.frond.examples.chess.run;

import io.frond.core.transition.ChainState;
import io.frond.examples.chess.Board;
import io.frond.examples.chess.ChessEvents;
import io.frond.examples.chess.ChessModule;
import io.frond.examples.chess.Match;
import io.frond.examples.chess.Phase;
import io.frond.examples.chess.run.ChessReport.Exits;
import io.frond.examples.chess.run.ChessReport.GameLine;
import io.frond.examples.chess.run.ChessReport.Totals;
import io.frond.exits.settlement.SettlementParams;
import io.frond.exits.settlement.SettlementView.AssetBooks;
import io.frond.testkit.PublicExit;
import io.frond.vm.Account;
import io.frond.vm.StateView;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a run, from the parent's books and the published blocks alone, and what of it is not
 * as promised.
 */
final class Findings {
  private final ChessWorld world;
  private final Cast cast;
  private final Audit audit;
  private final PublicExit exits;
  private final ParentBooks books;
  private final List<String> broken = new ArrayList<>();

  Findings(ChessWorld world, Cast cast, Audit audit, PublicExit exits) {
    this.world = world;
    this.cast = cast;
    this.audit = audit;
    this.exits = exits;
    this.books = ParentBooks.of(world.parent());
  }

  /** The promises that were not kept, in words; complete once everything else was asked. */
  List<String> broken() {
    return List.copyOf(broken);
  }

  ParentBooks books() {
    return books;
  }

  /** The accounts that leave in one way. */
  List<Player> players(Rung rung) {
    return cast.players(rung);
  }

  /** The recorded games as they stand in the last final state. */
  List<GameLine> games() {
    ChainState state = exits.follower().state();
    Map<Account, Long> numbers = state.query(ChessWorld.MODULE, Findings::firstByWhite);
    List<GameLine> lines = new ArrayList<>();
    for (Pairing pairing : cast.pairings()) {
      long number = numbers.getOrDefault(pairing.white().account(), 0L);
      Optional<Board> board =
          state.query(ChessWorld.MODULE, view -> ChessModule.board(view, number));
      if (board.isEmpty()) {
        broken.add("game " + pairing.game().number() + " was never opened");
      } else {
        lines.add(line(pairing, number, board.get()));
      }
    }
    return lines;
  }

  private static Map<Account, Long> firstByWhite(StateView view) {
    Map<Account, Long> numbers = new HashMap<>();
    Optional<Match> match = ChessModule.match(view, 1);
    for (long game = 2; match.isPresent(); game++) {
      var unused = numbers.putIfAbsent(match.get().white(), game - 1);
      match = ChessModule.match(view, game);
    }
    return numbers;
  }

  private GameLine line(Pairing pairing, long number, Board board) {
    ChessEvents.Ended end =
        audit.end(number).orElseGet(() -> new ChessEvents.Ended(number, Phase.PLAYING, 0, 0));
    GameLine line =
        new GameLine(
            pairing.game().number(),
            pairing.game().white(),
            pairing.game().black(),
            board.phase().result().notation(),
            audit.moves(number),
            board.fen(),
            end.whitePayout(),
            end.blackPayout());
    promise(
        line.result().equals(pairing.game().result().notation())
            && line.fen().equals(pairing.game().end().fen())
            && line.plies() == pairing.game().moves().size(),
        "game " + line.game() + " was recorded as " + pairing.game() + " and played as " + line);
    return line;
  }

  Totals totals() {
    long deposited = 0;
    long claimed = 0;
    long escaped = 0;
    for (Player player : cast.players()) {
      ParentBooks.Lines lines = books.of(player.account());
      deposited += lines.deposited();
      claimed += lines.claimed();
      escaped += lines.escaped();
    }
    audit.faults().forEach(broken::add);
    promise(
        audit.refused() == 2L * cast.pairings().size(),
        "expected two refused moves on every board, actual " + audit.refused() + " in all");
    long lost = audit.broken(world.acknowledgements().all());
    promise(lost == 0, lost + " acknowledged receipts are not kept");
    return new Totals(
        audit.transactions(),
        audit.moves(),
        audit.refused(),
        audit.blocks(),
        exits.follower().number(),
        deposited,
        claimed,
        escaped,
        cast.players().size());
  }

  /** Who left by which rung, and whether everybody has exactly what was its own. */
  Exits exits(Totals totals) {
    cast.players().forEach(this::checkPaid);
    checkLedger(totals);
    AssetBooks left = world.parent().view().books(ChessWorld.GOLD);
    boolean conserved =
        totals.deposited() == totals.withdrawn() + totals.escaped() && left.custody() == 0;
    promise(conserved, "what came in is not what left: " + totals + ", left behind " + left);
    return new Exits(
        left(Rung.WITHDRAWAL),
        left(Rung.FORCED_EXIT),
        left(Rung.ESCAPE),
        worstWait(Rung.FORCED_EXIT),
        bound(Rung.FORCED_EXIT),
        conserved);
  }

  /** How many accounts left by a rung; each must have left by its own. */
  private long left(Rung rung) {
    long count = 0;
    for (Player player : cast.players(rung)) {
      ParentBooks.Lines lines = books.of(player.account());
      boolean byClaim = lines.claimed() > 0 && lines.escaped() == 0;
      boolean asRung =
          switch (rung) {
            case WITHDRAWAL -> byClaim && !lines.hasRequested();
            case FORCED_EXIT -> byClaim && lines.hasRequested();
            case ESCAPE -> lines.escaped() > 0 && lines.claimed() == 0;
          };
      promise(asRung, player.wallet() + " did not leave by " + rung);
      count += asRung ? 1 : 0;
    }
    return count;
  }

  /** The longest wait, in parent blocks, from a request to the last credit; 0 if nobody asked. */
  long worstWait(Rung rung) {
    long worst = 0;
    for (Player player : cast.players(rung)) {
      ParentBooks.Lines lines = books.of(player.account());
      if (lines.hasRequested()) {
        worst = Math.max(worst, lines.waited());
        promise(
            lines.waited() <= boundOf(lines),
            player.wallet() + " waited " + lines.waited() + " blocks, above its bound");
      }
    }
    return worst;
  }

  /** The longest wait that any of those who asked was promised, whatever the operator does. */
  long bound(Rung rung) {
    return cast.players(rung).stream()
        .map(player -> books.of(player.account()))
        .filter(ParentBooks.Lines::hasRequested)
        .mapToLong(this::boundOf)
        .max()
        .orElse(basicBound());
  }

  private long boundOf(ParentBooks.Lines lines) {
    long perBlock = ChessWorld.SETTLEMENT.capacity().entriesPerBlock();
    return basicBound() + (books.requestsAhead(lines) + perBlock - 1) / perBlock;
  }

  /** The bound of a balance: nothing of it is locked. */
  private static long basicBound() {
    SettlementParams params = ChessWorld.SETTLEMENT;
    return params.exitBound() - params.protection().longestLock();
  }

  private void checkPaid(Player player) {
    ParentBooks.Lines lines = books.of(player.account());
    String account = player.account().toBytes().toUnprefixedHexString();
    BigInteger entitled =
        audit.ledger().withdrawn(account, 0).add(audit.ledger().entitlement(account, 0));
    BigInteger held = world.parent().balance(player.account(), ChessWorld.GOLD);
    promise(
        entitled.equals(BigInteger.valueOf(lines.paidOut())) && entitled.equals(held),
        player.wallet() + " is entitled to " + entitled + " and was paid " + lines.paidOut());
    promise(
        lines.deposited() == player.deposit(),
        player.wallet() + " brought " + player.deposit() + ", booked " + lines.deposited());
  }

  private void checkLedger(Totals totals) {
    audit.ledger().check(0);
    promise(
        audit.ledger().deposited(0).equals(BigInteger.valueOf(totals.deposited()))
            && audit.ledger().withdrawn(0).equals(BigInteger.valueOf(totals.withdrawn()))
            && audit.ledger().claims(0).equals(BigInteger.valueOf(totals.escaped())),
        "the naive books differ: deposited "
            + audit.ledger().deposited(0)
            + ", withdrawn "
            + audit.ledger().withdrawn(0)
            + ", still claimed "
            + audit.ledger().claims(0));
  }

  private void promise(boolean kept, String otherwise) {
    if (!kept) {
      broken.add(otherwise);
    }
  }
}
