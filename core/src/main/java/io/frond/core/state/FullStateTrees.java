package io.frond.core.state;

import io.frond.core.hash.HashSuite;
import java.util.Collection;
import org.apache.tuweni.bytes.Bytes32;

/** The whole trees of a full node. */
public final class FullStateTrees implements StateTrees {
  private final StateTree ledger;
  private final StateTree module;
  private final StateTree meta;

  /** Three empty trees. */
  public FullStateTrees(HashSuite suite) {
    ledger = new StateTree(suite);
    module = new StateTree(suite);
    meta = new StateTree(suite);
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

  /** How many leaves the three trees have. */
  public long size() {
    return ledger.size() + module.size() + meta.size();
  }

  /** A path to a key, or to where it would be. */
  public TreePath prove(Section section, Bytes32 treeKey) {
    return tree(section).prove(treeKey);
  }

  /** What shows these keys and carries these changes, as the tree stands before them. */
  public TreeWitness witness(Section section, Collection<Bytes32> touched, StateChanges changes) {
    return tree(section).witness(touched, changes.of(section));
  }

  private StateTree tree(Section section) {
    return switch (section) {
      case LEDGER -> ledger;
      case MODULE -> module;
      case META -> meta;
    };
  }
}
