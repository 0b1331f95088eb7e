package io.frond.core.environment;

import java.nio.file.Path;

/**
 * The one door to time, randomness and the disk. The network joins with the first adapter that
 * needs it: until then nothing in the core talks to another machine.
 */
public interface Environment {
  /**
   * The real clock, the platform's secure randomness, and files in one folder.
   *
   * @param root the folder of the files; it is made when it is not there
   * @throws java.io.UncheckedIOException if the folder cannot be made
   */
  static Environment system(Path root) {
    return new SystemEnvironment(Clock.system(), RandomSource.secure(), Disk.folder(root));
  }

  /** Time. */
  Clock clock();

  /** Randomness. */
  RandomSource random();

  /** Files. */
  Disk disk();
}
