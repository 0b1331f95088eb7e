package io.frond.exits.settlement;

import java.util.List;
import java.util.function.Function;

/** What became of a call. */
public sealed interface CallResult {
  /**
   * It took effect.
   *
   * @param events what it did, in order
   */
  record Done(List<SettlementEvent> events) implements CallResult {
    /** A result with these events. */
    public Done {
      events = List.copyOf(events);
    }
  }

  /**
   * It had no effect.
   *
   * @param error why
   */
  record Refused(SettlementError error) implements CallResult {}

  /** The result of the function that fits. */
  default <T> T fold(Function<Done, T> done, Function<Refused, T> refused) {
    return this instanceof Done result ? done.apply(result) : refused.apply((Refused) this);
  }
}
