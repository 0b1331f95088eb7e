package io.frond.core.log;

import io.frond.core.environment.Disk;
import io.frond.core.environment.DiskFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest file of a log, to which records are added. */
final class TailSegment implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(TailSegment.class);

  private final String name;
  private final DiskFile file;
  private final SegmentHeader header;
  private FrameWriter writer;
  private long end;

  private TailSegment(String name, DiskFile file) {
    this.name = name;
    this.file = file;
    this.header = SegmentHeader.read(file, name);
    this.writer = new FrameWriter(file, header.marker(), SegmentHeader.BYTES, header.checksum());
    this.end = header.first();
  }

  /** A segment as a crash may have left it; afterwards what it holds is durable. */
  static TailSegment recover(Disk disk, long first) {
    return open(disk, first, Long.MAX_VALUE);
  }

  /** A segment without the records from {@code end} on, which may be half gone already. */
  static TailSegment cut(Disk disk, long first, long end) {
    return open(disk, first, end);
  }

  private static TailSegment open(Disk disk, long first, long stopAt) {
    String name = SegmentHeader.fileName(first);
    DiskFile file = disk.open(name);
    boolean isOpen = false;
    try {
      TailSegment tail = new TailSegment(name, file);
      tail.load(stopAt);
      isOpen = true;
      return tail;
    } finally {
      if (!isOpen) {
        file.close();
      }
    }
  }

  /** The position of the next record. */
  long end() {
    return end;
  }

  /** Whether there is a record. */
  boolean hasRecords() {
    return end > header.first();
  }

  /** The length of the file, with what is still to be written. */
  long size() {
    return writer.size();
  }

  /** How much of it is still to be written. */
  int pendingBytes() {
    return writer.pendingBytes();
  }

  /** The checksum of the last frame. */
  int link() {
    return writer.link();
  }

  void append(byte[] record) {
    writer.record(end, record);
    end++;
  }

  /** Hands everything to the file, without a sync. */
  void flush() {
    writer.flush();
  }

  /** Makes everything durable. */
  void sync() {
    writer.flush();
    file.sync();
  }

  /** Notes, without a sync, that everything so far was synced. */
  void mark() {
    writer.mark(end);
    writer.flush();
  }

  @Override
  public void close() {
    file.close();
  }

  private void load(long stopAt) {
    FrameReader reader = new FrameReader(file, header.marker());
    SegmentScan scan = SegmentScan.of(reader, header, stopAt, record -> {});
    boolean isCut = stopAt != Long.MAX_VALUE;
    if (isCut ? scan.end() != stopAt : reader.hasMarkBeyond(scan.end(), scan.offset())) {
      throw new CorruptLogException(
          name, scan.end(), "synced records are damaged at byte " + scan.offset());
    }
    if (reader.size() > scan.offset()) {
      if (!isCut) {
        LOGGER.info(
            "{}: cutting {} bytes that were never synced, from position {} on",
            name,
            reader.size() - scan.offset(),
            scan.end());
      }
      file.truncate(scan.offset());
    }
    rewrite(scan.markOffset(), (int) (scan.offset() - scan.markOffset()));
    file.sync();
    end = scan.end();
    writer = new FrameWriter(file, header.marker(), scan.offset(), scan.link());
    if (end > scan.markedEnd()) {
      mark();
    }
  }

  /** See {@link FileChainLog} for why. */
  private void rewrite(long offset, int length) {
    byte[] bytes = new byte[length];
    if (file.read(offset, bytes, 0, length) < length) {
      throw new CorruptLogException(name, end, "the file became shorter while it was read");
    }
    file.write(offset, bytes, 0, length);
  }
}
