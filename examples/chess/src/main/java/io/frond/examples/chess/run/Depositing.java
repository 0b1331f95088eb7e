package io.frond.examples.chess.run;

/** Lets every player bring its deposit, and waits until all are on the chain. */
final class Depositing {
  private final ChessWorld world;
  private final Cast cast;

  Depositing(ChessWorld world, Cast cast) {
    this.world = world;
    this.cast = cast;
  }

  void run() {
    InboxBook inbox = InboxBook.of(world.parent());
    for (Player player : cast.players()) {
      if (!inbox.hasDeposit(player)) {
        world.chain().enqueueDeposit(player.wallet(), ChessWorld.GOLD, player.deposit());
      }
    }
    while (world.parent().settlement().inbox().committedTo() < cast.players().size()) {
      world.tick();
    }
  }
}
