package io.frond.core.transition;

import io.frond.vm.ExecutionModule;
import org.apache.tuweni.bytes.Bytes32;

/**
 * A module under its name on a chain.
 *
 * @param name 1 to 32 of {@code a-z 0-9 -}, a letter first; part of the identity of its state
 * @param module the rules
 * @param codeDigest what identifies its code, such as the hash of its jar; zero if the host gives
 *     none
 */
public record NamedModule(String name, ExecutionModule<?> module, Bytes32 codeDigest) {
  /** The most modules of a chain. */
  public static final int MAX_COUNT = 16;

  /** A module of a name; its code is not identified. */
  public static NamedModule of(String name, ExecutionModule<?> module) {
    return new NamedModule(name, module, Bytes32.ZERO);
  }
}
