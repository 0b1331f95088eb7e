package io.frond.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandCodecTest {
  record Terms(long value) {}

  record Spend(long value) {}

  record Sequence(long value) {}

  record EIP712Domain(long value) {}

  record HoldsTerms(Optional<Terms> inner) {}

  record NamedTerms(long terms) {}

  record Inner(long terms) {}

  record Fine(Inner inner, List<Shapes.Three> list) {}

  record HoldsChoice(Shapes.Command inner) {}

  record HoldsChoiceDeep(List<Optional<HoldsChoice>> inners) {}

  @Test
  void aRecordHasTheNumberOne() {
    CommandCodec<Fine> codec = CommandCodec.checked(Codec.of(Fine.class));
    assertThat(codec.types()).containsOnlyKeys(1);
    assertThat(codec.types().get(1)).isEqualTo(codec.schema());
    ByteReader noFields = ByteReader.of(new byte[0]);
    assertThatThrownBy(() -> codec.decodeFields(2, noFields))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("expected type number 1, actual 2");
  }

  @Test
  void theRecordsOfASealedInterfaceHaveTheirNumbers() {
    CommandCodec<Shapes.Command> codec = CommandCodec.checked(Codec.of(Shapes.Command.class));
    assertThat(codec.types().values())
        .extracting(Schema.Struct::name)
        .containsExactly("Resign", "Play", "Offer");
    ByteReader noFields = ByteReader.of(new byte[0]);
    assertThat(codec.decodeFields(1, noFields)).isEqualTo(new Shapes.Resign());
    for (int unknown : new int[] {-1, 0, 2, 4, 199, 201, Codec.MAX_TYPE_NUMBER + 1}) {
      assertThatThrownBy(() -> codec.decodeFields(unknown, noFields))
          .isInstanceOf(DecodeException.class);
    }
  }

  @Test
  void aStateValueMayHoldASealedInterfaceAndACommandMayNot() {
    Codec<HoldsChoice> state = Codec.of(HoldsChoice.class);
    HoldsChoice value = new HoldsChoice(new Shapes.Resign());
    assertThat(state.decode(state.encode(value))).isEqualTo(value);
    refused(state, "HoldsChoice.inner");
    refused(Codec.of(HoldsChoiceDeep.class), "HoldsChoice.inner");
  }

  @Test
  void onlyRecordsAndSealedInterfacesOfRecordsAreCommands() {
    refused(Codec.LONG, "actual int64");
    refused(Codec.listOf(Codec.of(Fine.class)), "Fine(");
    refused(Codec.ofEnum(Shapes.Side.class), "Side<BLACK|WHITE>");
  }

  @Test
  void theNamesOfTheTransactionAreTaken() {
    refused(Codec.of(Terms.class), "Terms");
    refused(Codec.of(Spend.class), "Spend");
    refused(Codec.of(Sequence.class), "Sequence");
    refused(Codec.of(EIP712Domain.class), "EIP712Domain");
    refused(Codec.of(HoldsTerms.class), "Terms");
    refused(Codec.of(NamedTerms.class), "NamedTerms.terms");
  }

  private static void refused(Codec<?> codec, String why) {
    assertThatThrownBy(() -> CommandCodec.checked(codec))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
