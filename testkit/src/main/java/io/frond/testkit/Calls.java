package io.frond.testkit;

import io.frond.exits.settlement.CallResult;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.exits.settlement.SettlementEvent;
import java.util.List;

/** Readings of what the parent answers. */
final class Calls {
  private Calls() {}

  /**
   * What a call did.
   *
   * @throws IllegalStateException if it was refused
   */
  static List<SettlementEvent> done(CallResult result) {
    return result.fold(
        CallResult.Done::events,
        refused -> {
          throw new IllegalStateException("the parent refused: " + refused.error());
        });
  }

  static boolean isRefused(CallResult result, Rule rule) {
    return result instanceof CallResult.Refused refused && refused.error().rule() == rule;
  }
}
