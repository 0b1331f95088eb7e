package io.frond.core.ordering;

/** How sure it is that a block stays. */
public enum Finality {
  /** Ordered, executed, in the synced log: the operator's word. */
  ACCEPTED,
  /** Its batch is on the parent, and can still be disputed or reorganised away. */
  COMMITTED,
  /** Its batch is final, and so confirmed that it stays. */
  FINAL
}
