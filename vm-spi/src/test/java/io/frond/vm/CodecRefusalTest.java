package io.frond.vm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tuweni.bytes.MutableBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has no canonical encoding is refused where it is declared, by the component's name. */
@SuppressWarnings({"UnusedVariable", "ArrayRecordComponent"})
class CodecRefusalTest {
  record ADouble(double wrong) {}

  record AFloat(float wrong) {}

  record AChar(char wrong) {}

  record AByte(byte wrong) {}

  record AShort(short wrong) {}

  record ABox(Long wrong) {}

  record AMap(Map<String, Long> wrong) {}

  record ASet(Set<Long> wrong) {}

  record AnArray(byte[] wrong) {}

  record AClass(StringBuilder wrong) {}

  record ABigInteger(BigInteger wrong) {}

  record AnObject(Object wrong) {}

  record ARawList(@SuppressWarnings("rawtypes") List wrong) {}

  record AWildcard(List<?> wrong) {}

  record AnArrayList(ArrayList<Long> wrong) {}

  record AListOfDoubles(List<Double> wrong) {}

  record MutableByteString(MutableBytes wrong) {}

  record AnOpenInterface(Comparable<Long> wrong) {}

  record OptionalOptional(Optional<Optional<Long>> wrong) {}

  record AListOfNothing(List<Shapes.Empty> wrong) {}

  record Loop(List<Loop> wrong) {}

  record GenericPart(Generic<Long> wrong) {}

  record Nested(ADouble inner) {}

  record Generic<T>(T value) {}

  static final class Other {
    record Three(long wrong) {}
  }

  record Namesakes(Shapes.Three fine, Other.Three wrong) {}

  record lower(long bid) {}

  record Cash$(long bid) {}

  record OddComponent(long price$) {}

  enum Nobody {}

  enum OddConstant {
    SUMMER$
  }

  sealed interface Unnumbered permits First {}

  record First() implements Unnumbered {}

  sealed interface Twice permits Second, Third {}

  @CommandType(7)
  record Second() implements Twice {}

  @CommandType(7)
  record Third() implements Twice {}

  sealed interface Zero permits Fourth {}

  @CommandType(0)
  record Fourth() implements Zero {}

  sealed interface TooHigh permits Fifth {}

  @CommandType(Codec.MAX_TYPE_NUMBER + 1)
  record Fifth() implements TooHigh {}

  sealed interface OfClasses permits Sixth {}

  static final class Sixth implements OfClasses {}

  sealed interface Outer permits Inner {}

  sealed interface Inner extends Outer permits Seventh {}

  @CommandType(1)
  record Seventh() implements Inner {}

  sealed interface Tree permits Leaf, Node {}

  @CommandType(1)
  record Leaf(long value) implements Tree {}

  @CommandType(2)
  record Node(Tree wrong, Tree right) implements Tree {}

  @ParameterizedTest
  @ValueSource(
      classes = {
        ADouble.class,
        AFloat.class,
        AChar.class,
        AByte.class,
        AShort.class,
        ABox.class,
        AMap.class,
        ASet.class,
        AnArray.class,
        AClass.class,
        ABigInteger.class,
        AnObject.class,
        ARawList.class,
        AWildcard.class,
        AnArrayList.class,
        AListOfDoubles.class,
        MutableByteString.class,
        AnOpenInterface.class,
        OptionalOptional.class,
        AListOfNothing.class,
        Loop.class,
        GenericPart.class,
        Namesakes.class,
        Node.class
      })
  void aComponentWithoutACanonicalEncodingIsRefusedByName(Class<?> type) {
    assertThatThrownBy(() -> Codec.of(type))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(type.getName() + ".wrong");
  }

  @Test
  void theNameIsThatOfTheRecordThatHoldsTheComponent() {
    assertThatThrownBy(() -> Codec.of(Nested.class))
        .hasMessageContaining("CodecRefusalTest$ADouble.wrong")
        .hasMessageContaining("double");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Object.class,
        String.class,
        Long.class,
        Sixth.class,
        Comparable.class,
        Shapes.Side.class,
        Generic.class,
        lower.class,
        Cash$.class,
        OddComponent.class,
        Unnumbered.class,
        Twice.class,
        Zero.class,
        TooHigh.class,
        OfClasses.class,
        Outer.class,
        Tree.class
      })
  void aTypeThatIsNoCommandIsRefusedByName(Class<?> type) {
    assertThatThrownBy(() -> Codec.of(type))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected")
        .hasMessageContaining(type.getSimpleName().substring(0, 1));
  }

  @Test
  void twoRecordsOfOneNumberAreBothNamed() {
    assertThatThrownBy(() -> Codec.of(Twice.class))
        .hasMessageContaining("@CommandType(7)")
        .hasMessageContaining("Second")
        .hasMessageContaining("Third");
  }

  @Test
  void anEnumNeedsConstantsOfAsciiNames() {
    assertThatThrownBy(() -> Codec.ofEnum(Nobody.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Codec.ofEnum(OddConstant.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void composedCodecsObeyTheSameRules() {
    assertThatThrownBy(() -> Codec.listOf(Codec.of(Shapes.Empty.class)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Codec.optionalOf(Codec.optionalOf(Codec.LONG)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
