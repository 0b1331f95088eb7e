package io.frond.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.junit.jupiter.api.Test;

/** What every log keeps, whatever it is made of. */
abstract class ChainLogContract {
  abstract ChainLog open();

  static List<Bytes> records(ChainLog log, long from) {
    List<Bytes> records = new ArrayList<>();
    log.replay(
        from,
        (position, record) -> {
          assertThat(position).isEqualTo(from + records.size());
          records.add(record);
        });
    return records;
  }

  private static Bytes bytes(int value) {
    return Bytes.of(value, value + 1);
  }

  @Test
  void positionsCountFromZeroWithoutGaps() {
    try (ChainLog log = open()) {
      assertThat(log.end()).isZero();
      assertThat(log.append(bytes(1))).isEqualTo(0);
      assertThat(log.append(Bytes.EMPTY)).isEqualTo(1);
      assertThat(log.end()).isEqualTo(2);
      assertThat(log.sync()).isEqualTo(2);
      assertThat(log.append(bytes(2))).isEqualTo(2);
    }
  }

  @Test
  void replayGivesTheRecordsInOrderSyncedOrNot() {
    try (ChainLog log = open()) {
      log.append(bytes(1));
      log.sync();
      log.append(Bytes.EMPTY);
      log.append(bytes(3));
      assertThat(records(log, 0)).containsExactly(bytes(1), Bytes.EMPTY, bytes(3));
      assertThat(records(log, 2)).containsExactly(bytes(3));
      assertThat(records(log, 3)).isEmpty();
    }
  }

  @Test
  void aRecordIsCopiedWhenItEnters() {
    try (ChainLog log = open()) {
      byte[] mutable = {1, 2};
      log.append(Bytes.wrap(mutable));
      mutable[0] = 9;
      assertThat(records(log, 0)).containsExactly(Bytes.of(1, 2));
    }
  }

  @Test
  void aCutRemovesTheRecordsFromItsPositionOnAndTheLogGoesOnThere() {
    try (ChainLog log = open()) {
      for (int i = 0; i < 40; i++) {
        log.append(bytes(i));
      }
      log.cut(3);
      assertThat(log.end()).isEqualTo(3);
      assertThat(log.append(bytes(77))).isEqualTo(3);
      log.sync();
      assertThat(records(log, 0)).containsExactly(bytes(0), bytes(1), bytes(2), bytes(77));
      log.cut(0);
      assertThat(records(log, 0)).isEmpty();
    }
  }

  @Test
  void positionsBeyondTheEndAreRefused() {
    try (ChainLog log = open()) {
      log.append(bytes(1));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> log.replay(2, (position, record) -> {}))
          .withMessage("replay: expected a position of 0 to 1, actual 2");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> log.cut(2))
          .withMessage("cut: expected a position of 0 to 1, actual 2");
      assertThatIllegalArgumentException().isThrownBy(() -> log.cut(-1));
    }
  }
}
