package io.frond.core.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDiskTest extends DiskContract {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Override
  Disk disk() {
    return Environment.system(folder).disk();
  }

  @Test
  void theFolderIsMadeWithAllAboveIt() throws Exception {
    Path deep = folder.resolve("a").resolve("b");
    Disk.folder(deep).create("file").close();
    assertThat(Files.exists(deep.resolve("file"))).isTrue();
    assertThat(Disk.folder(folder).list()).as("folders are no files").isEmpty();
  }

  @Test
  void twoWaysToOneFolderShareItsLocks() throws Exception {
    Path link =
        Files.createSymbolicLink(
            folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
    try (Disk.Lock lock = Disk.folder(link).tryLock("lock").orElseThrow()) {
      assertThat(lock).isNotNull();
      assertThat(Disk.folder(folder.resolve("real")).tryLock("lock")).isEmpty();
    }
  }
}
