package io.frond.core.log;

import io.frond.core.environment.Disk;
import io.frond.core.environment.DiskFile;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/**
 * The file {@code log-cut}: a cut is under way, to this position. It stands from before the first
 * byte of the log is removed until the last removal is durable, so that a crash in between neither
 * leaves half a cut nor looks like damage. Content: position u64, CRC-32C u32.
 */
final class CutNote {
  private static final String NAME = "log-cut";
  private static final int BYTES = 12;

  private CutNote() {}

  static void write(Disk disk, long end) {
    DurableFile.create(disk, NAME, encode(end));
  }

  static OptionalLong read(Disk disk) {
    if (!disk.list().contains(NAME)) {
      return OptionalLong.empty();
    }
    byte[] bytes = new byte[BYTES];
    try (DiskFile file = disk.open(NAME)) {
      int count = file.read(0, bytes, 0, BYTES);
      long end = ByteReader.of(bytes).u64();
      if (count < BYTES || !Arrays.equals(bytes, encode(end))) {
        throw new CorruptLogException(NAME, end, "the note of a cut is damaged");
      }
      return OptionalLong.of(end);
    }
  }

  static void remove(Disk disk) {
    disk.delete(NAME);
    disk.sync();
  }

  private static byte[] encode(long end) {
    ByteWriter out = new ByteWriter(BYTES).u64(end);
    CRC32C crc = new CRC32C();
    crc.update(out.array(), 0, out.size());
    return out.u32((int) crc.getValue()).toArray();
  }
}
