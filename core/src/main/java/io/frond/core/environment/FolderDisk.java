package io.frond.core.environment;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of this machine. */
final class FolderDisk implements Disk {
  private static final boolean WINDOWS = File.separatorChar == '\\';

  private final Path root;

  private FolderDisk(Path root) {
    this.root = root;
  }

  static FolderDisk at(Path root) {
    try {
      Path absolute = root.toAbsolutePath();
      boolean isNew = !Files.exists(absolute);
      Files.createDirectories(absolute);
      if (isNew) {
        syncAncestors(absolute);
      }
      return new FolderDisk(absolute.toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> list() {
    try (Stream<Path> files = Files.list(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public DiskFile create(String name) {
    Path file = path(name);
    try {
      if (!file.toFile().createNewFile()) {
        throw new FileAlreadyExistsException(file.toString());
      }
      return new FolderFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public DiskFile open(String name) {
    Path file = path(name);
    try {
      if (!Files.isRegularFile(file)) {
        throw new NoSuchFileException(file.toString());
      }
      return new FolderFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void rename(String from, String to) {
    try {
      Files.move(
          path(from),
          path(to),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void delete(String name) {
    try {
      Files.delete(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void sync() {
    try {
      syncFolder(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<Lock> tryLock(String name) {
    return FolderLock.tryLock(path(name));
  }

  private Path path(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a file name: expected " + NAME + ", actual " + name);
    }
    return root.resolve(name);
  }

  private static void syncAncestors(Path folder) throws IOException {
    for (Path above = folder.getParent(); above != null; above = above.getParent()) {
      if (Files.isReadable(above)) {
        syncFolder(above);
      }
    }
  }

  /** Windows offers no such call; NTFS journals its folders. */
  private static void syncFolder(Path folder) throws IOException {
    if (!WINDOWS) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /**
   * Uses {@link RandomAccessFile}, because a {@link FileChannel} is closed for good when the thread
   * that writes to it is interrupted, and the threads belong to the host.
   */
  private static final class FolderFile implements DiskFile {
    private final RandomAccessFile file;

    FolderFile(Path path) throws IOException {
      file = new RandomAccessFile(path.toFile(), "rw");
    }

    @Override
    public long size() {
      try {
        return file.length();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public int read(long offset, byte[] target, int start, int length) {
      try {
        file.seek(offset);
        int done = 0;
        while (done < length) {
          int count = file.read(target, start + done, length - done);
          if (count < 0) {
            break;
          }
          done += count;
        }
        return done;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void write(long offset, byte[] bytes, int start, int length) {
      try {
        file.seek(offset);
        file.write(bytes, start, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void truncate(long size) {
      try {
        file.setLength(size);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void sync() {
      try {
        file.getFD().sync();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
