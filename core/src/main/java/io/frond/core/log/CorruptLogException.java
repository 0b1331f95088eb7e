package io.frond.core.log;

/**
 * The log has lost or altered what it had synced: not a crash, but a damaged disk, a lost file or a
 * foreign hand. Nothing was changed or cut; the operator restores a copy, and signs nothing more in
 * this epoch.
 */
public final class CorruptLogException extends RuntimeException {
  private final String file;
  private final long position;

  CorruptLogException(String file, long position, String what) {
    super(file + ", position " + position + ": " + what);
    this.file = file;
    this.position = position;
  }

  /** The name of the damaged file. */
  public String file() {
    return file;
  }

  /** The first position that cannot be read. */
  public long position() {
    return position;
  }
}
