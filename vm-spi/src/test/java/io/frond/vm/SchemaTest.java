package io.frond.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SchemaTest {
  @Test
  void theCanonicalTextSaysTheWholeShape() {
    assertThat(Codec.of(Shapes.Atoms.class).schema().canonicalText())
        .isEqualTo(
            "Atoms(int64 aLong,int32 anInt,bool aBoolean,string aString,address anAccount,"
                + "bytes32 anAsset,bytes32 aWord,bytes someBytes,Side<BLACK|WHITE> aSide)");
    assertThat(Codec.of(Shapes.Match.class).schema().canonicalText())
        .isEqualTo(
            "Match(Step(Square(int32 file,int32 rank) from,Square(int32 file,int32 rank) to,"
                + "Side<BLACK|WHITE>? promotion)[] steps,int64[] clocks,string[][] notes,"
                + "Three(int32 first,int64 second,bool third)? end)");
    assertThat(Codec.of(Shapes.Command.class).schema().canonicalText())
        .isEqualTo(
            "Command{1:Resign(),3:Play(Step(Square(int32 file,int32 rank) from,"
                + "Square(int32 file,int32 rank) to,Side<BLACK|WHITE>? promotion) step,"
                + "address[] watchers),200:Offer(int64 stake,string? greeting)}");
  }

  @Test
  void aSchemaKeepsItsOwnParts() {
    List<Schema.Field> fields = new ArrayList<>();
    fields.add(new Schema.Field("bid", Schema.Atom.INT64));
    Schema.Struct struct = new Schema.Struct("Climb", fields);
    TreeMap<Integer, Schema.Struct> types = new TreeMap<>();
    types.put(1, struct);
    Schema.Choice choice = new Schema.Choice("Command", types);
    fields.clear();
    types.clear();
    assertThat(choice.canonicalText()).isEqualTo("Command{1:Climb(int64 bid)}");
    assertThatThrownBy(() -> choice.types().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aListOfNothingIsNoSchema() {
    Schema nothing = Codec.of(Shapes.Empty.class).schema();
    assertThatThrownBy(() -> new Schema.Sequence(nothing))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
