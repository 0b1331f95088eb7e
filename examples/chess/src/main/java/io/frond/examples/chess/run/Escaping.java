package io.frond.examples.chess.run;

import io.frond.core.parent.SettlementStatus;
import io.frond.core.parent.SettlementStatus.Mode;
import io.frond.exits.parent.LocalParent;
import io.frond.exits.settlement.CallResult;
import io.frond.exits.watch.ExitProofs;
import io.frond.testkit.PublicExit;
import io.frond.vm.Account;
import java.util.List;

/**
 * The rest leaves, for whom there is no operator: they ask for their exit, nobody serves it,
 * somebody freezes the chain, what is committed becomes final, somebody seals, and everybody shows
 * a proof that was rebuilt from what is published.
 */
final class Escaping {
  private final ChessWorld world;
  private final LocalParent parent;
  private final PublicExit exits;
  private final List<Player> players;
  private final Progress progress;

  Escaping(ChessWorld world, Cast cast, PublicExit exits, Progress progress) {
    this.world = world;
    this.parent = world.parent();
    this.exits = exits;
    this.players = cast.players(Rung.ESCAPE);
    this.progress = progress;
  }

  /** Whether somebody has asked for what no operator served: it had stopped by then. */
  static boolean hasBegun(ChessWorld world, Cast cast) {
    InboxBook inbox = InboxBook.of(world.parent());
    return cast.players(Rung.ESCAPE).stream().anyMatch(inbox::hasForcedExit);
  }

  void run() {
    Account anybody = players.get(0).account();
    if (mode() == Mode.ACTIVE) {
      ask();
      freeze(anybody);
    }
    if (mode() == Mode.FREEZING) {
      seal(anybody);
    }
    ExitProofs proofs = exits.exitProofs();
    ProgressBar bar = progress.bar("escape", players.size());
    long paid = 0;
    for (int i = 0; i < players.size(); i++) {
      paid += exits.escape(players.get(i).account(), proofs);
      paid += exits.payOut(players.get(i).account(), ChessWorld.GOLD);
      bar.update(i + 1L);
    }
    if (paid > 0) {
      world.chain().closeParentBlock();
    }
  }

  private Mode mode() {
    return parent.settlement().mode();
  }

  private void ask() {
    InboxBook inbox = InboxBook.of(parent);
    for (Player player : players) {
      if (!inbox.hasForcedExit(player)) {
        world.chain().forceExit(player.wallet());
      }
    }
  }

  private void freeze(Account caller) {
    while (exits.freeze(caller) instanceof CallResult.Refused) {
      world.chain().closeParentBlock();
    }
    world.chain().closeParentBlock();
  }

  private void seal(Account caller) {
    SettlementStatus.Batches batches = parent.settlement().batches();
    while (batches.lastFinal() < batches.lastCommitted()) {
      if (exits.finalizeReady(caller) instanceof CallResult.Refused) {
        world.chain().closeParentBlock();
      }
      batches = parent.settlement().batches();
    }
    if (exits.seal(caller) instanceof CallResult.Refused refused) {
      throw new BrokenPromiseException("the chain cannot be sealed: " + refused.error());
    }
    world.chain().closeParentBlock();
  }
}
