package io.frond.vm;

/**
 * A static, immutable, typed and named declaration of state. Its identity in consensus is the
 * module and the item's name; the same declaration serves any number of chains in one process.
 */
public sealed interface StateItem permits Cell, Table, SortedTable {
  /** Longest name of an item, in characters. */
  int MAX_NAME_CHARS = 32;

  /** 1 to {@value #MAX_NAME_CHARS} characters of {@code a-z 0-9 -}, starting with a letter. */
  String name();

  /**
   * A number of this declaration in this process, dense from 0. Only an index into arrays of a
   * chain instance: it depends on the order in which classes load and is never part of consensus.
   */
  int index();
}
