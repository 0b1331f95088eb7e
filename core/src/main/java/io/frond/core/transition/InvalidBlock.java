package io.frond.core.transition;

/** Carries a fault out of the execution of a block. */
final class InvalidBlock extends RuntimeException {
  private final transient BlockFault fault;

  InvalidBlock(BlockFault.Kind kind, Object expected, Object actual) {
    super(kind.toString(), null, false, false);
    this.fault = new BlockFault(kind, String.valueOf(expected), String.valueOf(actual));
  }

  BlockFault fault() {
    return fault;
  }

  static void unless(boolean holds, BlockFault.Kind kind, Object expected, Object actual) {
    if (!holds) {
      throw new InvalidBlock(kind, expected, actual);
    }
  }
}
