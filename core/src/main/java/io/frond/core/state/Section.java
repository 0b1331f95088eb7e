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
    try {
      return of(in.u8());
    } catch (IllegalArgumentException e) {
      throw in.error(String.valueOf(e.getMessage()));
    }
  }

  /**
   * The section of a code.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Section of(int code) {
    for (Section section : values()) {
      if (section.code == code) {
        return section;
      }
    }
    throw new IllegalArgumentException("section: expected 1 to 3, actual " + code);
  }

  /** The byte that stands for it in encodings. */
  public int code() {
    return code;
  }
}
