package io.frond.core.transition;

import io.frond.core.tx.Refusal;

/** What came of trying to put a transaction into a block. */
public sealed interface Inclusion {
  /** It is in the block, whatever its status. */
  record Included(ExecutedBlock.Result result) implements Inclusion {}

  /** A block that contained it would be invalid. */
  record Refused(Refusal refusal) implements Inclusion {}

  /** It may be in a block, but not any more in this one. */
  record NoRoom(String what) implements Inclusion {}
}
