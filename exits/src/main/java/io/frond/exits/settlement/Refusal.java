package io.frond.exits.settlement;

import io.frond.exits.settlement.SettlementError.Rule;

/** Ends a call from any depth; caught in one place, where its changes are taken back. */
final class Refusal extends RuntimeException {
  private final transient SettlementError error;

  private Refusal(SettlementError error) {
    super(null, null, false, false);
    this.error = error;
  }

  SettlementError error() {
    return error;
  }

  static Refusal of(Rule rule, Object expected, Object actual) {
    return new Refusal(new SettlementError(rule, String.valueOf(expected), String.valueOf(actual)));
  }

  static void unless(boolean holds, Rule rule, Object expected, Object actual) {
    if (!holds) {
      throw of(rule, expected, actual);
    }
  }

  static void unlessEqual(Object expected, Object actual, Rule rule) {
    if (!expected.equals(actual)) {
      throw of(rule, expected, actual);
    }
  }
}
