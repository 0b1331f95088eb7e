package io.frond.core.log;

import io.frond.core.environment.Disk;
import io.frond.core.environment.DiskFile;

/** Small files that are there with all their content or not at all. */
final class DurableFile {
  private static final String UNFINISHED = "log-unfinished";

  private DurableFile() {}

  /** Writes a file, syncs it, gives it its name in place of an older one, and syncs the name. */
  static void create(Disk disk, String name, byte[] content) {
    removeUnfinished(disk);
    try (DiskFile file = disk.create(UNFINISHED)) {
      file.write(0, content, 0, content.length);
      file.sync();
    }
    disk.rename(UNFINISHED, name);
    disk.sync();
  }

  /** Removes what a crash left of {@link #create}. */
  static void removeUnfinished(Disk disk) {
    if (disk.list().contains(UNFINISHED)) {
      disk.delete(UNFINISHED);
    }
  }
}
