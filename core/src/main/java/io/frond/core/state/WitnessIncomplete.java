package io.frond.core.state;

/**
 * What was asked lies outside the witness. It says nothing about the state: a key outside the
 * witness is never "absent". Whoever re-executes from a witness refuses the witness.
 */
public final class WitnessIncomplete extends RuntimeException {
  /** A refusal with this message. */
  public WitnessIncomplete(String message) {
    super(message, null, false, false);
  }
}
