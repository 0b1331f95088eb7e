package io.frond.core.log;

import java.util.function.Consumer;

/**
 * The frames of a segment up to a position, or up to the first that is not whole or does not follow
 * from the one before.
 *
 * @param end the position after the last record
 * @param offset where the last frame ends
 * @param link its checksum
 * @param markedEnd how many records the last mark says were synced
 * @param markOffset where these end
 */
record SegmentScan(long end, long offset, int link, long markedEnd, long markOffset) {
  /**
   * Reads from the start of the segment.
   *
   * @param stopAt the position of the first record not to read
   * @param visitor sees the reader at each record
   */
  static SegmentScan of(
      FrameReader reader, SegmentHeader header, long stopAt, Consumer<FrameReader> visitor) {
    long end = header.first();
    long offset = SegmentHeader.BYTES;
    int link = header.checksum();
    long markedEnd = end;
    long markOffset = offset;
    while (reader.readAt(offset) && reader.link() == link && reader.position() == end) {
      if (reader.isMark()) {
        markedEnd = end;
        markOffset = offset;
      } else if (end == stopAt) {
        break;
      } else {
        visitor.accept(reader);
        end++;
      }
      link = reader.checksum();
      offset = reader.next();
    }
    return new SegmentScan(end, offset, link, markedEnd, markOffset);
  }
}
