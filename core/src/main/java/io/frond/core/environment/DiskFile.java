package io.frond.core.environment;

/**
 * An open file. What is written is visible at once, and durable only after {@link #sync}: until
 * then a loss of power may keep any subset of the sectors, so parts of a late write may survive
 * while an early one is lost. Bytes that were synced survive, also beside others in a sector that
 * is being rewritten. After a failed {@link #sync} what was not durable before may never become so,
 * even if a later one succeeds, unless it is written again. For one thread.
 */
public interface DiskFile extends AutoCloseable {
  /** Length in bytes. */
  long size();

  /**
   * Reads {@code length} bytes, or up to the end of the file.
   *
   * @return how many bytes were read; fewer than {@code length} only at the end of the file
   */
  int read(long offset, byte[] target, int start, int length);

  /** Writes a range of bytes over what is at {@code offset}, which is at most {@link #size}. */
  void write(long offset, byte[] bytes, int start, int length);

  /** Forgets all bytes from {@code size} on, which is at most {@link #size}. */
  void truncate(long size);

  /** Makes the content and the length durable; not the name, see {@link Disk#sync}. */
  void sync();

  /** Gives the file back, without a sync; more than once does nothing. */
  @Override
  void close();
}
