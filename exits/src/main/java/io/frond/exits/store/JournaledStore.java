package io.frond.exits.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;

/**
 * A store that can take back what was done to it: to a mark within the current span, for a call
 * that fails, or a whole span, for a block that is reorganised away.
 */
public final class JournaledStore implements SettlementStore {
  private final SettlementStore below;
  private List<Change> changes = new ArrayList<>();

  /** What a span of changes was, as long as it may have to be taken back. */
  public static final class Span {
    private final List<Change> changes;

    private Span(List<Change> changes) {
      this.changes = changes;
    }
  }

  private record Change(Bytes key, Optional<Bytes> before) {}

  /** A journal over this store, which nobody else may change. */
  public JournaledStore(SettlementStore below) {
    this.below = below;
  }

  @Override
  public Optional<Bytes> get(Bytes key) {
    return below.get(key);
  }

  @Override
  public void put(Bytes key, Bytes value) {
    changes.add(new Change(key, below.get(key)));
    below.put(key, value);
  }

  @Override
  public void remove(Bytes key) {
    Optional<Bytes> before = below.get(key);
    if (before.isPresent()) {
      changes.add(new Change(key, before));
      below.remove(key);
    }
  }

  /** The place to come back to. */
  public int mark() {
    return changes.size();
  }

  /** Takes back every change of this span since the mark. */
  public void rollbackTo(int mark) {
    undo(changes, mark);
  }

  /** Ends the span and begins the next one. */
  public Span endSpan() {
    Span span = new Span(changes);
    changes = new ArrayList<>();
    return span;
  }

  /** Takes back the changes of this span, and then those of the span before it. */
  public void undo(Span last) {
    rollbackTo(0);
    undo(last.changes, 0);
  }

  private void undo(List<Change> list, int mark) {
    for (int i = list.size() - 1; i >= mark; i--) {
      Change change = list.get(i);
      if (change.before.isPresent()) {
        below.put(change.key, change.before.get());
      } else {
        below.remove(change.key);
      }
    }
    list.subList(mark, list.size()).clear();
  }
}
