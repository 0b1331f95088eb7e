package io.frond.core.state;

import io.frond.core.environment.Disk;
import java.util.Optional;

/**
 * Keeps whole states of the chain, so that a restart replays the end of the log and not all of it.
 * The log alone is the truth: a snapshot that is lost costs time and nothing else. For one thread.
 */
public interface StateStore {
  /** A store that lives and dies with this object. */
  static StateStore inMemory() {
    return new SnapshotMemory();
  }

  /** A store in files named {@code snapshot-<log position>}; the newest two are kept. */
  static StateStore files(Disk disk) {
    return new SnapshotFiles(disk);
  }

  /**
   * Keeps this snapshot, durably when this returns; after a crash within it is there whole or not
   * at all. The log must be synced to the snapshot's position before.
   *
   * @throws IllegalArgumentException if a snapshot of a later log position is kept already
   * @throws java.io.UncheckedIOException if the disk fails; older snapshots stay
   */
  void save(Snapshot snapshot);

  /**
   * The newest snapshot that is whole. One that is damaged is passed over with a warning. A
   * snapshot beyond the end of the log shows that the log has lost what it had synced.
   */
  Optional<Snapshot> latest();
}
