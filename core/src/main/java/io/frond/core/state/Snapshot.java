package io.frond.core.state;

import java.util.function.Consumer;

/** The whole state at one point of the chain, given entry by entry. */
public interface Snapshot {
  /**
   * A snapshot of what somebody can enumerate.
   *
   * @param entries gives every entry to the sink, the same at each call
   */
  static Snapshot of(SnapshotPoint point, Consumer<SnapshotSink> entries) {
    return new Snapshot() {
      @Override
      public SnapshotPoint point() {
        return point;
      }

      @Override
      public void entries(SnapshotSink sink) {
        entries.accept(sink);
      }
    };
  }

  /** When. */
  SnapshotPoint point();

  /**
   * Gives every entry, in the order in which it was saved. Whoever loads a state compares its root
   * with the point's: checksums find accidents, and nothing else.
   *
   * @throws io.frond.vm.DecodeException if a file was damaged since it was found whole
   */
  void entries(SnapshotSink sink);
}
