package io.frond.examples.chess;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.examples.chess.rules.ChessRules;
import io.frond.examples.chess.rules.Color;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.Codec;
import io.frond.vm.CommandCodec;
import io.frond.vm.EscrowId;
import io.frond.vm.StateItem;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class ChessCodecTest {
  private static final Account WHITE = Account.ofWords(1, 2, 3);
  private static final Account BLACK = Account.ofWords(4, 5, 6);

  @Test
  void commandsHaveOneEncodingEach() {
    CommandCodec<ChessCommand> codec = Codec.of(ChessCommand.class);
    assertEncoding(codec, new ChessCommand.Open(100), "010000000000000064");
    assertEncoding(codec, new ChessCommand.Join(1), "020000000000000001");
    assertEncoding(codec, new ChessCommand.Move(2, "e2e4"), "0300000000000000020465326534");
    assertEncoding(codec, new ChessCommand.Resign(3), "040000000000000003");
    assertEncoding(codec, new ChessCommand.OfferDraw(4), "050000000000000004");
    assertEncoding(codec, new ChessCommand.AcceptDraw(5), "060000000000000005");
  }

  @Test
  void stateValuesComeBackAsTheyWere() {
    EscrowId escrow = new EscrowId(Bytes32.leftPad(Bytes.of(7)));
    Match open = new Match(WHITE, Optional.empty(), 100, escrow, 50);
    assertRoundTrip(Codec.of(Match.class), open);
    assertRoundTrip(Codec.of(Match.class), open.joinedBy(BLACK));
    Board board = Board.open().started();
    assertRoundTrip(Codec.of(Board.class), board);
    assertRoundTrip(Codec.of(Board.class), board.offered(Color.BLACK));
    assertRoundTrip(Codec.of(Seat.class), new Seat(BLACK, 9));
    assertRoundTrip(
        Codec.of(ChessEvents.Ended.class), new ChessEvents.Ended(1, Phase.DRAWN, 100, 100));
  }

  @Test
  void theModuleDeclaresItsStateByName() {
    ChessModule module = new ChessModule(AssetId.named("GOLD"));
    assertThat(module.state())
        .extracting(StateItem::name)
        .containsExactly("next-game", "matches", "boards", "seats", "seat-counts");
    assertThat(module.codec().schema()).isEqualTo(Codec.of(ChessCommand.class).schema());
  }

  @Test
  void anOfferLapsesWhenTheOtherPlayerMoves() {
    Board offered = Board.open().started().offered(Color.WHITE);
    assertThat(offered.moved(ChessRules.START, Color.WHITE).drawOffer()).contains(Color.WHITE);
    assertThat(offered.moved(ChessRules.START, Color.BLACK).drawOffer()).isEmpty();
    assertThat(offered.ended(Phase.DRAWN).drawOffer()).isEmpty();
  }

  private static void assertEncoding(
      CommandCodec<ChessCommand> codec, ChessCommand command, String hex) {
    assertThat(codec.encode(command)).isEqualTo(Bytes.fromHexString(hex));
    assertThat(codec.decode(Bytes.fromHexString(hex))).isEqualTo(command);
  }

  private static <T> void assertRoundTrip(Codec<T> codec, T value) {
    assertThat(codec.decode(codec.encode(value))).isEqualTo(value);
  }
}
