package io.frond.core.log;

import io.frond.core.environment.Disk;
import io.frond.core.environment.DiskFile;
import java.util.ArrayList;
import java.util.List;

/** The files of a log, by the position of their first record. */
final class Segments {
  private final Disk disk;
  private final List<Long> firsts;

  private Segments(Disk disk, List<Long> firsts) {
    this.disk = disk;
    this.firsts = firsts;
  }

  static Segments of(Disk disk) {
    List<Long> firsts = new ArrayList<>();
    for (String name : disk.list()) {
      if (SegmentHeader.isFileName(name)) {
        firsts.add(SegmentHeader.firstOf(name));
      }
    }
    if (!firsts.isEmpty() && firsts.get(0) != 0) {
      throw new CorruptLogException(SegmentHeader.fileName(0), 0, "the file is not there");
    }
    return new Segments(disk, firsts);
  }

  boolean isEmpty() {
    return firsts.isEmpty();
  }

  /** The first position of the newest segment. */
  long last() {
    return firsts.get(firsts.size() - 1);
  }

  /** Makes the next segment. */
  void add(SegmentHeader header) {
    header.createOn(disk);
    firsts.add(header.first());
  }

  /** Deletes each segment but the first that begins beyond {@code end}. */
  void deleteBeyond(long end) {
    while (last() > end) {
      disk.delete(SegmentHeader.fileName(last()));
      firsts.remove(firsts.size() - 1);
    }
    disk.sync();
  }

  /** Gives the records from {@code from} on to the visitor; everything has been written. */
  void replay(long from, ChainLog.Visitor visitor) {
    int index = 0;
    while (index + 1 < firsts.size() && firsts.get(index + 1) <= from) {
      index++;
    }
    for (; index < firsts.size(); index++) {
      SegmentScan scan = replaySegment(firsts.get(index), from, visitor);
      if (index + 1 < firsts.size()) {
        checkFollows(scan, firsts.get(index), firsts.get(index + 1));
      }
    }
  }

  private SegmentScan replaySegment(long first, long from, ChainLog.Visitor visitor) {
    String name = SegmentHeader.fileName(first);
    try (DiskFile file = disk.open(name)) {
      SegmentHeader header = SegmentHeader.read(file, name);
      FrameReader reader = new FrameReader(file, header.marker());
      SegmentScan scan =
          SegmentScan.of(
              reader,
              header,
              Long.MAX_VALUE,
              record -> {
                if (record.position() >= from) {
                  visitor.record(record.position(), record.payload());
                }
              });
      if (scan.offset() != reader.size()) {
        throw new CorruptLogException(name, scan.end(), "damaged at byte " + scan.offset());
      }
      return scan;
    }
  }

  private void checkFollows(SegmentScan scan, long first, long next) {
    String name = SegmentHeader.fileName(next);
    try (DiskFile file = disk.open(name)) {
      if (scan.end() != next || SegmentHeader.read(file, name).link() != scan.link()) {
        throw new CorruptLogException(
            SegmentHeader.fileName(first),
            scan.end(),
            "records are missing before the next file, " + name);
      }
    }
  }
}
