package io.frond.core.fee;

/**
 * A resource that is counted and priced on its own. The order is the order of the limits in a
 * transaction and is fixed for this version of the protocol.
 */
public enum Dimension {
  /** Steps, at the prices of the chain's parameters. */
  COMPUTE,
  /** Bytes of state written. */
  STATE_BYTES,
  /** Bytes of the transaction in the published data. */
  DATA_BYTES,
  /** Cycles of a validity prover; 0 where the chain has none. */
  PROOF_CYCLES;

  /** How many dimensions there are. */
  public static final int COUNT = 4;
}
