package io.frond.core.ordering;

/** Why the parent accepts a batch. An attestation is never called a proof. */
public enum TrustLabel {
  /** The parent executes a disputed block itself. */
  REEXECUTION(1),
  /** Enough independent machines signed; an attestation. */
  QUORUM(2),
  /** The parent verifies a validity proof. */
  VALIDITY(3);

  private final int code;

  TrustLabel(int code) {
    this.code = code;
  }

  /** The byte that stands for it in encodings. */
  public int code() {
    return code;
  }

  /**
   * The label of this code.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static TrustLabel ofCode(int code) {
    for (TrustLabel label : values()) {
      if (label.code == code) {
        return label;
      }
    }
    throw new IllegalArgumentException("trust label: expected 1 to 3, actual " + code);
  }
}
