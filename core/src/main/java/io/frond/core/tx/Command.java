package io.frond.core.tx;

import io.frond.vm.Codec;
import org.apache.tuweni.bytes.Bytes;

/**
 * One command as it is written: {@link CommandCatalog} says what it means.
 *
 * @param wireType {@code type number * 17 + module index}, 0 to {@link #MAX_WIRE_TYPE}
 * @param fields the canonical bytes of the record's fields
 */
public record Command(int wireType, Bytes fields) {
  /** The greatest wire type: the greatest type number of the last module. */
  public static final int MAX_WIRE_TYPE =
      (Codec.MAX_TYPE_NUMBER + 1) * CommandCatalog.MAX_MODULES - 1;

  /** Checks the range and copies the bytes. */
  public Command {
    if (wireType < 0 || wireType > MAX_WIRE_TYPE) {
      throw new IllegalArgumentException(
          "wire type: expected 0 to " + MAX_WIRE_TYPE + ", actual " + wireType);
    }
    fields = Bytes.wrap(fields.toArray());
  }
}
