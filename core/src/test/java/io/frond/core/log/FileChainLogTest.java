package io.frond.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.frond.core.environment.SimulatedEnvironment;
import java.io.UncheckedIOException;
import org.apache.tuweni.bytes.Bytes;
import org.junit.jupiter.api.Test;

class FileChainLogTest extends ChainLogContract {
  private static final LogLimits SMALL = new LogLimits(100, 200);

  private final SimulatedEnvironment environment = new SimulatedEnvironment(1);

  @Override
  FileChainLog open() {
    return FileChainLog.open(environment, SMALL);
  }

  @Test
  void aRecordOfTheLimitIsTakenAndOneByteMoreIsRefused() {
    try (ChainLog log = open()) {
      log.append(Bytes.repeat((byte) 1, 99));
      log.append(Bytes.repeat((byte) 2, 100));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> log.append(Bytes.repeat((byte) 3, 101)))
          .withMessage("a record: expected at most 100 bytes, actual 101");
      assertThat(log.append(Bytes.EMPTY)).as("a refusal breaks nothing").isEqualTo(2);
    }
  }

  @Test
  void aSegmentTakesExactlyItsSize() {
    int room = 200 - SegmentHeader.BYTES - 2 * FrameWriter.HEADER_BYTES;
    assertThat(segmentsAfter(room - 1)).isEqualTo(1);
    assertThat(segmentsAfter(room)).isEqualTo(1);
    assertThat(segmentsAfter(room + 1)).isEqualTo(2);
  }

  private static long segmentsAfter(int bytesInTwoRecords) {
    SimulatedEnvironment world = new SimulatedEnvironment(2);
    try (ChainLog log = FileChainLog.open(world, SMALL)) {
      log.append(Bytes.repeat((byte) 1, 50));
      log.append(Bytes.repeat((byte) 2, bytesInTwoRecords - 50));
    }
    return world.disk().list().stream().filter(SegmentHeader::isFileName).count();
  }

  @Test
  void aRecordLargerThanASegmentHasAFileOfItsOwn() {
    LogLimits tiny = new LogLimits(100, 1);
    try (ChainLog log = FileChainLog.open(environment, tiny)) {
      log.append(Bytes.repeat((byte) 1, 100));
      log.append(Bytes.EMPTY);
    }
    assertThat(environment.disk().list())
        .containsExactly("log-0000000000000000000", "log-0000000000000000001");
  }

  @Test
  void limitsOutsideTheirRangeAreRefused() {
    assertThat(new LogLimits(1, 1).maxRecordBytes()).isEqualTo(1);
    assertThat(new LogLimits(1 << 28, 1 << 30).segmentBytes()).isEqualTo(1 << 30);
    assertThatIllegalArgumentException().isThrownBy(() -> new LogLimits(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new LogLimits(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new LogLimits((1 << 28) + 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new LogLimits(1, (1 << 30) + 1));
  }

  @Test
  void smallerLimitsReadWhatLargerOnesWrote() {
    try (ChainLog log = open()) {
      log.append(Bytes.repeat((byte) 1, 100));
    }
    try (ChainLog log = FileChainLog.open(environment, new LogLimits(1, 1))) {
      assertThat(records(log, 0)).containsExactly(Bytes.repeat((byte) 1, 100));
    }
  }

  @Test
  void aSecondOpeningIsRefusedUntilTheFirstIsClosed() {
    FileChainLog first = open();
    assertThatExceptionOfType(LogInUseException.class).isThrownBy(this::open);
    first.append(Bytes.of(1));
    first.close();
    try (ChainLog log = open()) {
      assertThat(records(log, 0)).containsExactly(Bytes.of(1));
    }
  }

  @Test
  void afterAFailureOfTheDeviceTheLogRefusesEverythingUntilItIsOpenedAnew() {
    FileChainLog log = open();
    log.append(Bytes.of(1));
    log.sync();
    log.append(Bytes.of(2));
    environment.disk().failAtOperation(1);
    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(log::sync);
    assertThatIllegalStateException().isThrownBy(() -> log.append(Bytes.of(3)));
    assertThatIllegalStateException().isThrownBy(log::sync);
    assertThatIllegalStateException().isThrownBy(() -> log.cut(0));
    assertThatIllegalStateException().isThrownBy(() -> log.replay(0, (position, record) -> {}));
    log.close();
    log.close();
    try (ChainLog again = open()) {
      assertThat(records(again, 0)).startsWith(Bytes.of(1)).doesNotContain(Bytes.of(3));
    }
  }

  @Test
  void theBytesOfAFileAreFrozen() {
    FixedMarker world = new FixedMarker(environment, 0x1122334455667788L);
    try (ChainLog log = FileChainLog.open(world)) {
      log.append(Bytes.fromHexString("0xc0ffee"));
    }
    assertThat(world.content("log-0000000000000000000"))
        .isEqualTo(
            Bytes.fromHexString(
                // header
                "0x66726f6e646c6f67"
                    + "00000001"
                    + "0000000000000000"
                    + "1122334455667788"
                    + "00000000"
                    + "c427e72a"
                    // record
                    + "1122334455667788"
                    + "01"
                    + "00000003"
                    + "0000000000000000"
                    + "c427e72a"
                    + "f291ad14"
                    + "c0ffee"
                    // mark
                    + "1122334455667788"
                    + "02"
                    + "00000000"
                    + "0000000000000001"
                    + "f291ad14"
                    + "1858a544"));
  }
}
