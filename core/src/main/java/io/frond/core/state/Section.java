package io.frond.core.state;

/** One of the three authenticated trees under a state root. */
public enum Section {
  /** Claims alone: what each account could leave with. */
  LEDGER(1),
  /** The state items of modules. */
  MODULE(2),
  /** The protocol's own items: head, lists of what an account owns, fees. */
  META(3);

  private final int code;

  Section(int code) {
    this.code = code;
  }

  /** The byte that stands for it in encodings. */
  public int code() {
    return code;
  }
}
