package io.frond.examples.chess;

import io.frond.examples.chess.ChessCommand.AcceptDraw;
import io.frond.examples.chess.ChessCommand.Join;
import io.frond.examples.chess.ChessCommand.Move;
import io.frond.examples.chess.ChessCommand.OfferDraw;
import io.frond.examples.chess.ChessCommand.Open;
import io.frond.examples.chess.ChessCommand.Resign;
import io.frond.examples.chess.rules.ChessRules;
import io.frond.examples.chess.rules.Color;
import io.frond.examples.chess.rules.GameResult;
import io.frond.examples.chess.rules.Position;
import io.frond.examples.chess.rules.UciMove;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.Codec;
import io.frond.vm.Context;
import io.frond.vm.Escrow;
import io.frond.vm.ExecutionModule;
import io.frond.vm.Revert;
import io.frond.vm.Split;
import io.frond.vm.StateItem;
import io.frond.vm.StateView;
import java.util.List;
import java.util.Optional;

/**
 * Chess for stakes. Two players lock the same amount in one escrow; the winner gets both, a draw
 * gives each the own one back, and so does a chain that freezes before the result is there.
 *
 * <p>A game ends by mate, stalemate, resignation, an accepted offer, or a draw that one player
 * claims. After {@code gameBlocks} parent blocks nothing but a draw is left. Who forces an exit
 * resigns the games that are still running, so nobody saves a lost stake by leaving; games that
 * nobody joined are cancelled.
 */
public final class ChessModule implements ExecutionModule<ChessCommand> {
  /** How long a game may take unless told otherwise: a week of parent blocks of 12 seconds. */
  public static final long GAME_BLOCKS = 50_400;

  /** The most games that one account plays at a time, so that a forced exit can end them all. */
  public static final int MAX_GAMES = 32;

  /** What the library's work for one move costs, at a nanosecond a step with a margin. */
  static final long MOVE_STEPS = 20_000;

  /** What reading a position costs. */
  static final long READ_STEPS = 5_000;

  private final AssetId asset;
  private final long gameBlocks;

  /** Games for {@code asset} that take at most {@link #GAME_BLOCKS}. */
  public ChessModule(AssetId asset) {
    this(asset, GAME_BLOCKS);
  }

  /**
   * Games for {@code asset}.
   *
   * @param gameBlocks how many parent blocks after its opening a game can only be drawn; at least
   *     1, at most the chain's longest lock
   */
  public ChessModule(AssetId asset, long gameBlocks) {
    if (gameBlocks < 1) {
      throw new IllegalArgumentException("game blocks: expected at least 1, actual " + gameBlocks);
    }
    this.asset = asset;
    this.gameBlocks = gameBlocks;
  }

  /** Who plays a game for what, as long as the chain exists. */
  public static Optional<Match> match(StateView view, long game) {
    return Games.findMatch(view, game);
  }

  /** What a game looks like, as long as the chain exists. */
  public static Optional<Board> board(StateView view, long game) {
    return Games.findBoard(view, game);
  }

  @Override
  public Codec<ChessCommand> codec() {
    return Codec.of(ChessCommand.class);
  }

  @Override
  public List<StateItem> state() {
    return Games.items();
  }

  @Override
  public void execute(ChessCommand command, Context context) {
    if (command instanceof Open open) {
      open(open, context);
    } else if (command instanceof Join join) {
      join(join, context);
    } else if (command instanceof Move move) {
      move(move, context);
    } else if (command instanceof Resign resign) {
      resign(resign.game(), context);
    } else if (command instanceof OfferDraw offer) {
      offerDraw(offer.game(), context);
    } else if (command instanceof AcceptDraw accept) {
      acceptDraw(accept.game(), context);
    }
  }

  @Override
  public void onForcedExit(Account account, Context context) {
    Optional<Long> game = Games.nextOf(context, account, 0);
    while (game.isPresent()) {
      leave(account, game.get(), context);
      game = Games.nextOf(context, account, game.get());
    }
  }

  private void open(Open command, Context context) {
    Revert.unless(command.stake() > 0, "a stake is above 0, not %d", command.stake());
    Account white = context.sender();
    long end = Math.addExact(context.parentHeight(), gameBlocks);
    Escrow escrow = context.ledger().openEscrow(asset, command.stake(), end, Split.to(white));
    Match match = new Match(white, Optional.empty(), command.stake(), escrow.id(), end);
    long game = Games.create(context, match);
    Games.sit(context, white, game);
    ChessEvents.OPENED.emit(context, new ChessEvents.Opened(game, white, command.stake()));
  }

  private static void join(Join command, Context context) {
    long game = command.game();
    Match match = Games.match(context, game);
    Board board = Games.board(context, game);
    Revert.unless(board.phase() != Phase.PLAYING, "game %d has two players", game);
    Revert.unless(board.phase() == Phase.OPEN, "game %d is over", game);
    Account black = context.sender();
    Revert.unless(!black.equals(match.white()), "you cannot play against yourself");
    requireTime(game, match, context);
    Escrow escrow = context.ledger().escrow(match.escrow());
    escrow.lock(match.stake());
    escrow.split(Split.evenly(match.white(), black));
    Games.put(context, game, match.joinedBy(black));
    Games.put(context, game, board.started());
    Games.sit(context, black, game);
    ChessEvents.STARTED.emit(context, new ChessEvents.Started(game, match.white(), black));
  }

  private static void move(Move command, Context context) {
    long game = command.game();
    Match match = Games.match(context, game);
    Color mover = colorOfSender(game, match, context);
    Board board = playing(game, context);
    requireTime(game, match, context);
    Revert.unless(ChessRules.toMove(board.fen()) == mover, "it is not your turn in game %d", game);
    Revert.unless(command.uci().length() <= UciMove.MAX_CHARS, "a move is e2e4 or e7e8q");
    context.step(MOVE_STEPS);
    Position next =
        ChessRules.play(board.fen(), command.uci())
            .orElseThrow(() -> Revert.because("%s is not legal in game %d", command.uci(), game));
    Board moved = board.moved(next.fen(), mover);
    if (next.result() == GameResult.UNFINISHED) {
      Games.put(context, game, moved);
    } else {
      end(context, game, match, moved, Phase.endedBy(next.result()));
    }
  }

  private static void resign(long game, Context context) {
    Match match = Games.match(context, game);
    Color loser = colorOfSender(game, match, context);
    Board board = Games.board(context, game);
    if (board.phase() == Phase.OPEN) {
      end(context, game, match, board, Phase.CANCELLED);
    } else {
      Phase end = Phase.endedBy(GameResult.winOf(loser.other()));
      end(context, game, match, playing(game, context), end);
    }
  }

  private static void offerDraw(long game, Context context) {
    Match match = Games.match(context, game);
    Color by = colorOfSender(game, match, context);
    Board board = playing(game, context);
    context.step(READ_STEPS);
    if (isOutOfTime(match, context) || ChessRules.drawCanBeClaimed(board.fen())) {
      end(context, game, match, board, Phase.DRAWN);
      return;
    }
    Revert.unless(board.drawOffer().isEmpty(), "a draw is offered already in game %d", game);
    Games.put(context, game, board.offered(by));
  }

  private static void acceptDraw(long game, Context context) {
    Match match = Games.match(context, game);
    Color by = colorOfSender(game, match, context);
    Board board = playing(game, context);
    boolean offered = board.drawOffer().filter(offerer -> offerer == by.other()).isPresent();
    Revert.unless(offered, "your opponent offers no draw in game %d", game);
    end(context, game, match, board, Phase.DRAWN);
  }

  private static void leave(Account account, long game, Context context) {
    Match match = Games.match(context, game);
    Board board = Games.board(context, game);
    if (board.phase() == Phase.OPEN) {
      end(context, game, match, board, Phase.CANCELLED);
    } else if (isOutOfTime(match, context)) {
      end(context, game, match, board, Phase.DRAWN);
    } else {
      Color loser = match.colorOf(account).orElseThrow();
      end(context, game, match, board, Phase.endedBy(GameResult.winOf(loser.other())));
    }
  }

  private static void end(Context context, long game, Match match, Board board, Phase end) {
    ChessEvents.Ended ended = Stakes.pay(context, game, match, end);
    Games.put(context, game, board.ended(end));
    Games.stand(context, match.white(), game);
    if (match.black().isPresent()) {
      Games.stand(context, match.black().get(), game);
    }
    ChessEvents.ENDED.emit(context, ended);
  }

  private static Color colorOfSender(long game, Match match, Context context) {
    return match
        .colorOf(context.sender())
        .orElseThrow(() -> Revert.because("you do not play game %d", game));
  }

  private static Board playing(long game, Context context) {
    Board board = Games.board(context, game);
    Revert.unless(board.phase() != Phase.OPEN, "nobody has joined game %d", game);
    Revert.unless(board.phase() == Phase.PLAYING, "game %d is over", game);
    return board;
  }

  private static void requireTime(long game, Match match, Context context) {
    Revert.unless(
        !isOutOfTime(match, context),
        "game %d ran out at parent height %d",
        game,
        match.endParentHeight());
  }

  private static boolean isOutOfTime(Match match, Context context) {
    return context.parentHeight() >= match.endParentHeight();
  }
}
