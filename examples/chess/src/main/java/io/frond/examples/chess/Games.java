package io.frond.examples.chess;

import io.frond.vm.Account;
import io.frond.vm.Cell;
import io.frond.vm.Codec;
import io.frond.vm.Context;
import io.frond.vm.Revert;
import io.frond.vm.SortedTable;
import io.frond.vm.StateItem;
import io.frond.vm.StateView;
import io.frond.vm.Table;
import java.util.List;
import java.util.Optional;

/** The state of all games: numbers, matches, boards, and who sits where. */
final class Games {
  private static final Cell<Long> NEXT = Cell.of("next-game", Codec.LONG, 1L);
  private static final Table<Long, Match> MATCHES =
      Table.of("matches", Codec.LONG, Codec.of(Match.class));
  private static final Table<Long, Board> BOARDS =
      Table.of("boards", Codec.LONG, Codec.of(Board.class));
  private static final SortedTable<Seat, Boolean> SEATS =
      SortedTable.of("seats", Codec.of(Seat.class), Codec.BOOLEAN);
  private static final Table<Account, Integer> SEAT_COUNTS =
      Table.of("seat-counts", Codec.ACCOUNT, Codec.INT);

  private Games() {}

  static List<StateItem> items() {
    return List.of(NEXT, MATCHES, BOARDS, SEATS, SEAT_COUNTS);
  }

  static Optional<Match> findMatch(StateView view, long game) {
    return MATCHES.find(view, game);
  }

  static Optional<Board> findBoard(StateView view, long game) {
    return BOARDS.find(view, game);
  }

  static Match match(StateView view, long game) {
    return findMatch(view, game).orElseThrow(() -> Revert.because("there is no game %d", game));
  }

  static Board board(StateView view, long game) {
    return findBoard(view, game).orElseThrow(() -> Revert.because("there is no game %d", game));
  }

  static long create(Context context, Match match) {
    long game = NEXT.get(context);
    NEXT.set(context, Math.addExact(game, 1));
    put(context, game, match);
    put(context, game, Board.open());
    return game;
  }

  static void put(Context context, long game, Match match) {
    MATCHES.set(context, game, match);
  }

  static void put(Context context, long game, Board board) {
    BOARDS.set(context, game, board);
  }

  static void sit(Context context, Account player, long game) {
    int seats = SEAT_COUNTS.find(context, player).orElse(0);
    Revert.unless(seats < ChessModule.MAX_GAMES, "you play %d games already", seats);
    SEAT_COUNTS.set(context, player, seats + 1);
    SEATS.set(context, new Seat(player, game), true);
  }

  static void stand(Context context, Account player, long game) {
    int left = SEAT_COUNTS.get(context, player) - 1;
    if (left == 0) {
      SEAT_COUNTS.remove(context, player);
    } else {
      SEAT_COUNTS.set(context, player, left);
    }
    SEATS.remove(context, new Seat(player, game));
  }

  /** The least game above {@code after} that {@code player} sits at. */
  static Optional<Long> nextOf(StateView view, Account player, long after) {
    return SEATS
        .next(view, new Seat(player, after))
        .filter(seat -> seat.player().equals(player))
        .map(Seat::game);
  }
}
