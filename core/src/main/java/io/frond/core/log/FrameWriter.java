package io.frond.core.log;

import io.frond.core.environment.DiskFile;
import io.frond.vm.ByteWriter;
import java.util.zip.CRC32C;

/**
 * Collects frames and appends them to a segment. A frame is
 *
 * <pre>
 *   marker    8   of the segment: random, so that no record can look like a frame
 *   kind      1   1 record, 2 mark
 *   length    4   of the payload; 0 for a mark
 *   position  8   of the record; for a mark: every record before it was synced when it was written
 *   link      4   checksum of the frame before, in the first frame that of the segment's header
 *   checksum  4   CRC-32C of all above and the payload
 *   payload
 * </pre>
 */
final class FrameWriter {
  static final int HEADER_BYTES = 29;
  static final int RECORD = 1;
  static final int MARK = 2;

  private final DiskFile file;
  private final long marker;
  private final CRC32C crc = new CRC32C();
  private final ByteWriter pending = new ByteWriter();
  private long written;
  private int link;

  FrameWriter(DiskFile file, long marker, long offset, int link) {
    this.file = file;
    this.marker = marker;
    this.written = offset;
    this.link = link;
  }

  /** The length of the segment once everything is written. */
  long size() {
    return written + pending.size();
  }

  /** How much is not yet written. */
  int pendingBytes() {
    return pending.size();
  }

  /** The checksum of the last frame. */
  int link() {
    return link;
  }

  void record(long position, byte[] payload) {
    frame(RECORD, position, payload);
  }

  void mark(long position) {
    frame(MARK, position, new byte[0]);
  }

  /** Hands everything to the file, without a sync. */
  void flush() {
    file.write(written, pending.array(), 0, pending.size());
    written += pending.size();
    pending.reset();
  }

  private void frame(int kind, long position, byte[] payload) {
    int start = pending.size();
    pending.u64(marker).u8(kind).u32(payload.length).u64(position).u32(link);
    crc.reset();
    crc.update(pending.array(), start, pending.size() - start);
    crc.update(payload, 0, payload.length);
    link = (int) crc.getValue();
    pending.u32(link).raw(payload);
  }
}
