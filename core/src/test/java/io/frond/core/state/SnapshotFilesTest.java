package io.frond.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frond.core.environment.Disk;
import io.frond.core.environment.DiskFile;
import io.frond.core.environment.SimulatedCrash;
import io.frond.core.environment.SimulatedDisk;
import io.frond.core.environment.SimulatedEnvironment;
import io.frond.vm.DecodeException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFilesTest extends SnapshotContract {
  private static final String FIVE = "snapshot-0000000000000000005";

  private final SimulatedDisk disk = new SimulatedEnvironment(1).disk();

  @Override
  StateStore store() {
    return StateStore.files(disk);
  }

  @Test
  void theNewestTwoAreKept() {
    for (int position = 1; position <= 4; position++) {
      store().save(snapshot(position, 2));
    }
    assertThat(disk.list())
        .containsExactly("snapshot-0000000000000000003", "snapshot-0000000000000000004");
  }

  @Test
  void aSnapshotWithAnyByteChangedIsPassedOverForTheOlder() {
    store().save(snapshot(4, 3));
    store().save(snapshot(5, 20));
    for (int offset = 0; offset < content(disk, FIVE).size(); offset++) {
      disk.damage(FIVE, offset, 0x10);
      assertSame(store().latest().orElseThrow(), snapshot(4, 3));
      disk.damage(FIVE, offset, 0x10);
    }
    assertSame(store().latest().orElseThrow(), snapshot(5, 20));
  }

  @Test
  void aSnapshotCutShortOrPrefixedToMoreIsPassedOver() {
    store().save(snapshot(5, 20));
    int size = content(disk, FIVE).size();
    try (DiskFile file = disk.open(FIVE)) {
      file.write(size, new byte[1], 0, 1);
      assertThat(store().latest()).isEmpty();
      for (int shorter = size - 1; shorter >= 0; shorter--) {
        file.truncate(shorter);
        assertThat(store().latest()).isEmpty();
      }
    }
  }

  @Test
  void randomBytesAreNoSnapshot() {
    SplittableRandom random = new SplittableRandom(3);
    try (DiskFile file = disk.create(FIVE)) {
      for (int i = 0; i < 300; i++) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        file.truncate(0);
        file.write(0, bytes, 0, bytes.length);
        assertThat(store().latest()).isEmpty();
      }
    }
  }

  @Test
  void aSnapshotUnderAnothersNameIsPassedOver() {
    store().save(snapshot(5, 2));
    disk.rename(FIVE, "snapshot-0000000000000000006");
    assertThat(store().latest()).isEmpty();
  }

  @Test
  void damageAfterItWasFoundWholeIsReported() {
    store().save(snapshot(5, 20));
    Snapshot latest = store().latest().orElseThrow();
    disk.damage(FIVE, 100, 1);
    assertThatExceptionOfType(DecodeException.class).isThrownBy(() -> entries(latest));
  }

  @Test
  void theBytesOfAFileAreFrozen() {
    Bytes32 root = Bytes32.repeat((byte) 0xab);
    store()
        .save(
            Snapshot.of(
                new SnapshotPoint(5, 3, root),
                sink -> sink.entry(2, new byte[] {1, 2}, new byte[] {7})));
    assertThat(content(disk, FIVE))
        .isEqualTo(
            Bytes.fromHexString(
                "0x66726f6e64736e70"
                    + "00000001"
                    + "0000000000000005"
                    + "0000000000000003"
                    + "abababababababababababababababababababababababababababababababab"
                    + "06e56ed4"
                    + "00000006"
                    + "02"
                    + "02"
                    + "0102"
                    + "01"
                    + "07"
                    + "0100d0cf"
                    + "00000000"
                    + "0000000000000001"
                    + "c248da5b"));
  }

  @Test
  void afterEachOfThousandsOfCrashesTheLatestSavedIsThereOrTheOneThatWasBeingSaved() {
    int interrupted = 0;
    for (long seed = 0; seed < 2000; seed++) {
      interrupted += crashes(seed);
    }
    assertThat(interrupted).isGreaterThan(5000);
  }

  private static int crashes(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    SimulatedDisk disk = new SimulatedEnvironment(seed).disk();
    StateStore store = StateStore.files(disk);
    long saved = 0;
    long next = 1;
    int interrupted = 0;
    for (int life = 0; life < 5; life++) {
      boolean fails = random.nextInt(4) == 0;
      int operation = 1 + random.nextInt(30);
      if (fails) {
        disk.failAtOperation(operation);
      } else {
        disk.crashAtOperation(operation);
      }
      try {
        while (true) {
          store.save(snapshot(next, (int) next * 7 % 40));
          saved = next++;
        }
      } catch (SimulatedCrash e) {
        disk.restart();
        interrupted++;
      } catch (UncheckedIOException e) {
        disk.kill();
        interrupted++;
      }
      long found = store.latest().map(latest -> latest.point().logPosition()).orElse(0L);
      assertThat(found).as("seed %d", seed).isBetween(saved, next);
      if (found > 0) {
        assertSame(store.latest().orElseThrow(), snapshot(found, (int) found * 7 % 40));
      }
      next = found + 1;
    }
    return interrupted;
  }

  @Test
  void realFilesKeepSnapshots(@TempDir Path folder) {
    for (int position = 1; position <= 3; position++) {
      StateStore.files(Disk.folder(folder)).save(snapshot(position, 5000));
    }
    assertSame(StateStore.files(Disk.folder(folder)).latest().orElseThrow(), snapshot(3, 5000));
    assertThat(Disk.folder(folder).list()).hasSize(2);
  }

  private static Bytes content(Disk disk, String name) {
    try (DiskFile file = disk.open(name)) {
      byte[] bytes = new byte[(int) file.size()];
      file.read(0, bytes, 0, bytes.length);
      return Bytes.wrap(bytes);
    }
  }
}
