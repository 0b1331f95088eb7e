package io.frond.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

/** What every store of snapshots keeps. */
abstract class SnapshotContract {
  abstract StateStore store();

  /** A snapshot whose content depends on its position and size alone. */
  static Snapshot snapshot(long position, int entries) {
    Bytes32 root = Bytes32.leftPad(Bytes.ofUnsignedLong(position * 31 + 7));
    return Snapshot.of(
        new SnapshotPoint(position, position / 2, root),
        sink -> {
          for (int i = 0; i < entries; i++) {
            byte[] key = Bytes.ofUnsignedLong(position * 1000 + i).toArray();
            sink.entry(i % 3, key, Bytes.repeat((byte) i, i % 200).toArray());
          }
        });
  }

  /** The entries as text. */
  static List<String> entries(Snapshot snapshot) {
    List<String> entries = new ArrayList<>();
    snapshot.entries(
        (section, key, value) ->
            entries.add(section + " " + Bytes.wrap(key) + " " + Bytes.wrap(value)));
    return entries;
  }

  static void assertSame(Snapshot actual, Snapshot expected) {
    assertThat(actual.point()).isEqualTo(expected.point());
    assertThat(entries(actual)).isEqualTo(entries(expected));
  }

  private static Snapshot single(int section, int keyBytes, int valueBytes) {
    return Snapshot.of(
        new SnapshotPoint(1, 1, Bytes32.ZERO),
        sink -> sink.entry(section, new byte[keyBytes], new byte[valueBytes]));
  }

  @Test
  void anEmptyStoreHasNoSnapshot() {
    assertThat(store().latest()).isEmpty();
  }

  @Test
  void theLatestComesBackEntryByEntryInOrderAsOftenAsOneLikes() {
    StateStore store = store();
    store.save(snapshot(5, 3));
    store.save(snapshot(9, 10_000));
    Snapshot latest = store.latest().orElseThrow();
    assertSame(latest, snapshot(9, 10_000));
    assertSame(latest, snapshot(9, 10_000));
  }

  @Test
  void aSnapshotWithoutEntriesIsKept() {
    StateStore store = store();
    store.save(snapshot(0, 0));
    assertSame(store.latest().orElseThrow(), snapshot(0, 0));
  }

  @Test
  void thePositionMayStandStillAndNeverFalls() {
    StateStore store = store();
    store.save(snapshot(5, 3));
    store.save(snapshot(5, 4));
    assertSame(store.latest().orElseThrow(), snapshot(5, 4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.save(snapshot(4, 1)))
        .withMessage("a snapshot: expected a log position of at least 5, actual 4");
  }

  @Test
  void entriesOfTheLimitsAreKeptAndBeyondThemRefused() {
    StateStore store = store();
    Snapshot largest = single(255, SnapshotSink.MAX_KEY_BYTES, SnapshotSink.MAX_VALUE_BYTES);
    store.save(largest);
    assertThat(store.latest().orElseThrow().point()).isEqualTo(largest.point());
    store
        .latest()
        .orElseThrow()
        .entries(
            (section, key, value) -> {
              assertThat(section).isEqualTo(255);
              assertThat(key).hasSize(SnapshotSink.MAX_KEY_BYTES);
              assertThat(value).hasSize(SnapshotSink.MAX_VALUE_BYTES);
            });
    List<Snapshot> tooLarge =
        List.of(
            single(256, 0, 0),
            single(-1, 0, 0),
            single(0, SnapshotSink.MAX_KEY_BYTES + 1, 0),
            single(0, 0, SnapshotSink.MAX_VALUE_BYTES + 1));
    for (Snapshot snapshot : tooLarge) {
      assertThatIllegalArgumentException().isThrownBy(() -> store.save(snapshot));
    }
    assertThat(store.latest().orElseThrow().point()).isEqualTo(largest.point());
  }

  @Test
  void aPointBeforeTheStartIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SnapshotPoint(-1, 0, Bytes32.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> new SnapshotPoint(0, -1, Bytes32.ZERO));
  }
}
