package io.frond.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frond.core.environment.DiskFile;
import io.frond.core.environment.SimulatedEnvironment;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.junit.jupiter.api.Test;

/** Damage to what was synced is reported, and never taken for a crash. */
class CorruptLogTest {
  private static final LogLimits SMALL = new LogLimits(1000, 400);
  private static final String FIRST = SegmentHeader.fileName(0);

  private final List<Bytes> written = new ArrayList<>();

  private SimulatedEnvironment world(int groups) {
    written.clear();
    SimulatedEnvironment world = new SimulatedEnvironment(7);
    try (ChainLog log = FileChainLog.open(world, SMALL)) {
      for (int group = 0; group < groups; group++) {
        for (int i = 0; i < 3; i++) {
          Bytes record = Bytes.repeat((byte) group, 10 + i);
          written.add(record);
          log.append(record);
        }
        log.sync();
      }
    }
    return world;
  }

  private static List<Bytes> read(SimulatedEnvironment world) {
    try (ChainLog log = FileChainLog.open(world, SMALL)) {
      return ChainLogContract.records(log, 0);
    }
  }

  @Test
  void anyByteOfAClosedLogThatChangesIsReportedOrHarmless() {
    List<String> files = world(5).disk().list();
    assertThat(files).hasSizeGreaterThan(2);
    int reported = 0;
    int harmless = 0;
    for (String file : files) {
      for (int offset = 0; offset < size(world(5), file); offset++) {
        SimulatedEnvironment world = world(5);
        world.disk().damage(file, offset, 1 + offset % 255);
        try {
          assertThat(read(world)).as("%s at %d", file, offset).isEqualTo(written);
          harmless++;
        } catch (CorruptLogException e) {
          assertThat(e.position()).isBetween(0L, (long) written.size());
          reported++;
        }
      }
    }
    assertThat(harmless).as("the bytes of the very last mark").isEqualTo(FrameWriter.HEADER_BYTES);
    assertThat(reported).isGreaterThan(800);
  }

  private static long size(SimulatedEnvironment world, String name) {
    try (DiskFile file = world.disk().open(name)) {
      return file.size();
    }
  }

  @Test
  void theReportNamesTheFileAndTheFirstPositionThatIsLost() {
    SimulatedEnvironment world = world(1);
    world.disk().damage(FIRST, SegmentHeader.BYTES + FrameWriter.HEADER_BYTES + 10, 1);
    assertThatExceptionOfType(CorruptLogException.class)
        .isThrownBy(() -> FileChainLog.open(world, SMALL))
        .withMessage(FIRST + ", position 1: synced records are damaged at byte 75")
        .satisfies(e -> assertThat(e.file()).isEqualTo(FIRST))
        .satisfies(e -> assertThat(e.position()).isEqualTo(1));
  }

  @Test
  void aMissingFileIsReported() {
    for (int missing = 0; missing < 2; missing++) {
      SimulatedEnvironment world = world(5);
      List<String> files = world.disk().list();
      world.disk().delete(files.get(missing));
      assertThatExceptionOfType(CorruptLogException.class).isThrownBy(() -> read(world));
    }
  }

  @Test
  void aShortenedOlderFileIsReported() {
    SimulatedEnvironment world = world(5);
    try (DiskFile file = world.disk().open(FIRST)) {
      file.truncate(file.size() - 1);
    }
    assertThatExceptionOfType(CorruptLogException.class).isThrownBy(() -> read(world));
  }

  @Test
  void aReportChangesNothingAndFreesTheLock() {
    SimulatedEnvironment world = world(2);
    world.disk().damage(FIRST, SegmentHeader.BYTES, 1);
    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatExceptionOfType(CorruptLogException.class).isThrownBy(() -> read(world));
    }
    world.disk().damage(FIRST, SegmentHeader.BYTES, 1);
    assertThat(read(world)).isEqualTo(written);
  }

  @Test
  void recordsThatWereNeverSyncedAreCutEvenIfWholeOnesStandBehindABrokenOne() {
    SimulatedEnvironment world = new SimulatedEnvironment(8);
    FileChainLog log = FileChainLog.open(world);
    log.append(Bytes.of(1));
    log.sync();
    log.append(Bytes.of(2));
    log.append(Bytes.of(3));
    log.replay(0, (position, record) -> {});
    world.disk().kill();
    int second = SegmentHeader.BYTES + 2 * FrameWriter.HEADER_BYTES + 1;
    world.disk().damage(FIRST, second, 1);
    try (ChainLog recovered = FileChainLog.open(world)) {
      assertThat(ChainLogContract.records(recovered, 0)).containsExactly(Bytes.of(1));
    }
  }

  @Test
  void aRecordThatLooksLikeAFrameProvesNothing() {
    SimulatedEnvironment world = new SimulatedEnvironment(9);
    SimulatedEnvironment other = new SimulatedEnvironment(10);
    try (ChainLog log = FileChainLog.open(other)) {
      log.append(Bytes.of(1));
      log.append(Bytes.of(2));
    }
    Bytes forged = new FixedMarker(other, 0).content(FIRST);
    FileChainLog log = FileChainLog.open(world);
    log.append(forged);
    log.replay(0, (position, record) -> {});
    world.disk().kill();
    world.disk().damage(FIRST, SegmentHeader.BYTES, 1);
    try (ChainLog recovered = FileChainLog.open(world)) {
      assertThat(recovered.end()).isZero();
    }
  }
}
