package io.frond.core.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.junit.jupiter.api.Test;

/** What every disk does while nothing goes wrong. */
abstract class DiskContract {
  abstract Disk disk();

  static Bytes content(Disk disk, String name) {
    try (DiskFile file = disk.open(name)) {
      byte[] bytes = new byte[(int) file.size()];
      assertThat(file.read(0, bytes, 0, bytes.length)).isEqualTo(bytes.length);
      return Bytes.wrap(bytes);
    }
  }

  static void write(DiskFile file, long offset, int... values) {
    byte[] bytes = Bytes.of(values).toArray();
    file.write(offset, bytes, 0, bytes.length);
  }

  @Test
  void whatIsWrittenIsReadAtOnce() {
    Disk disk = disk();
    try (DiskFile file = disk.create("a")) {
      assertThat(file.size()).isZero();
      write(file, 0, 1, 2, 3);
      write(file, 3, 4);
      write(file, 1, 9);
      assertThat(file.size()).isEqualTo(4);
      assertThat(content(disk, "a")).isEqualTo(Bytes.of(1, 9, 3, 4));
      file.sync();
    }
    assertThat(content(disk, "a")).isEqualTo(Bytes.of(1, 9, 3, 4));
  }

  @Test
  void aReadGivesLessOnlyAtTheEnd() {
    try (DiskFile file = disk().create("a")) {
      write(file, 0, 1, 2, 3);
      byte[] target = new byte[5];
      assertThat(file.read(1, target, 1, 4)).isEqualTo(2);
      assertThat(target).containsExactly(0, 2, 3, 0, 0);
      assertThat(file.read(3, target, 0, 1)).isZero();
    }
  }

  @Test
  void aTruncatedFileGrowsAgainWithoutItsOldBytes() {
    Disk disk = disk();
    try (DiskFile file = disk.create("a")) {
      write(file, 0, 1, 2, 3);
      file.truncate(1);
      assertThat(file.size()).isEqualTo(1);
      write(file, 1, 7);
      assertThat(content(disk, "a")).isEqualTo(Bytes.of(1, 7));
    }
  }

  @Test
  void namesAreListedInOrderAndChangeAtOnce() {
    Disk disk = disk();
    disk.create("b").close();
    disk.create("c.d-1").close();
    disk.create("a").close();
    assertThat(disk.list()).containsExactly("a", "b", "c.d-1");
    disk.delete("b");
    disk.rename("a", "z");
    disk.sync();
    assertThat(disk.list()).containsExactly("c.d-1", "z");
  }

  @Test
  void aRenamedFileTakesTheOthersPlace() {
    Disk disk = disk();
    disk.create("old").close();
    try (DiskFile file = disk.create("new")) {
      write(file, 0, 1);
    }
    disk.rename("new", "old");
    assertThat(disk.list()).containsExactly("old");
    assertThat(content(disk, "old")).isEqualTo(Bytes.of(1));
  }

  @Test
  void whatIsNotThereAndWhatIsThereAlreadyAreErrors() {
    Disk disk = disk();
    disk.create("a").close();
    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> disk.create("a"));
    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> disk.open("b"));
    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> disk.delete("b"));
    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> disk.rename("b", "c"));
  }

  @Test
  void namesThatLeadOutOfTheFolderAreRefused() {
    Disk disk = disk();
    String longest = "a".repeat(100);
    disk.create(longest).close();
    assertThat(disk.list()).containsExactly(longest);
    for (String name : new String[] {"", ".", "..", "../a", "a/b", "A", "a\\b", longest + "a"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> disk.create(name));
      assertThatIllegalArgumentException().isThrownBy(() -> disk.open(name));
    }
  }

  @Test
  void aLockIsHeldByOneUntilItIsClosed() {
    Disk disk = disk();
    Optional<Disk.Lock> lock = disk.tryLock("lock");
    assertThat(lock).isPresent();
    assertThat(disk.tryLock("lock")).isEmpty();
    lock.orElseThrow().close();
    Optional<Disk.Lock> again = disk.tryLock("lock");
    assertThat(again).isPresent();
    lock.orElseThrow().close();
    assertThat(disk.tryLock("lock")).as("an old lock frees nothing").isEmpty();
    again.orElseThrow().close();
  }
}
