package io.frond.exits.settlement;

import io.frond.core.parent.ParentAnswer;

/** The way to a settlement for one account. The adapter signs or pays in whatever way it must. */
@FunctionalInterface
public interface SettlementCaller {
  /** Sends a call, as its encoding. */
  ParentAnswer call(SettlementCall call);
}
