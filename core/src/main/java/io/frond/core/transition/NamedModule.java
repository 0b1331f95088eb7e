package io.frond.core.transition;

import io.frond.vm.AssetId;
import io.frond.vm.ExecutionModule;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.tuweni.bytes.Bytes32;

/**
 * A module under its name on a chain.
 *
 * @param name 1 to 32 of {@code a-z 0-9 -}, a letter first; part of the identity of its state
 * @param module the rules
 * @param codeDigest what identifies its code, such as the hash of its jar; zero if the host gives
 *     none
 * @param mints the chain-born collections whose items it alone creates
 */
public record NamedModule(
    String name, ExecutionModule<?> module, Bytes32 codeDigest, List<AssetId> mints) {
  /** The most modules of a chain. */
  public static final int MAX_COUNT = 16;

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  /**
   * A module of these parts.
   *
   * @throws IllegalArgumentException if it is not a name
   */
  public NamedModule {
    mints = List.copyOf(mints);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "module name: expected 1 to 32 of a-z, 0-9 and '-', a letter first; actual " + name);
    }
  }

  /** A module that mints nothing. */
  public NamedModule(String name, ExecutionModule<?> module, Bytes32 codeDigest) {
    this(name, module, codeDigest, List.of());
  }

  /** A module that mints nothing; its code is not identified. */
  public static NamedModule of(String name, ExecutionModule<?> module) {
    return new NamedModule(name, module, Bytes32.ZERO);
  }

  /** The same module as the one that creates the items of these chain-born collections. */
  public NamedModule minting(AssetId... collections) {
    return new NamedModule(name, module, codeDigest, List.of(collections));
  }
}
