package io.frond.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.vm.Split.Part;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitTest {
  private static final Account FIRST = Account.ofWords(1, 0, 0);
  private static final Account SECOND = Account.ofWords(2, 0, 0);
  private static final Account LAST = Account.ofWords(-1, 0, 0);

  @Test
  void equalPartsAreInTheOrderOfTheAccounts() {
    assertThat(Split.evenly(LAST, FIRST).parts())
        .containsExactly(new Part(FIRST, 1), new Part(LAST, 1));
  }

  @Test
  void whoIsNamedTwiceHasTwoParts() {
    assertThat(Split.evenly(SECOND, FIRST, SECOND).parts())
        .containsExactly(new Part(FIRST, 1), new Part(SECOND, 2));
    assertThat(Split.to(SECOND)).isEqualTo(Split.evenly(SECOND));
  }

  @Test
  void thereAreOneToSixteenParts() {
    refused(parts(0), "expected 1 to 16 parts, actual 0");
    assertThat(new Split(parts(1)).parts()).hasSize(1);
    assertThat(new Split(parts(15)).parts()).hasSize(15);
    assertThat(new Split(parts(16)).parts()).hasSize(16);
    refused(parts(17), "expected 1 to 16 parts, actual 17");
  }

  @Test
  void weightsAreAboveZeroAndSumBelowTwoToThe63() {
    refused(List.of(new Part(FIRST, 0)), "expected a weight above 0, actual 0");
    refused(List.of(new Part(FIRST, -1)), "actual -1");
    long max = Long.MAX_VALUE;
    assertThat(new Split(List.of(new Part(FIRST, max))).parts()).hasSize(1);
    assertThat(new Split(List.of(new Part(FIRST, max - 1), new Part(SECOND, 1))).parts())
        .hasSize(2);
    refused(List.of(new Part(FIRST, max), new Part(SECOND, 1)), "below 2^63");
    refused(
        List.of(new Part(FIRST, max), new Part(SECOND, max), new Part(LAST, max)), "below 2^63");
  }

  @Test
  void accountsAreDistinctAndAscending() {
    refused(List.of(new Part(SECOND, 1), new Part(FIRST, 1)), "ascending");
    refused(List.of(new Part(FIRST, 1), new Part(FIRST, 1)), "distinct");
    refused(List.of(new Part(LAST, 1), new Part(FIRST, 1)), "ascending");
  }

  @Test
  void aSplitKeepsItsOwnParts() {
    List<Part> parts = new ArrayList<>(parts(2));
    Split split = new Split(parts);
    parts.clear();
    assertThat(split.parts()).hasSize(2);
  }

  @Test
  void aSplitIsAnOrdinaryStateValue() {
    Codec<Split> codec = Codec.of(Split.class);
    Split split = Split.evenly(SECOND, FIRST);
    assertThat(codec.schema().canonicalText())
        .isEqualTo("Split(Part(address account,int64 weight)[] parts)");
    assertThat(codec.decode(codec.encode(split))).isEqualTo(split);
    ByteWriter descending = new ByteWriter().uv(2);
    descending.account(SECOND).u64(1).account(FIRST).u64(1);
    assertThatThrownBy(() -> codec.decode(descending.toBytes()))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("ascending");
  }

  private static List<Part> parts(int count) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(new Part(Account.ofWords(0, 0, i), 1));
    }
    return parts;
  }

  private static void refused(List<Part> parts, String why) {
    assertThatThrownBy(() -> new Split(parts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
