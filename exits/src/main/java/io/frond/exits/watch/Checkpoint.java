package io.frond.exits.watch;

import io.frond.core.state.StoredEntry;
import io.frond.core.state.WitnessRecorder;
import io.frond.core.transition.ChainRules;
import io.frond.core.transition.ChainState;
import java.util.ArrayList;
import java.util.List;

/**
 * A state to begin again from.
 *
 * @param number the last batch in it, 0 for genesis
 * @param entries all of it; empty for genesis, which the rules give
 * @param bytes how many bytes the entries have
 */
record Checkpoint(long number, List<StoredEntry> entries, long bytes) {
  /** What a chain starts with. */
  static final Checkpoint GENESIS = new Checkpoint(0, List.of(), 0);

  /** The state as it stands after a batch. */
  static Checkpoint of(long number, ChainState state) {
    List<StoredEntry> entries = new ArrayList<>();
    state.forEachEntry(entries::add);
    long bytes = 0;
    for (StoredEntry entry : entries) {
      bytes += entry.rawKey().length + entry.value().length;
    }
    return new Checkpoint(number, entries, bytes);
  }

  ReplayedState restore(ChainRules rules, long secret) {
    if (number == 0) {
      return ReplayedState.genesis(rules, secret);
    }
    WitnessRecorder recorder = new WitnessRecorder();
    return new ReplayedState(ChainState.restore(rules, entries, recorder, secret), recorder);
  }
}
