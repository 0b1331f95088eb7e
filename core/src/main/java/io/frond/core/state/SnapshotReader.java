package io.frond.core.state;

import io.frond.core.environment.DiskFile;
import io.frond.vm.ByteReader;
import io.frond.vm.DecodeException;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Reads the file of a snapshot; {@link SnapshotWriter} has the layout. Throws {@link
 * DecodeException} for any other bytes.
 */
final class SnapshotReader {
  private final DiskFile file;
  private final CRC32C crc = new CRC32C();
  private byte[] part = new byte[SnapshotWriter.HEADER_BYTES];
  private int length;
  private long offset;
  private int link;

  SnapshotReader(DiskFile file) {
    this.file = file;
  }

  /** Reads everything, and gives the entries of each chunk once its checksum is right. */
  SnapshotPoint read(SnapshotSink sink) {
    SnapshotPoint point = header();
    long count = 0;
    while (chunk()) {
      ByteReader entries = ByteReader.of(part(Integer.BYTES));
      while (entries.remaining() > 0) {
        entry(entries, sink);
        count++;
      }
    }
    end(count);
    return point;
  }

  private SnapshotPoint header() {
    length = 0;
    take(SnapshotWriter.HEADER_BYTES - Integer.BYTES);
    ByteReader reader = ByteReader.of(part(0));
    if (reader.u64() != SnapshotWriter.MAGIC) {
      throw error("expected a snapshot");
    }
    int version = reader.u32();
    if (version != SnapshotWriter.VERSION) {
      throw error("expected version " + SnapshotWriter.VERSION + ", actual " + version);
    }
    checkSeal();
    return new SnapshotPoint(reader.u63(), reader.u63(), reader.bytes32());
  }

  /** Reads a chunk; at the end only the zero that stands for its length. */
  private boolean chunk() {
    length = 0;
    take(Integer.BYTES);
    int size = ByteReader.of(part(0)).u32();
    if (size == 0) {
      return false;
    }
    if (size < 0 || size > SnapshotWriter.MAX_CHUNK_BYTES) {
      throw error("a chunk: expected at most " + SnapshotWriter.MAX_CHUNK_BYTES + " bytes");
    }
    take(size);
    checkSeal();
    return true;
  }

  private static void entry(ByteReader entries, SnapshotSink sink) {
    int section = entries.u8();
    byte[] key = entries.raw(entries.uvUpTo(SnapshotSink.MAX_KEY_BYTES, "key length"));
    byte[] value = entries.raw(entries.uvUpTo(SnapshotSink.MAX_VALUE_BYTES, "value length"));
    sink.entry(section, key, value);
  }

  private void end(long count) {
    take(Long.BYTES);
    checkSeal();
    long expected = ByteReader.of(part(Integer.BYTES)).u64();
    if (expected != count) {
      throw error("expected " + expected + " entries, actual " + count);
    }
    if (offset != file.size()) {
      throw error("expected the end of the file");
    }
  }

  /** Reads the checksum behind the part. */
  private void checkSeal() {
    int actual = SnapshotWriter.checksum(crc, link, part, length);
    int size = length;
    take(Integer.BYTES);
    link = ByteReader.of(part(size)).u32();
    if (link != actual) {
      throw error("expected the checksum " + actual + ", actual " + link);
    }
    length = size;
  }

  private byte[] part(int from) {
    return Arrays.copyOfRange(part, from, length);
  }

  /** Adds bytes of the file to the part. */
  private void take(int count) {
    if (part.length - length < count) {
      part = Arrays.copyOf(part, length + count + Integer.BYTES);
    }
    if (file.read(offset, part, length, count) < count) {
      throw error("expected " + count + " bytes more");
    }
    length += count;
    offset += count;
  }

  private DecodeException error(String what) {
    return new DecodeException(what + " before byte " + offset);
  }
}
