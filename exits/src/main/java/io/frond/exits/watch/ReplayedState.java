package io.frond.exits.watch;

import io.frond.core.state.StateChanges;
import io.frond.core.state.WitnessRecorder;
import io.frond.core.transition.ChainRules;
import io.frond.core.transition.ChainState;
import org.apache.tuweni.bytes.Bytes;

/** A state with the recorder that hears its accesses, which is silent until a witness is made. */
record ReplayedState(ChainState state, WitnessRecorder recorder) {
  static ReplayedState genesis(ChainRules rules, long secret) {
    WitnessRecorder recorder = new WitnessRecorder();
    return new ReplayedState(ChainState.genesis(rules, recorder, secret), recorder);
  }

  /** The witness of what was touched since the recorder was started, with these changes. */
  Bytes witness(StateChanges changes) {
    return recorder.witness(state.fullTrees().orElseThrow(), changes).encode();
  }
}
