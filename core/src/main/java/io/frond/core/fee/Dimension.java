package io.frond.core.fee;

import io.frond.vm.ByteReader;

/**
 * A resource that is counted and priced on its own. The order is the order of the limits in a
 * transaction and is fixed for this version of the protocol.
 */
public enum Dimension {
  /** Steps, at the prices of the chain's parameters. */
  COMPUTE(0),
  /** Bytes of state written. */
  STATE_BYTES(1),
  /** Bytes of the transaction in the published data. */
  DATA_BYTES(2),
  /** Cycles of a validity prover; 0 where the chain has none. */
  PROOF_CYCLES(3);

  /** How many dimensions there are. */
  public static final int COUNT = 4;

  private final int code;

  Dimension(int code) {
    this.code = code;
  }

  /** The byte that stands for it in encodings. */
  public int code() {
    return code;
  }

  /**
   * The dimension of the next byte.
   *
   * @throws io.frond.vm.DecodeException if it stands for none
   */
  public static Dimension read(ByteReader in) {
    int code = in.u8();
    for (Dimension dimension : values()) {
      if (dimension.code == code) {
        return dimension;
      }
    }
    throw in.error("dimension: expected 0 to 3, actual " + code);
  }
}
