package io.frond.core.state;

import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/** Keeps each first touch of a block, in order, while it is switched on. */
public final class WitnessRecorder implements AccessLog {
  private final List<WitnessEntry> entries = new ArrayList<>();
  private final List<Bytes32> treeKeys = new ArrayList<>();
  private boolean recording;

  /** Forgets everything and listens from now on. */
  public void start() {
    entries.clear();
    treeKeys.clear();
    recording = true;
  }

  /** Listens no more. */
  public void stop() {
    recording = false;
  }

  @Override
  public boolean isRecording() {
    return recording;
  }

  @Override
  public void touched(Section section, byte[] rawKey, Bytes32 treeKey, byte @Nullable [] value) {
    entries.add(new WitnessEntry(section, rawKey, value));
    treeKeys.add(treeKey);
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public void truncate(int size) {
    entries.subList(size, entries.size()).clear();
    treeKeys.subList(size, treeKeys.size()).clear();
  }

  /** What was touched, in order. */
  public List<WitnessEntry> entries() {
    return List.copyOf(entries);
  }

  /** The tree keys of one tree that were touched. */
  public List<Bytes32> touchedKeys(Section section) {
    List<Bytes32> keys = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).section() == section) {
        keys.add(treeKeys.get(i));
      }
    }
    return keys;
  }

  /** The witness of what was recorded, from the trees as they stood before these changes. */
  public StateWitness witness(FullStateTrees trees, StateChanges changes) {
    return new StateWitness(
        entries(),
        trees.witness(Section.LEDGER, touchedKeys(Section.LEDGER), changes),
        trees.witness(Section.MODULE, touchedKeys(Section.MODULE), changes),
        trees.witness(Section.META, touchedKeys(Section.META), changes));
  }
}
