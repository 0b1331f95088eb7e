package io.frond.core.state;

import java.util.Arrays;
import java.util.Collection;
import org.apache.tuweni.bytes.Bytes32;

/** Sorts touched keys into {@link Entries}, each once. */
final class TouchedKeys {
  private TouchedKeys() {}

  /** These keys and those that change. */
  static byte[] of(Collection<Bytes32> touched, TreeChanges changes) {
    int count = touched.size() + changes.size();
    byte[] entries = new byte[Entries.offset(count)];
    int written = 0;
    for (Bytes32 key : touched) {
      copy(key.toArrayUnsafe(), 0, entries, written++);
    }
    for (int i = 0; i < changes.size(); i++) {
      copy(changes.entries(), Entries.offset(i), entries, written++);
    }
    return distinct(EntrySort.sorted(entries, count));
  }

  private static byte[] distinct(byte[] sorted) {
    int count = sorted.length / Entries.BYTES;
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int offset = Entries.offset(i);
      if (kept == 0 || !KeyBits.same(sorted, Entries.offset(kept - 1), sorted, offset)) {
        copy(sorted, offset, sorted, kept++);
      }
    }
    return Arrays.copyOf(sorted, Entries.offset(kept));
  }

  private static void copy(byte[] source, int offset, byte[] entries, int index) {
    System.arraycopy(source, offset, entries, Entries.offset(index), KeyBits.BYTES);
  }
}
