package io.frond.core.environment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bytes of one simulated file, twice: as readers see them, and as they are on the disk. Between
 * the two stands, for each sector, every version that it had since the last sync; a crash keeps any
 * one of them, for each sector on its own.
 */
final class SimulatedContent {
  static final int SECTOR_BYTES = 512;

  private byte[] seen = new byte[0];
  private int seenSize;
  private byte[] kept = new byte[0];
  private int keptSize;
  private final TreeMap<Integer, List<byte[]>> versions = new TreeMap<>();
  private final List<Integer> sizes = new ArrayList<>();

  int size() {
    return seenSize;
  }

  int read(int offset, byte[] target, int start, int length) {
    int count = Math.max(0, Math.min(length, seenSize - offset));
    System.arraycopy(seen, Math.min(offset, seenSize), target, start, count);
    return count;
  }

  void write(int offset, byte[] bytes, int start, int length) {
    seen = grown(seen, offset + length);
    System.arraycopy(bytes, start, seen, offset, length);
    seenSize = Math.max(seenSize, offset + length);
    touch(offset, offset + length);
  }

  void truncate(int size) {
    int before = seenSize;
    Arrays.fill(seen, size, before, (byte) 0);
    seenSize = size;
    touch(size, before);
  }

  void sync() {
    kept = grown(kept, seen.length);
    for (Map.Entry<Integer, List<byte[]>> sector : versions.entrySet()) {
      List<byte[]> images = sector.getValue();
      put(sector.getKey(), images.get(images.size() - 1));
    }
    if (!sizes.isEmpty()) {
      keptSize = seenSize;
    }
    forget();
  }

  /** The sync failed: what is on the disk is left to chance, yet readers still see everything. */
  void failSync(CrashDice dice) {
    settle(dice);
  }

  /** The power failed: readers see what chance left on the disk. */
  void crash(CrashDice dice) {
    settle(dice);
    seen = kept.clone();
    seenSize = keptSize;
  }

  private void settle(CrashDice dice) {
    kept = grown(kept, seen.length);
    int before = keptSize;
    keptSize = dice.size(keptSize, sizes);
    for (Map.Entry<Integer, List<byte[]>> sector : versions.entrySet()) {
      int start = sector.getKey() * SECTOR_BYTES;
      byte[] image = Arrays.copyOfRange(kept, start, start + SECTOR_BYTES);
      put(sector.getKey(), dice.sector(image, sector.getValue(), start >= before));
    }
    Arrays.fill(kept, keptSize, kept.length, (byte) 0);
    forget();
  }

  private void touch(int from, int to) {
    for (int sector = from / SECTOR_BYTES; sector * SECTOR_BYTES < to; sector++) {
      int start = sector * SECTOR_BYTES;
      versions
          .computeIfAbsent(sector, key -> new ArrayList<>())
          .add(Arrays.copyOfRange(seen, start, start + SECTOR_BYTES));
    }
    sizes.add(seenSize);
  }

  private void put(int sector, byte[] image) {
    System.arraycopy(image, 0, kept, sector * SECTOR_BYTES, SECTOR_BYTES);
  }

  private void forget() {
    versions.clear();
    sizes.clear();
  }

  private static byte[] grown(byte[] bytes, int size) {
    if (size <= bytes.length) {
      return bytes;
    }
    int wanted = Math.max(size, 2 * bytes.length);
    return Arrays.copyOf(bytes, (wanted / SECTOR_BYTES + 1) * SECTOR_BYTES);
  }
}
