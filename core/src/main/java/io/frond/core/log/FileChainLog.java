package io.frond.core.log;

import io.frond.core.environment.Disk;
import io.frond.core.environment.Environment;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.apache.tuweni.bytes.Bytes;

/**
 * A log in files named {@code log-<first position>}, beside a lock that one process holds.
 *
 * <p><b>What tells a crash from damage.</b> After a crash the end of the newest file may be torn in
 * any way, with whole late frames behind lost early ones; that is nobody's loss, and is cut. So a
 * whole frame behind a broken one proves nothing. But after each sync a <em>mark</em> is written,
 * which says how many records were synced, and a file is begun only when the one before is synced
 * to its end. A mark or a file for positions beyond a broken frame therefore proves that synced
 * records are gone: {@link CorruptLogException}. Only damage to the records of the very last sync
 * can pass for a crash, and only if their mark is damaged too.
 *
 * <p>Every frame links to the one before by checksum, so what an earlier life of the log had left
 * on the disk never continues a later one.
 *
 * <p>What opening finds is written once more where no mark covers it, and synced, before anybody
 * sees it, and so are the names of the files: after a sync that failed, or when a process died
 * before one, reading a byte does not mean that it is on the disk.
 */
public final class FileChainLog implements ChainLog {
  private static final String LOCK = "log-lock";
  private static final int WRITE_BYTES = 1 << 20;

  private final Environment environment;
  private final LogLimits limits;
  private final Disk.Lock lock;
  private final Segments segments;
  private TailSegment tail;
  private long synced;
  private State state = State.OPEN;

  private enum State {
    OPEN,
    FAILED,
    CLOSED
  }

  private FileChainLog(Environment environment, LogLimits limits, Disk.Lock lock) {
    this.environment = environment;
    this.limits = limits;
    this.lock = lock;
    Disk disk = environment.disk();
    DurableFile.removeUnfinished(disk);
    disk.sync();
    this.segments = Segments.of(disk);
    if (segments.isEmpty()) {
      segments.add(new SegmentHeader(0, environment.random().nextLong(), 0));
    }
    OptionalLong cut = CutNote.read(disk);
    this.tail =
        cut.isPresent() ? finishCut(cut.getAsLong()) : TailSegment.recover(disk, segments.last());
    this.synced = tail.end();
  }

  /** {@link #open(Environment, LogLimits)} with {@link LogLimits#DEFAULT}. */
  public static FileChainLog open(Environment environment) {
    return open(environment, LogLimits.DEFAULT);
  }

  /**
   * Opens the log on the environment's disk, or begins one, and finishes what a crash interrupted.
   * All its records are durable then.
   *
   * @throws LogInUseException if somebody has it open
   * @throws CorruptLogException if synced records of the newest file are damaged; damage in older
   *     files is found by {@link #replay}
   */
  public static FileChainLog open(Environment environment, LogLimits limits) {
    Disk.Lock lock =
        environment.disk().tryLock(LOCK).orElseThrow(() -> new LogInUseException(LOCK));
    boolean isOpen = false;
    try {
      FileChainLog log = new FileChainLog(environment, limits, lock);
      isOpen = true;
      return log;
    } finally {
      if (!isOpen) {
        lock.close();
      }
    }
  }

  @Override
  public long append(Bytes record) {
    checkOpen();
    if (record.size() > limits.maxRecordBytes()) {
      throw new IllegalArgumentException(
          "a record: expected at most "
              + limits.maxRecordBytes()
              + " bytes, actual "
              + record.size());
    }
    return guarded(
        () -> {
          if (isFullFor(record)) {
            beginSegment();
          }
          tail.append(record.toArrayUnsafe());
          if (tail.pendingBytes() >= WRITE_BYTES) {
            tail.flush();
          }
          return tail.end() - 1;
        });
  }

  @Override
  public long sync() {
    checkOpen();
    if (synced == end()) {
      return synced;
    }
    return guarded(
        () -> {
          tail.sync();
          synced = end();
          tail.mark();
          return synced;
        });
  }

  @Override
  public long end() {
    return tail.end();
  }

  @Override
  public void replay(long from, Visitor visitor) {
    checkOpen();
    LogPositions.check("replay", from, end());
    guarded(
        () -> {
          tail.flush();
          return end();
        });
    segments.replay(from, visitor);
  }

  @Override
  public void cut(long end) {
    checkOpen();
    LogPositions.check("cut", end, end());
    if (end < end()) {
      guarded(
          () -> {
            sync();
            CutNote.write(environment.disk(), end);
            tail.close();
            tail = finishCut(end);
            synced = end;
            return end;
          });
    }
  }

  @Override
  public void close() {
    if (state == State.CLOSED) {
      return;
    }
    try {
      if (state == State.OPEN) {
        sync();
        tail.sync();
      }
    } finally {
      state = State.CLOSED;
      try {
        tail.close();
      } finally {
        lock.close();
      }
    }
  }

  private boolean isFullFor(Bytes record) {
    return tail.hasRecords()
        && tail.size() + FrameWriter.HEADER_BYTES + record.size() > limits.segmentBytes();
  }

  /** The new file says that the old one is synced to its end. */
  private void beginSegment() {
    tail.sync();
    synced = end();
    long marker = environment.random().nextLong();
    segments.add(new SegmentHeader(end(), marker, tail.link()));
    tail.close();
    tail = TailSegment.recover(environment.disk(), segments.last());
  }

  private TailSegment finishCut(long end) {
    segments.deleteBeyond(end);
    TailSegment cut = TailSegment.cut(environment.disk(), segments.last(), end);
    CutNote.remove(environment.disk());
    return cut;
  }

  private void checkOpen() {
    if (state != State.OPEN) {
      throw new IllegalStateException("expected an open log, actual " + state);
    }
  }

  /** After a failure nobody knows what is on the disk. */
  private long guarded(LongSupplier operation) {
    boolean isDone = false;
    try {
      long result = operation.getAsLong();
      isDone = true;
      return result;
    } finally {
      if (!isDone) {
        state = State.FAILED;
      }
    }
  }
}
