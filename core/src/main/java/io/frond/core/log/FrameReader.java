package io.frond.core.log;

import io.frond.core.environment.DiskFile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.apache.tuweni.bytes.Bytes;

/** Reads the frames of one segment, at any offset; {@link FrameWriter} has the layout. */
final class FrameReader {
  private static final int WINDOW_BYTES = 1 << 16;

  private final DiskFile file;
  private final long size;
  private final long marker;
  private final CRC32C crc = new CRC32C();
  private byte[] window = new byte[WINDOW_BYTES];
  private long windowStart;
  private int windowLength;
  private long offset;
  private int kind;
  private int length;
  private long position;
  private int link;
  private int checksum;

  FrameReader(DiskFile file, long marker) {
    this.file = file;
    this.size = file.size();
    this.marker = marker;
  }

  /** The length of the segment. */
  long size() {
    return size;
  }

  /** Whether a whole frame of this segment stands at this offset; then the rest speaks of it. */
  boolean readAt(long at) {
    if (!load(at, FrameWriter.HEADER_BYTES)) {
      return false;
    }
    ByteBuffer header = ByteBuffer.wrap(window).position((int) (at - windowStart));
    if (header.getLong() != marker) {
      return false;
    }
    offset = at;
    kind = header.get();
    length = header.getInt();
    position = header.getLong();
    link = header.getInt();
    checksum = header.getInt();
    return length >= 0
        && length <= LogLimits.MAX_RECORD_BYTES
        && load(at, FrameWriter.HEADER_BYTES + length)
        && checksum == actualChecksum();
  }

  boolean isMark() {
    return kind == FrameWriter.MARK;
  }

  long position() {
    return position;
  }

  int link() {
    return link;
  }

  int checksum() {
    return checksum;
  }

  /** The offset of the next frame. */
  long next() {
    return offset + FrameWriter.HEADER_BYTES + length;
  }

  Bytes payload() {
    int start = (int) (offset - windowStart) + FrameWriter.HEADER_BYTES;
    return Bytes.wrap(Arrays.copyOfRange(window, start, start + length));
  }

  /** Whether somewhere from {@code from} on stands a mark for more than {@code synced} records. */
  boolean hasMarkBeyond(long synced, long from) {
    for (long at = from; at + FrameWriter.HEADER_BYTES <= size; at++) {
      if (readAt(at) && isMark() && position > synced) {
        return true;
      }
    }
    return false;
  }

  private int actualChecksum() {
    int start = (int) (offset - windowStart);
    crc.reset();
    crc.update(window, start, FrameWriter.HEADER_BYTES - Integer.BYTES);
    crc.update(window, start + FrameWriter.HEADER_BYTES, length);
    return (int) crc.getValue();
  }

  /** Has these bytes in the window, unless the segment ends before. */
  private boolean load(long at, int count) {
    if (at + count > size) {
      return false;
    }
    if (at < windowStart || at + count > windowStart + windowLength) {
      if (count > window.length) {
        window = new byte[count];
      }
      windowStart = at;
      windowLength = file.read(at, window, 0, window.length);
    }
    return windowLength >= count;
  }
}
