package io.frond.core.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.apache.tuweni.bytes.Bytes;
import org.junit.jupiter.api.Test;

class SimulatedDiskTest extends DiskContract {
  private static final int SECTOR = 512;
  private final SimulatedDisk disk = new SimulatedEnvironment(1).disk();

  @Override
  Disk disk() {
    return disk;
  }

  private static DiskFile durable(SimulatedDisk disk, int sectors) {
    DiskFile file = disk.create("a");
    file.write(0, sectors(sectors, 1), 0, sectors * SECTOR);
    file.sync();
    disk.sync();
    return file;
  }

  private static byte[] sectors(int count, int value) {
    byte[] bytes = new byte[count * SECTOR];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  @Test
  void whatWasSyncedSurvivesEveryCrashAndWhatWasNotMayGo() {
    Set<Bytes> seen = new TreeSet<>();
    for (long seed = 0; seed < 200; seed++) {
      SimulatedDisk world = new SimulatedEnvironment(seed).disk();
      DiskFile file = durable(world, 1);
      write(file, 0, 2);
      world.crash();
      seen.add(content(world, "a").slice(0, 2));
      assertThat(content(world, "a").slice(1)).isEqualTo(Bytes.repeat((byte) 1, SECTOR - 1));
    }
    assertThat(seen).containsExactly(Bytes.of(1, 1), Bytes.of(2, 1));
  }

  @Test
  void sectorsSurviveInAnySubsetSoLateOnesWithoutEarlyOnes() {
    Set<String> seen = new TreeSet<>();
    for (long seed = 0; seed < 500; seed++) {
      SimulatedDisk world = new SimulatedEnvironment(seed).disk();
      DiskFile file = durable(world, 2);
      file.write(0, sectors(1, 2), 0, SECTOR);
      file.write(SECTOR, sectors(1, 3), 0, SECTOR);
      world.crash();
      Bytes content = content(world, "a");
      seen.add(content.get(0) + " " + content.get(SECTOR));
    }
    assertThat(seen).containsExactly("1 1", "1 3", "2 1", "2 3");
  }

  @Test
  void oneWriteIsTornBetweenAndInsideSectors() {
    boolean insideSeen = false;
    boolean betweenSeen = false;
    for (long seed = 0; seed < 1000; seed++) {
      SimulatedDisk world = new SimulatedEnvironment(seed).disk();
      DiskFile file = durable(world, 2);
      file.write(0, sectors(2, 2), 0, 2 * SECTOR);
      world.crash();
      Bytes content = content(world, "a");
      betweenSeen |= content.get(0) != content.get(SECTOR);
      insideSeen |= content.get(0) != content.get(SECTOR - 1);
    }
    assertThat(betweenSeen).isTrue();
    assertThat(insideSeen).isTrue();
  }

  @Test
  void anAppendedSectorThatIsLostMayLeaveItsLengthWithZerosOrGarbage() {
    Set<String> seen = new TreeSet<>();
    for (long seed = 0; seed < 1000; seed++) {
      SimulatedDisk world = new SimulatedEnvironment(seed).disk();
      DiskFile file = durable(world, 1);
      file.write(SECTOR, sectors(1, 2), 0, SECTOR);
      world.crash();
      Bytes content = content(world, "a");
      assertThat(content.slice(0, SECTOR)).isEqualTo(Bytes.repeat((byte) 1, SECTOR));
      if (content.size() == SECTOR) {
        seen.add("short");
      } else {
        Bytes rest = content.slice(SECTOR);
        boolean isWhole = rest.equals(Bytes.repeat((byte) 2, SECTOR));
        seen.add(isWhole ? "whole" : rest.isZero() ? "zeros" : "other");
      }
    }
    assertThat(seen).containsExactly("other", "short", "whole", "zeros");
  }

  @Test
  void namesAreDurableOnlyOnceTheFolderIsSynced() {
    Set<String> seen = new TreeSet<>();
    for (long seed = 0; seed < 500; seed++) {
      SimulatedDisk world = new SimulatedEnvironment(seed).disk();
      world.create("kept").close();
      world.create("old").close();
      world.sync();
      world.create("new").close();
      world.rename("old", "other");
      world.delete("kept");
      world.crash();
      seen.add(String.join(" ", world.list()));
    }
    assertThat(seen)
        .containsExactly(
            "kept new old",
            "kept new other",
            "kept old",
            "kept other",
            "new old",
            "new other",
            "old",
            "other");
  }

  @Test
  void afterAFailedSyncALaterOneDoesNotSaveWhatWasNotWrittenAgain() {
    Set<Bytes> seen = new TreeSet<>();
    for (long seed = 0; seed < 200; seed++) {
      SimulatedDisk world = new SimulatedEnvironment(seed).disk();
      DiskFile file = durable(world, 1);
      write(file, 0, 2);
      world.failAtOperation(1);
      assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(file::sync);
      assertThat(content(world, "a").get(0)).as("readers see it").isEqualTo((byte) 2);
      file.sync();
      world.crash();
      seen.add(content(world, "a").slice(0, 1));
    }
    assertThat(seen).containsExactly(Bytes.of(1), Bytes.of(2));
  }

  @Test
  void aCrashInAnOperationStopsTheMachineUntilItIsRestarted() {
    DiskFile file = durable(disk, 1);
    disk.crashAtOperation(2);
    write(file, 0, 2);
    assertThatExceptionOfType(SimulatedCrash.class)
        .isThrownBy(() -> write(file, 1, 2))
        .withMessage("crash at operation " + disk.operations());
    assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(disk::list);
    disk.restart();
    assertThat(disk.list()).containsExactly("a");
    assertThatExceptionOfType(SimulatedCrash.class)
        .isThrownBy(file::sync)
        .withMessage("the process that opened a is dead");
  }

  @Test
  void aKilledProcessLosesItsHandlesAndLocksAndNoByte() {
    DiskFile file = durable(disk, 1);
    assertThat(disk.tryLock("lock")).isPresent();
    write(file, 0, 2);
    disk.kill();
    assertThat(content(disk, "a").get(0)).isEqualTo((byte) 2);
    assertThat(disk.tryLock("lock")).isPresent();
    assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(file::size);
  }

  @Test
  void oneSeedGivesOneFate() {
    for (long seed = 0; seed < 50; seed++) {
      assertThat(fate(seed)).isEqualTo(fate(seed));
    }
    assertThat(fate(1)).isNotEqualTo(fate(2));
  }

  private static String fate(long seed) {
    SimulatedEnvironment world = new SimulatedEnvironment(seed);
    DiskFile file = durable(world.disk(), 4);
    for (int i = 0; i < 20; i++) {
      file.write(i * 100L, sectors(1, i + 2), 0, SECTOR);
    }
    world.disk().create("b").close();
    world.disk().crash();
    return world.disk().list() + " " + content(world.disk(), "a") + " " + world.random().nextLong();
  }

  @Test
  void theClockMovesByHandAndMayGoBack() {
    SimulatedClock clock = new SimulatedEnvironment(1).clock();
    assertThat(clock.nowMs()).isZero();
    clock.set(1000);
    clock.advance(-1);
    assertThat(clock.nowMs()).isEqualTo(999);
  }
}
