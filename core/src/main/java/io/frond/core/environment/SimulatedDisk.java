package io.frond.core.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that is as bad as {@link Disk} and {@link DiskFile} allow. At a crash each
 * sector of 512 bytes keeps any version since the last sync of its file, or is torn between two, or
 * holds zeros or garbage where the file had grown; the length and every change of a name survive or
 * not, each on its own. Handles and locks of the time before are dead. For one thread.
 */
public final class SimulatedDisk implements Disk {
  private static final long NEVER = Long.MAX_VALUE;

  private final SplittableRandom random;
  private TreeMap<String, SimulatedContent> files = new TreeMap<>();
  private final TreeMap<String, SimulatedContent> keptFiles = new TreeMap<>();
  private final List<NameChange> changes = new ArrayList<>();
  private final Set<String> locks = new HashSet<>();
  private long operations;
  private long crashAt = NEVER;
  private long failAt = NEVER;
  private int lives;
  private boolean isDown;

  SimulatedDisk(SplittableRandom random) {
    this.random = random;
  }

  /** How many operations there have been: reads, writes and everything else on files and names. */
  public long operations() {
    return operations;
  }

  /**
   * Takes the power away in the middle of an operation: it and all later ones throw {@link
   * SimulatedCrash} until {@link #restart}.
   *
   * @param count the operation from now on, 1 being the next; less than 1 for none
   */
  public void crashAtOperation(long count) {
    crashAt = count < 1 ? NEVER : operations + count;
  }

  /**
   * Lets one operation fail with an {@link UncheckedIOException}; what it did of its work is left
   * to chance.
   *
   * @param count the operation from now on, 1 being the next; less than 1 for none
   */
  public void failAtOperation(long count) {
    failAt = count < 1 ? NEVER : operations + count;
  }

  /** Takes the power away now and gives it back: the disk is ready for a new process. */
  public void crash() {
    powerOff();
    restart();
  }

  /** Gives the power back after a crash in the middle of an operation. */
  public void restart() {
    isDown = false;
  }

  /** The process dies and the machine goes on: handles and locks are dead, no byte is lost. */
  public void kill() {
    lives++;
    locks.clear();
  }

  /** Changes a byte behind everybody's back, as a dying disk does: durable and unnoticed. */
  public void damage(String name, long offset, int mask) {
    SimulatedContent content = existing(name);
    byte[] target = new byte[1];
    content.read((int) offset, target, 0, 1);
    target[0] ^= (byte) mask;
    content.write((int) offset, target, 0, 1);
    content.sync();
  }

  @Override
  public List<String> list() {
    perform(() -> {}, () -> {});
    return List.copyOf(files.keySet());
  }

  @Override
  public DiskFile create(String name) {
    check(name);
    if (files.containsKey(name)) {
      throw new UncheckedIOException(new IOException(name + " is there already"));
    }
    SimulatedContent content = new SimulatedContent();
    change(new NameChange(null, name, content));
    return new SimulatedFile(name, content, lives);
  }

  @Override
  public DiskFile open(String name) {
    check(name);
    SimulatedContent content = existing(name);
    perform(() -> {}, () -> {});
    return new SimulatedFile(name, content, lives);
  }

  @Override
  public void rename(String from, String to) {
    check(to);
    change(new NameChange(from, to, existing(from)));
  }

  @Override
  public void delete(String name) {
    change(new NameChange(name, null, existing(name)));
  }

  @Override
  public void sync() {
    perform(this::keepNames, () -> {});
  }

  @Override
  public Optional<Lock> tryLock(String name) {
    check(name);
    if (!locks.add(name)) {
      return Optional.empty();
    }
    return Optional.of(new SimulatedLock(name, lives));
  }

  private void change(NameChange change) {
    Runnable apply =
        () -> {
          change.applyTo(files);
          changes.add(change);
        };
    perform(apply, () -> sometimes(apply));
  }

  private void keepNames() {
    changes.forEach(change -> change.applyTo(keptFiles));
    changes.clear();
  }

  /**
   * One operation: its whole effect, or its effect when it fails, or a crash in the middle, which
   * is a crash just before or just after.
   */
  private void perform(Runnable effect, Runnable failure) {
    if (isDown) {
      throw new SimulatedCrash("the machine has no power");
    }
    operations++;
    if (operations == crashAt) {
      sometimes(effect);
      powerOff();
      throw new SimulatedCrash("crash at operation " + operations);
    }
    if (operations == failAt) {
      failure.run();
      throw new UncheckedIOException(new IOException("failure at operation " + operations));
    }
    effect.run();
  }

  private void powerOff() {
    kill();
    isDown = true;
    crashAt = NEVER;
    failAt = NEVER;
    CrashDice dice = new CrashDice(random);
    for (NameChange change : changes) {
      if (dice.survives()) {
        change.applyTo(keptFiles);
      }
    }
    changes.clear();
    keptFiles.values().forEach(content -> content.crash(dice));
    files = new TreeMap<>(keptFiles);
  }

  private void sometimes(Runnable effect) {
    if (random.nextBoolean()) {
      effect.run();
    }
  }

  private SimulatedContent existing(String name) {
    SimulatedContent content = files.get(name);
    if (content == null) {
      throw new UncheckedIOException(new IOException(name + " is not there"));
    }
    return content;
  }

  private static void check(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a file name: expected " + NAME + ", actual " + name);
    }
  }

  /** A creation (no old name), a deletion (no new name) or a renaming. */
  private record NameChange(@Nullable String from, @Nullable String to, SimulatedContent content) {
    void applyTo(TreeMap<String, SimulatedContent> names) {
      if (from != null) {
        names.remove(from);
      }
      if (to != null) {
        names.put(to, content);
      }
    }
  }

  private final class SimulatedLock implements Lock {
    private final String name;
    private final int life;
    private boolean isClosed;

    SimulatedLock(String name, int life) {
      this.name = name;
      this.life = life;
    }

    @Override
    public void close() {
      if (life == lives && !isClosed) {
        isClosed = true;
        locks.remove(name);
      }
    }
  }

  private final class SimulatedFile implements DiskFile {
    private final String name;
    private final SimulatedContent content;
    private final int life;
    private boolean isClosed;

    SimulatedFile(String name, SimulatedContent content, int life) {
      this.name = name;
      this.content = content;
      this.life = life;
    }

    @Override
    public long size() {
      checkAlive();
      return content.size();
    }

    @Override
    public int read(long offset, byte[] target, int start, int length) {
      checkAlive();
      perform(() -> {}, () -> {});
      return content.read(Math.toIntExact(offset), target, start, length);
    }

    @Override
    public void write(long offset, byte[] bytes, int start, int length) {
      checkAlive();
      int at = inside(offset);
      perform(
          () -> content.write(at, bytes, start, length),
          () -> content.write(at, bytes, start, random.nextInt(length + 1)));
    }

    @Override
    public void truncate(long size) {
      checkAlive();
      int at = inside(size);
      perform(() -> content.truncate(at), () -> sometimes(() -> content.truncate(at)));
    }

    @Override
    public void sync() {
      checkAlive();
      perform(content::sync, () -> content.failSync(new CrashDice(random)));
    }

    @Override
    public void close() {
      isClosed = true;
    }

    private int inside(long offset) {
      if (offset < 0 || offset > content.size()) {
        throw new IllegalArgumentException(
            name + ": expected an offset of 0 to " + content.size() + ", actual " + offset);
      }
      return (int) offset;
    }

    private void checkAlive() {
      if (life != lives) {
        throw new SimulatedCrash("the process that opened " + name + " is dead");
      }
      if (isClosed) {
        throw new IllegalStateException(name + " is closed");
      }
    }
  }
}
