package io.frond.core.outcome;

import org.apache.tuweni.bytes.Bytes;

/**
 * Something that a module reported.
 *
 * @param module position of the module
 * @param name the event's type
 * @param data its canonical bytes
 */
public record Event(int module, String name, Bytes data) {
  /** The most events of one outcome. */
  public static final int MAX_COUNT = 1024;

  /** The most bytes of one event. */
  public static final int MAX_BYTES = 65_536;
}
