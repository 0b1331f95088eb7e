package io.frond.core.state;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The source of an executor that has nothing but a witness. Remembers whether it was asked for more
 * than the witness shows, so that nobody can swallow that on the way.
 */
public final class WitnessStateSource implements StateSource {
  private final TreeMap<byte[], Found> entries = new TreeMap<>(Arrays::compareUnsigned);
  private boolean incomplete;

  /** The source of these entries, which must have been checked against their proofs. */
  public WitnessStateSource(List<WitnessEntry> witness) {
    for (WitnessEntry entry : witness) {
      entries.put(key(entry.section(), entry.rawKey()), new Found(entry.value()));
    }
  }

  @Override
  public @Nullable Found find(Section section, byte[] rawKey) {
    return entries.get(key(section, rawKey));
  }

  @Override
  public byte @Nullable [] below(Section section, byte[] prefix, byte[] rawKey) {
    byte[] start = key(section, prefix);
    Map.Entry<byte[], Found> entry = entries.lowerEntry(key(section, rawKey));
    while (entry != null && startsWith(entry.getKey(), start)) {
      if (entry.getValue().value() != null) {
        return Arrays.copyOfRange(entry.getKey(), 1, entry.getKey().length);
      }
      entry = entries.lowerEntry(entry.getKey());
    }
    return null;
  }

  @Override
  public WitnessIncomplete incomplete(String what) {
    incomplete = true;
    return new WitnessIncomplete(what);
  }

  /** Whether more was asked than the witness shows. */
  public boolean isIncomplete() {
    return incomplete;
  }

  private static boolean startsWith(byte[] bytes, byte[] prefix) {
    return bytes.length >= prefix.length
        && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }

  private static byte[] key(Section section, byte[] rawKey) {
    byte[] key = new byte[rawKey.length + 1];
    key[0] = (byte) section.code();
    System.arraycopy(rawKey, 0, key, 1, rawKey.length);
    return key;
  }
}
