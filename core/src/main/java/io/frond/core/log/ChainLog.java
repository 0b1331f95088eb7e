package io.frond.core.log;

import org.apache.tuweni.bytes.Bytes;

/**
 * Records in one order, each at a position: 0, 1, 2 and so on, without gaps. A record is durable
 * once {@link #sync} has returned after its {@link #append}; many appends share one sync. After a
 * crash the log is what was synced, and perhaps some of the records appended next, in their order:
 * never one of them without all before it, and never anything else. For one thread.
 *
 * <p>Errors of the device are {@link java.io.UncheckedIOException}; after one the log refuses
 * everything but {@link #close}, since only opening it anew can tell what it holds.
 */
public interface ChainLog extends AutoCloseable {
  /** A log that lives and dies with this object. */
  static ChainLog inMemory() {
    return new MemoryChainLog();
  }

  /**
   * Adds a record, copied, at the end.
   *
   * @return its position
   * @throws IllegalArgumentException if it is larger than the log takes
   */
  long append(Bytes record);

  /**
   * Makes every record so far durable.
   *
   * @return {@link #end}
   */
  long sync();

  /** The position that the next record gets, which is the number of records. */
  long end();

  /**
   * Gives the records from position {@code from} to {@link #end}, synced or not.
   *
   * @throws CorruptLogException if a record that was synced cannot be read
   */
  void replay(long from, Visitor visitor);

  /**
   * Removes the records from position {@code end} on; what stays, and that the rest is gone, is
   * durable. After a crash within, the log is as before or as after.
   */
  void cut(long end);

  /** Syncs, unless the log failed before, and gives the files back. */
  @Override
  void close();

  /** Sees one record after the other, and may not call the log meanwhile. */
  @FunctionalInterface
  interface Visitor {
    /** A record; the bytes are the visitor's to keep. */
    void record(long position, Bytes record);
  }
}
