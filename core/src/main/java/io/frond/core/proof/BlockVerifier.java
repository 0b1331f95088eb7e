package io.frond.core.proof;

/** Executes one disputed block again, from its witness alone. */
@FunctionalInterface
public interface BlockVerifier {
  /**
   * Judges a block. Total and deterministic: it never throws, takes bounded time and memory, and
   * knows nothing but its arguments, the module that the header's rules name, and the parameters.
   *
   * @param records what the parent knows
   */
  Verdict verify(BlockDispute dispute, ParentRecords records);
}
