package io.frond.core.state;

import io.frond.vm.ByteReader;

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

  /**
   * The section of the next byte.
   *
   * @throws io.frond.vm.DecodeException if it stands for none
   */
  public static Section read(ByteReader in) {
    int code = in.u8();
    for (Section section : values()) {
      if (section.code == code) {
        return section;
      }
    }
    throw in.error("section: expected 1 to 3, actual " + code);
  }

  /** The byte that stands for it in encodings. */
  public int code() {
    return code;
  }
}
