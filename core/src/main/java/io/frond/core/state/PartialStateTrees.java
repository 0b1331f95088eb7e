package io.frond.core.state;

import org.apache.tuweni.bytes.Bytes32;

/** The three trees as far as a witness shows them. */
public final class PartialStateTrees implements StateTrees {
  private final PartialTree ledger;
  private final PartialTree module;
  private final PartialTree meta;

  /** The trees of a witness. */
  public PartialStateTrees(StateWitness witness) {
    ledger = PartialTree.of(witness.ledger(), witness.ledger().root());
    module = PartialTree.of(witness.module(), witness.module().root());
    meta = PartialTree.of(witness.meta(), witness.meta().root());
  }

  @Override
  public StateRoot root() {
    return new StateRoot(ledger.root(), module.root(), meta.root());
  }

  @Override
  public void apply(StateChanges changes) {
    ledger.apply(changes.ledger());
    module.apply(changes.module());
    meta.apply(changes.meta());
  }

  /**
   * Whether the tree has exactly this value hash at a key, zero standing for absence.
   *
   * @throws WitnessIncomplete if the witness does not show the key
   */
  public boolean has(Section section, Bytes32 treeKey, Bytes32 valueHash) {
    return tree(section).valueHash(treeKey).orElse(Bytes32.ZERO).equals(valueHash);
  }

  /** Whether the witness shows exactly what these touches and changes need, and nothing more. */
  public boolean isExactlyFor(WitnessRecorder recorder, StateChanges changes) {
    for (Section section : Section.values()) {
      if (!tree(section).isExactlyFor(recorder.touchedKeys(section), changes.of(section))) {
        return false;
      }
    }
    return true;
  }

  private PartialTree tree(Section section) {
    return switch (section) {
      case LEDGER -> ledger;
      case MODULE -> module;
      case META -> meta;
    };
  }
}
