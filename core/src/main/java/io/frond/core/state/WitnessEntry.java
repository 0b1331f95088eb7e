package io.frond.core.state;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A value that a block touched, as it stood before. The arrays are not copied and must not be
 * changed.
 *
 * @param section its tree
 * @param rawKey the preimage of its tree key
 * @param value the stored value; null if it was absent
 */
public record WitnessEntry(Section section, byte[] rawKey, byte @Nullable [] value) {
  @Override
  public boolean equals(Object other) {
    return other instanceof WitnessEntry entry
        && section == entry.section
        && Arrays.equals(rawKey, entry.rawKey)
        && Arrays.equals(value, entry.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(rawKey) * 31 + Arrays.hashCode(value);
  }
}
