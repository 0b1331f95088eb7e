package io.frond.core.parent;

import java.util.function.Function;

/** What became of a call to the parent. */
public sealed interface ParentAnswer {
  /**
   * It was executed. It can still be reorganised away.
   *
   * @param height the parent block that holds it
   */
  record Included(long height) implements ParentAnswer {}

  /**
   * It was refused and left no effect. The same call will be refused again until something changes.
   *
   * @param code the name of the rule, stable across versions
   * @param detail what was expected and what was there
   */
  record Refused(String code, String detail) implements ParentAnswer {
    /** The code for a batch that leaves inbox entries behind which are due by now. */
    public static final String DUE_ENTRY = "DUE_ENTRY";
  }

  /**
   * Nobody knows: the parent could not be reached, or did not answer. The caller reads before it
   * tries again.
   *
   * @param detail why
   */
  record Unknown(String detail) implements ParentAnswer {}

  /** The result of the function that fits. */
  default <T> T fold(
      Function<Included, T> included, Function<Refused, T> refused, Function<Unknown, T> unknown) {
    if (this instanceof Included answer) {
      return included.apply(answer);
    }
    if (this instanceof Refused answer) {
      return refused.apply(answer);
    }
    return unknown.apply((Unknown) this);
  }
}
