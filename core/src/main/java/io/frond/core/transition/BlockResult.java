package io.frond.core.transition;

/** What a whole block came to. */
public sealed interface BlockResult {
  /** It is valid and has run; the state is not changed until it is committed. */
  record Executed(BlockExecution execution, ExecutedBlock block) implements BlockResult {}

  /** It breaks a rule; the state is as before. */
  record Invalid(BlockFault fault) implements BlockResult {}
}
