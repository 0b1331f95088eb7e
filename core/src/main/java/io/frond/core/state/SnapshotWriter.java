package io.frond.core.state;

import io.frond.core.environment.DiskFile;
import io.frond.vm.ByteWriter;
import java.util.zip.CRC32C;

/**
 * Writes the file of a snapshot. It is a header, chunks, and an end:
 *
 * <pre>
 *   "frondsnp", version u32, log position u64, block number u64, state root 32, checksum u32
 *   length u32 (at least 1), entries, checksum u32
 *   0 u32, number of entries u64, checksum u32
 *   entry: section u8, key length uv, key, value length uv, value
 * </pre>
 *
 * A checksum is CRC-32C over the checksum before (0 at first) and what stands between the two, so
 * chunks that are lost, doubled or out of place are found too.
 */
final class SnapshotWriter {
  static final long MAGIC = 0x66726f6e64736e70L;
  static final int VERSION = 1;
  static final int HEADER_BYTES = 64;

  /** A chunk ends with the entry that reaches this size. */
  static final int CHUNK_BYTES = 1 << 18;

  /** The longest chunk. */
  static final int MAX_CHUNK_BYTES =
      CHUNK_BYTES + SnapshotSink.MAX_KEY_BYTES + SnapshotSink.MAX_VALUE_BYTES + 16;

  private final DiskFile file;
  private final CRC32C crc = new CRC32C();
  private final ByteWriter chunk = new ByteWriter(CHUNK_BYTES);
  private final ByteWriter frame = new ByteWriter(HEADER_BYTES);
  private long offset;
  private long count;
  private int link;

  SnapshotWriter(DiskFile file) {
    this.file = file;
  }

  /** Writes all of it, and syncs the file. */
  void write(Snapshot snapshot) {
    SnapshotPoint point = snapshot.point();
    frame.reset().u64(MAGIC).u32(VERSION).u64(point.logPosition()).u64(point.blockNumber());
    seal(frame.raw(point.stateRoot()));
    snapshot.entries(this::entry);
    endChunk();
    seal(frame.reset().u32(0).u64(count));
    file.sync();
  }

  static void checkOrder(long newest, long position) {
    if (position < newest) {
      throw new IllegalArgumentException(
          "a snapshot: expected a log position of at least " + newest + ", actual " + position);
    }
  }

  static void checkEntry(int section, byte[] key, byte[] value) {
    check("section", section, 255);
    check("key length", key.length, SnapshotSink.MAX_KEY_BYTES);
    check("value length", value.length, SnapshotSink.MAX_VALUE_BYTES);
  }

  private static void check(String what, int actual, int max) {
    if (actual < 0 || actual > max) {
      throw new IllegalArgumentException(
          "a snapshot's " + what + ": expected 0 to " + max + ", actual " + actual);
    }
  }

  private void entry(int section, byte[] key, byte[] value) {
    checkEntry(section, key, value);
    chunk.u8(section).uv(key.length).raw(key).uv(value.length).raw(value);
    count++;
    if (chunk.size() >= CHUNK_BYTES) {
      endChunk();
    }
  }

  private void endChunk() {
    if (chunk.size() > 0) {
      seal(frame.reset().u32(chunk.size()).raw(chunk.array(), 0, chunk.size()));
      chunk.reset();
    }
  }

  /** Writes a part and its checksum. */
  private void seal(ByteWriter part) {
    link = checksum(crc, link, part.array(), part.size());
    part.u32(link);
    file.write(offset, part.array(), 0, part.size());
    offset += part.size();
  }

  static int checksum(CRC32C crc, int link, byte[] bytes, int length) {
    crc.reset();
    for (int shift = 24; shift >= 0; shift -= 8) {
      crc.update(link >>> shift);
    }
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
