package io.frond.examples.chess.run;

/** Lets every player bring its deposit, and waits until all are on the chain. */
final class Depositing {
  private final ChessWorld world;
  private final Cast cast;
  private final Progress progress;

  Depositing(ChessWorld world, Cast cast, Progress progress) {
    this.world = world;
    this.cast = cast;
    this.progress = progress;
  }

  void run() {
    InboxBook inbox = InboxBook.of(world.parent());
    for (Player player : cast.players()) {
      if (!inbox.hasDeposit(player)) {
        world.chain().enqueueDeposit(player.wallet(), ChessWorld.GOLD, player.deposit());
      }
    }
    ProgressBar bar = progress.bar("bring ", cast.players().size());
    while (committed() < cast.players().size()) {
      bar.update(committed());
      world.tick();
    }
    bar.update(cast.players().size());
  }

  private long committed() {
    return world.parent().settlement().inbox().committedTo();
  }
}
