package io.frond.core.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.core.tx.Chains.Move;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import io.frond.vm.Codec;
import io.frond.vm.CommandCodec;
import io.frond.vm.DecodeException;
import io.frond.vm.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.tuweni.bytes.Bytes;
import org.junit.jupiter.api.Test;

class CommandCatalogTest {
  static final class Elsewhere {
    record Climb(long bid) {}

    record Clock(long seconds) {}

    record Wind(Elsewhere.Clock clock) {}
  }

  record Rewind(Chains.Clock clock) {}

  private static CommandCatalog.Module module(String name, Class<?> type) {
    return CommandCatalog.Module.of(name, Codec.of(type));
  }

  @Test
  void theWireTypeIsSeventeenTimesTheNumberPlusTheModule() {
    assertThat(Chains.CATALOG.all())
        .extracting(CommandEntry::wireType)
        .containsExactly(17, 18, 35, 86);
    CommandEntry move = Chains.CATALOG.find(35).orElseThrow();
    assertThat(move.module()).isEqualTo("chess");
    assertThat(move.moduleIndex()).isEqualTo(1);
    assertThat(move.typeNumber()).isEqualTo(2);
    assertThat(move.schema().name()).isEqualTo("Move");
    assertThat(Chains.CATALOG.find(34)).isEmpty();
    assertThat(Chains.CATALOG.find(19)).isEmpty();
  }

  @Test
  void aCommandComesBackFromItsWireForm() {
    Move move = new Move(7, "e2e4");
    Command command = Chains.CATALOG.encode("chess", move);
    assertThat(command)
        .isEqualTo(new Command(35, Bytes.fromHexString("0x0000000000000007" + "04" + "65326534")));
    CommandEntry entry = Chains.CATALOG.find(command.wireType()).orElseThrow();
    assertThat(entry.decode(command.fields())).isEqualTo(move);
    assertThatThrownBy(() -> entry.decode(Bytes.concatenate(command.fields(), Bytes.of(0))))
        .isInstanceOf(DecodeException.class);
  }

  @Test
  void aCommandOfAnotherModuleIsRefused() {
    assertThatThrownBy(() -> Chains.CATALOG.encode("hill", new Move(1, "e2e4")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Chains.CATALOG.encode("chess", new Chains.Climb(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Chains.CATALOG.encode("go", new Chains.Climb(1)))
        .hasMessageContaining("expected one of [hill, chess], actual go");
  }

  @Test
  void twoModulesCannotShareTheNameOfACommand() {
    assertThatThrownBy(
            () ->
                CommandCatalog.of(
                    List.of(module("a", Chains.Climb.class), module("b", Elsewhere.Climb.class))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("command Climb")
        .hasMessageContaining("a and b");
    assertThatThrownBy(
            () ->
                CommandCatalog.of(
                    List.of(module("a", Chains.Climb.class), module("b", Chains.Climb.class))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNestedRecordsNameStandsForOneListOfFields() {
    assertThat(
            CommandCatalog.of(
                    List.of(module("chess", Chains.ChessCommand.class), module("b", Rewind.class)))
                .all())
        .hasSize(4);
    assertThatThrownBy(
            () ->
                CommandCatalog.of(
                    List.of(
                        module("chess", Chains.ChessCommand.class),
                        module("b", Elsewhere.Wind.class))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("record Clock of module b");
  }

  @Test
  void modulesHaveDistinctNamesAndAreOneToSeventeen() {
    assertThatThrownBy(() -> CommandCatalog.of(List.of())).hasMessageContaining("actual 0");
    assertThatThrownBy(
            () ->
                CommandCatalog.of(
                    List.of(module("a", Chains.Climb.class), module("a", Rewind.class))))
        .hasMessageContaining("actual twice a");
    List<CommandCatalog.Module> modules = new ArrayList<>();
    for (int i = 0; i < CommandCatalog.MAX_MODULES; i++) {
      assertThat(CommandCatalog.of(with(modules, i)).modules()).hasSize(i + 1);
    }
    assertThatThrownBy(() -> CommandCatalog.of(with(modules, 17)))
        .hasMessageContaining("actual 18");
  }

  /** One more module, with a command of a name of its own. */
  private static List<CommandCatalog.Module> with(List<CommandCatalog.Module> modules, int number) {
    Schema.Struct command = new Schema.Struct("Command" + number, List.of());
    modules.add(new CommandCatalog.Module("m" + number, new NamedOnly(command)));
    return modules;
  }

  /** A codec that only names its command. */
  private record NamedOnly(Schema.Struct schema) implements CommandCodec<Object> {
    @Override
    public SortedMap<Integer, Schema.Struct> types() {
      return new TreeMap<>(Map.of(1, schema));
    }

    @Override
    public int typeNumber(Object command) {
      return 1;
    }

    @Override
    public void encodeFields(Object command, ByteWriter out) {}

    @Override
    public Object decodeFields(int typeNumber, ByteReader in) {
      return this;
    }

    @Override
    public void encode(Object value, ByteWriter out) {}

    @Override
    public Object decode(ByteReader in) {
      return this;
    }
  }
}
