package io.frond.core.environment;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A lock of the operating system on a file, which the kernel frees when the process dies. The file
 * stays: if it were deleted, two processes could hold locks on two files of one name.
 */
final class FolderLock implements Disk.Lock {
  /**
   * The locks of this process. The kernel gives a process its own lock twice, and takes it away as
   * soon as any handle to the file is closed, so a second attempt must not even open the file.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final RandomAccessFile file;
  private final AtomicBoolean isClosed = new AtomicBoolean();

  private FolderLock(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  static Optional<Disk.Lock> tryLock(Path path) {
    if (!HELD.add(path)) {
      return Optional.empty();
    }
    boolean locked = false;
    try {
      RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
      try {
        locked = lock(file);
      } finally {
        if (!locked) {
          file.close();
        }
      }
      return locked ? Optional.of(new FolderLock(path, file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (!locked) {
        HELD.remove(path);
      }
    }
  }

  /** The lock lives as long as the file is open. */
  private static boolean lock(RandomAccessFile file) throws IOException {
    FileLock lock = file.getChannel().tryLock();
    return lock != null;
  }

  @Override
  public void close() {
    if (isClosed.getAndSet(true)) {
      return;
    }
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD.remove(path);
    }
  }
}
