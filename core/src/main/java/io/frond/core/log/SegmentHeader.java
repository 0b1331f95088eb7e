package io.frond.core.log;

import io.frond.core.environment.Disk;
import io.frond.core.environment.DiskFile;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The head of a segment: {@code "frondlog"}, version u32, first position u64, marker u64, link u32
 * (the checksum of the last frame before), CRC-32C u32. It is synced before the file gets its name,
 * so under that name a crash never leaves it torn.
 *
 * @param first the position of the segment's first record
 * @param marker what each of its frames begins with
 * @param link the checksum of the last frame of the segment before, 0 in the first
 */
record SegmentHeader(long first, long marker, int link) {
  static final int BYTES = 36;

  private static final long MAGIC = 0x66726f6e646c6f67L;
  private static final int VERSION = 1;

  static String fileName(long first) {
    String digits = Long.toString(first);
    return "log-" + "0".repeat(19 - digits.length()) + digits;
  }

  static boolean isFileName(String name) {
    return name.matches("log-[0-9]{19}");
  }

  static long firstOf(String fileName) {
    return Long.parseLong(fileName.substring(4));
  }

  /** Writes and syncs a segment without records, under its name and durably. */
  void createOn(Disk disk) {
    DurableFile.create(disk, fileName(first), encode());
  }

  /** The header of a segment. */
  static SegmentHeader read(DiskFile file, String name) {
    byte[] bytes = new byte[BYTES];
    int count = file.read(0, bytes, 0, BYTES);
    long first = firstOf(name);
    if (count < BYTES) {
      throw new CorruptLogException(name, first, "the header is cut short");
    }
    ByteReader reader = ByteReader.of(bytes);
    long magic = reader.u64();
    int version = reader.u32();
    SegmentHeader header = new SegmentHeader(reader.u64(), reader.u64(), reader.u32());
    if (magic == MAGIC && version != VERSION) {
      throw new CorruptLogException(
          name, first, "expected version " + VERSION + ", actual " + version);
    }
    if (header.first != first || !Arrays.equals(bytes, header.encode())) {
      throw new CorruptLogException(name, first, "the header is damaged");
    }
    return header;
  }

  /** What the first frame links to. */
  int checksum() {
    return ByteReader.of(Arrays.copyOfRange(encode(), BYTES - Integer.BYTES, BYTES)).u32();
  }

  private byte[] encode() {
    ByteWriter out = new ByteWriter(BYTES);
    out.u64(MAGIC).u32(VERSION).u64(first).u64(marker).u32(link);
    CRC32C crc = new CRC32C();
    crc.update(out.array(), 0, out.size());
    return out.u32((int) crc.getValue()).toArray();
  }
}
