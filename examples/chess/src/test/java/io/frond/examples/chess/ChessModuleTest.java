package io.frond.examples.chess;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.chain.ChainParams;
import io.frond.core.outcome.Status;
import io.frond.examples.chess.ChessCommand.AcceptDraw;
import io.frond.examples.chess.ChessCommand.Join;
import io.frond.examples.chess.ChessCommand.Move;
import io.frond.examples.chess.ChessCommand.OfferDraw;
import io.frond.examples.chess.ChessCommand.Open;
import io.frond.examples.chess.ChessCommand.Resign;
import io.frond.examples.chess.rules.ChessRules;
import io.frond.testkit.DevChain;
import io.frond.testkit.Spend;
import io.frond.testkit.Wallet;
import io.frond.vm.AssetId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChessModuleTest {
  private static final AssetId GOLD = AssetId.named("GOLD");
  private static final long GAME_BLOCKS = 30;

  private final DevChain chain =
      DevChain.builder()
          .module("chess", new ChessModule(GOLD, GAME_BLOCKS))
          .asset(GOLD)
          .params(ChainParams.defaults())
          .open();
  private final Wallet white = chain.wallet("white");
  private final Wallet black = chain.wallet("black");
  private final Wallet other = chain.wallet("other");

  @BeforeEach
  void everybodyBringsAThousand() {
    chain.enqueueDeposit(white, GOLD, 1_000);
    chain.enqueueDeposit(black, GOLD, 1_000);
    chain.enqueueDeposit(other, GOLD, 1_000);
    chain.mine(2);
  }

  @AfterEach
  void close() {
    chain.close();
  }

  @Test
  void matePaysBothStakesToTheWinner() {
    begin();
    assertThat(chain.balance(white, GOLD)).isEqualTo(900);
    assertThat(chain.balance(black, GOLD)).isEqualTo(900);
    takes(white, new Move(1, "f2f3"));
    takes(black, new Move(1, "e7e5"));
    takes(white, new Move(1, "g2g4"));
    takes(black, new Move(1, "d8h4"));
    assertThat(phase(1)).isEqualTo(Phase.BLACK_WON);
    assertBalances(900, 1_100);
    assertThat(board(1).fen())
        .isEqualTo("rnb1kbnr/pppp1ppp/8/4p3/6Pq/5P2/PPPPP2P/RNBQKBNR w KQkq - 1 3");
  }

  @Test
  void whoResignsLosesBothStakesWhoeverIsToMove() {
    begin();
    takes(black, new Resign(1));
    assertThat(phase(1)).isEqualTo(Phase.WHITE_WON);
    assertBalances(1_100, 900);
  }

  @Test
  void aGameThatNobodyJoinedIsTakenBack() {
    takes(white, new Open(100), 100);
    takes(white, new Resign(1));
    assertThat(phase(1)).isEqualTo(Phase.CANCELLED);
    assertThat(chain.balance(white, GOLD)).isEqualTo(1_000);
    refuses(black, new Join(1), "game 1 is over", 100);
  }

  @Test
  void anAgreedDrawGivesEachStakeBack() {
    begin();
    takes(white, new OfferDraw(1));
    refuses(white, new OfferDraw(1), "a draw is offered already in game 1");
    refuses(white, new AcceptDraw(1), "your opponent offers no draw in game 1");
    takes(black, new AcceptDraw(1));
    assertThat(phase(1)).isEqualTo(Phase.DRAWN);
    assertBalances(1_000, 1_000);
  }

  @Test
  void anOfferLapsesWhenTheOpponentMoves() {
    begin();
    takes(white, new Move(1, "e2e4"));
    takes(white, new OfferDraw(1));
    takes(black, new Move(1, "e7e5"));
    refuses(black, new AcceptDraw(1), "your opponent offers no draw in game 1");
  }

  @Test
  void illegalMovesAndStrangersAreRefusedAndChangeNothing() {
    begin();
    refuses(white, new Move(1, "e2e5"), "e2e5 is not legal in game 1");
    refuses(white, new Move(1, "hello world"), "a move is e2e4 or e7e8q");
    refuses(black, new Move(1, "e7e5"), "it is not your turn in game 1");
    refuses(other, new Move(1, "e2e4"), "you do not play game 1");
    refuses(other, new Resign(1), "you do not play game 1");
    refuses(other, new Join(1), "game 1 has two players", 100);
    refuses(white, new Move(2, "e2e4"), "there is no game 2");
    assertThat(board(1).fen()).isEqualTo(ChessRules.START);
    assertBalances(900, 900);
  }

  @Test
  void aStakeIsPositiveAndWithinWhatWasSigned() {
    refuses(white, new Open(0), "a stake is above 0, not 0");
    assertThat(send(white, new Open(100), 99)).isEqualTo(new Status.SpendLimit(0));
    assertThat(send(white, new Open(1_001), 1_001)).isEqualTo(new Status.Insufficient(0));
    takes(white, new Open(100), 100);
    refuses(white, new Move(1, "e2e4"), "nobody has joined game 1");
    refuses(white, new Join(1), "you cannot play against yourself", 100);
    assertThat(send(black, new Join(1), 99)).isEqualTo(new Status.SpendLimit(0));
    assertThat(phase(1)).isEqualTo(Phase.OPEN);
  }

  @Test
  void nobodyMovesAfterTheEnd() {
    begin();
    takes(white, new Resign(1));
    refuses(white, new Move(1, "e2e4"), "game 1 is over");
    refuses(black, new OfferDraw(1), "game 1 is over");
    refuses(black, new Resign(1), "game 1 is over");
  }

  @Test
  void anAccountSitsAtThirtyTwoBoardsAtMost() {
    for (int game = 1; game <= ChessModule.MAX_GAMES; game++) {
      takes(white, new Open(1), 1);
    }
    refuses(white, new Open(1), "you play 32 games already", 1);
    takes(white, new Resign(7));
    takes(white, new Open(1), 1);
  }

  @Test
  void whoForcesAnExitResignsWhatRunsAndTakesBackWhatWaits() {
    begin();
    takes(white, new Open(50), 50);
    chain.forceExit(white);
    chain.mine(2);
    assertThat(phase(1)).isEqualTo(Phase.BLACK_WON);
    assertThat(phase(2)).isEqualTo(Phase.CANCELLED);
    assertThat(chain.balance(white, GOLD)).isZero();
    assertThat(chain.balance(black, GOLD)).isEqualTo(1_100);
    assertThat(chain.claim(white, GOLD)).isEqualTo(900);
  }

  @Test
  void aGameOutOfTimeCanOnlyBeDrawn() {
    begin();
    chain.mine(GAME_BLOCKS + 1);
    refuses(white, new Move(1, "e2e4"), "game 1 ran out at parent height 32");
    takes(white, new OfferDraw(1));
    assertThat(phase(1)).isEqualTo(Phase.DRAWN);
    assertBalances(1_000, 1_000);
  }

  @Test
  void aPlayerOfManyRunningGamesIsOutByOneRequest() {
    for (int game = 1; game <= ChessModule.MAX_GAMES; game++) {
      takes(white, new Open(1), 1);
      takes(game % 2 == 0 ? black : other, new Join(game), 1);
    }
    chain.forceExit(white);
    chain.mine(2);
    for (int game = 1; game <= ChessModule.MAX_GAMES; game++) {
      assertThat(phase(game)).isEqualTo(Phase.BLACK_WON);
    }
    assertThat(chain.claim(white, GOLD)).isEqualTo(1_000 - ChessModule.MAX_GAMES);
  }

  private void begin() {
    takes(white, new Open(100), 100);
    takes(black, new Join(1), 100);
    assertThat(phase(1)).isEqualTo(Phase.PLAYING);
  }

  private void assertBalances(long ofWhite, long ofBlack) {
    assertThat(chain.balance(white, GOLD)).isEqualTo(ofWhite);
    assertThat(chain.balance(black, GOLD)).isEqualTo(ofBlack);
  }

  private void takes(Wallet by, ChessCommand command) {
    takes(by, command, 0);
  }

  private void takes(Wallet by, ChessCommand command, long limit) {
    assertThat(send(by, command, limit)).isEqualTo(new Status.Success());
  }

  private void refuses(Wallet by, ChessCommand command, String reason) {
    refuses(by, command, reason, 0);
  }

  private void refuses(Wallet by, ChessCommand command, String reason, long limit) {
    Status status = send(by, command, limit);
    assertThat(status).isInstanceOf(Status.Reverted.class);
    assertThat(((Status.Reverted) status).message()).isEqualTo(reason);
  }

  private Status send(Wallet by, ChessCommand command, long limit) {
    Spend[] spends = limit == 0 ? new Spend[0] : new Spend[] {Spend.of(GOLD, limit)};
    return chain.send(by, command, spends).outcome().status();
  }

  private Phase phase(long game) {
    return board(game).phase();
  }

  private Board board(long game) {
    return chain.<Board>query(view -> ChessModule.board(view, game).orElseThrow());
  }
}
