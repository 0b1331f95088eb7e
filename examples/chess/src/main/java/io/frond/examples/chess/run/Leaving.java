package io.frond.examples.chess.run;

import io.frond.core.admission.TransactionResult.Included;
import io.frond.core.inbox.InboxEntry;
import io.frond.core.outbox.WithdrawalProof;
import io.frond.core.transition.ProtocolCommand;
import io.frond.examples.chess.rules.Color;
import io.frond.exits.parent.LocalParent;
import io.frond.exits.settlement.SettlementView.TimedEntry;
import io.frond.testkit.PublicExit;
import io.frond.testkit.Spend;
import io.frond.vm.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.tuweni.bytes.Bytes;

/**
 * The players leave for whom there still is an operator. Half of all withdraw and claim. A quarter
 * asks the parent for a forced exit; the operator passes over these as long as it can: left any
 * longer, the parent would take no batch of it any more. Meanwhile some of the others sit down at
 * boards again, and at the last of these they sit when the operator stops.
 */
final class Leaving {
  /** The operator takes an entry so many parent blocks before it is due. */
  private static final long LAST_MOMENT = 8;

  /** Boards that are opened at the same time, so that there is traffic all the while. */
  private static final int BOARDS = 4;

  private final ChessWorld world;
  private final Cast cast;
  private final PublicExit exits;
  private final Playing playing;
  private final Progress progress;
  private final List<LiveGame> boards;

  Leaving(ChessWorld world, Cast cast, PublicExit exits, Playing playing, Progress progress) {
    this.world = world;
    this.cast = cast;
    this.exits = exits;
    this.playing = playing;
    this.progress = progress;
    this.boards = LiveGames.on(world.chain(), cast).reopened();
  }

  void run() {
    askForForcedExits();
    world.ignore(this::isIgnored);
    List<Withdrawing> withdrawing = withdrawing();
    List<LiveGame> early = boards.subList(Math.min(1, boards.size()), boards.size());
    int leaving = cast.players().size() - cast.players(Rung.ESCAPE).size();
    ProgressBar bar = progress.bar("leave ", leaving);
    for (long paid = paid(); paid < leaving; paid = paid()) {
      bar.update(paid);
      claim();
      int some = Math.min(withdrawing.size(), ChessWorld.MOST_PER_TICK);
      tick(withdrawing.subList(0, some), playing.next(early, BOARDS));
      withdrawing = withdrawing.subList(some, withdrawing.size());
    }
    bar.update(leaving);
    playing.play(early, BOARDS, () -> {});
    playing.play(boards, BOARDS, () -> {});
    while (!world.isCommitted()) {
      world.tick();
    }
  }

  private void askForForcedExits() {
    InboxBook inbox = InboxBook.of(world.parent());
    for (Player player : cast.players(Rung.FORCED_EXIT)) {
      if (!inbox.hasForcedExit(player)) {
        world.chain().forceExit(player.wallet());
      }
    }
  }

  private boolean isIgnored(InboxEntry entry) {
    LocalParent parent = world.parent();
    return InboxBook.isForcedExit(entry)
        && parent
            .view()
            .entry(entry.index())
            .map(TimedEntry::due)
            .filter(due -> due - LAST_MOMENT > parent.now())
            .isPresent();
  }

  /** A player and the signed transaction that takes all of its balance out. */
  private record Withdrawing(Player player, Bytes transaction) {}

  private List<Withdrawing> withdrawing() {
    List<Withdrawing> all = new ArrayList<>();
    for (Pairing pairing : cast.pairings()) {
      add(pairing.white(), pairing.sentBy(Color.WHITE), all);
      add(pairing.black(), pairing.sentBy(Color.BLACK), all);
    }
    return all;
  }

  private void add(Player player, long nonce, List<Withdrawing> all) {
    if (player.rung() != Rung.WITHDRAWAL
        || world.chain().app().nextNonce(player.account(), 0) != nonce) {
      return;
    }
    long balance = world.chain().balance(player.wallet(), ChessWorld.GOLD);
    Bytes wire =
        player
            .wallet()
            .signAt(
                nonce,
                world.chain().rules().transactionRules(),
                world.chain().rules().catalog().modules().get(0),
                new ProtocolCommand.Withdraw(ChessWorld.GOLD, balance),
                Turn.VALID_UNTIL_MS,
                Spend.of(ChessWorld.GOLD, balance));
    all.add(new Withdrawing(player, wire));
  }

  private void tick(List<Withdrawing> withdrawing, List<LiveGame> round) {
    List<Bytes> transactions = new ArrayList<>();
    withdrawing.forEach(one -> transactions.add(one.transaction()));
    transactions.addAll(playing.sign(round));
    List<Included> results = world.tick(transactions);
    for (int i = 0; i < withdrawing.size(); i++) {
      if (!results.get(i).outcome().status().isSuccess()) {
        throw new BrokenPromiseException(
            withdrawing.get(i).player().wallet()
                + " could not withdraw: "
                + results.get(i).outcome().status());
      }
    }
    playing.take(round, results.subList(withdrawing.size(), results.size()));
  }

  private void claim() {
    for (Map.Entry<Account, List<WithdrawalProof>> open : exits.claimable().entrySet()) {
      exits.claim(open.getKey(), open.getValue());
    }
    for (Player player : cast.players()) {
      var unused = exits.payOut(player.account(), ChessWorld.GOLD);
    }
  }

  /** How many have left; nobody holds the asset on the parent until it is paid. */
  private long paid() {
    return cast.players().stream()
        .filter(player -> player.rung() != Rung.ESCAPE)
        .filter(player -> world.parent().balance(player.account(), ChessWorld.GOLD).signum() > 0)
        .count();
  }
}
