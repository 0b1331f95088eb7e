package io.frond.core.state;

import io.frond.core.environment.Disk;
import io.frond.core.environment.DiskFile;
import io.frond.vm.DecodeException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file for each snapshot. It is written and synced under another name, so that under its own it
 * is whole; and an older one is deleted only when the name is durable.
 */
final class SnapshotFiles implements StateStore {
  private static final Logger LOGGER = LoggerFactory.getLogger(SnapshotFiles.class);
  private static final String PREFIX = "snapshot-";
  private static final String UNFINISHED = "snapshot-unfinished";
  private static final int KEPT = 2;

  private final Disk disk;

  SnapshotFiles(Disk disk) {
    this.disk = disk;
  }

  @Override
  public void save(Snapshot snapshot) {
    List<String> names = names();
    long position = snapshot.point().logPosition();
    if (!names.isEmpty()) {
      SnapshotWriter.checkOrder(positionOf(names.get(names.size() - 1)), position);
    }
    if (disk.list().contains(UNFINISHED)) {
      disk.delete(UNFINISHED);
    }
    try (DiskFile file = disk.create(UNFINISHED)) {
      new SnapshotWriter(file).write(snapshot);
    }
    disk.rename(UNFINISHED, nameOf(position));
    disk.sync();
    prune();
  }

  @Override
  public Optional<Snapshot> latest() {
    List<String> names = names();
    for (int i = names.size() - 1; i >= 0; i--) {
      String name = names.get(i);
      try {
        SnapshotPoint point = read(name, (section, key, value) -> {});
        if (point.logPosition() != positionOf(name)) {
          throw new DecodeException("holds the position " + point.logPosition());
        }
        return Optional.of(Snapshot.of(point, sink -> read(name, sink)));
      } catch (DecodeException | UncheckedIOException e) {
        LOGGER.warn("passing over {}, which is damaged: {}", name, e.getMessage());
      }
    }
    return Optional.empty();
  }

  private SnapshotPoint read(String name, SnapshotSink sink) {
    try (DiskFile file = disk.open(name)) {
      return new SnapshotReader(file).read(sink);
    }
  }

  private void prune() {
    List<String> names = names();
    for (String name : names.subList(0, Math.max(0, names.size() - KEPT))) {
      disk.delete(name);
    }
  }

  /** Ascending by position. */
  private List<String> names() {
    return disk.list().stream().filter(name -> name.matches(PREFIX + "[0-9]{19}")).toList();
  }

  private static String nameOf(long position) {
    String digits = Long.toString(position);
    return PREFIX + "0".repeat(19 - digits.length()) + digits;
  }

  private static long positionOf(String name) {
    return Long.parseLong(name.substring(PREFIX.length()));
  }
}
