package io.frond.core.environment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of one folder, by simple name: 1 to 100 of {@code a-z 0-9 . -}, starting with a letter
 * or digit. Creations, renames and deletions are visible at once, and durable only after {@link
 * #sync}; until then a loss of power may keep any subset of them. Errors of the device are {@link
 * java.io.UncheckedIOException}, after which the effect of the operation is unknown. For one
 * thread.
 */
public interface Disk {
  /** What a name looks like. */
  Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");

  /** The files in a folder of this machine, which is made when it is not there. */
  static Disk folder(Path root) {
    return FolderDisk.at(root);
  }

  /** The names of all files, ascending. */
  List<String> list();

  /** A new, empty file; an error when the name is taken. */
  DiskFile create(String name);

  /** A file that is there; an error when it is not. */
  DiskFile open(String name);

  /** Gives a file another name, in place of a file that has it; nobody sees both or neither. */
  void rename(String from, String to);

  /** Removes a file; an error when it is not there. */
  void delete(String name);

  /** Makes all creations, renames and deletions so far durable; not the content of files. */
  void sync();

  /**
   * Takes a lock that no other process, and nobody else in this one, then gets; it ends when it is
   * closed or when the process dies in whatever way.
   *
   * @return empty while somebody else holds it
   */
  Optional<Lock> tryLock(String name);

  /** A held lock. */
  interface Lock extends AutoCloseable {
    /** Frees the lock; more than once does nothing. */
    @Override
    void close();
  }
}
