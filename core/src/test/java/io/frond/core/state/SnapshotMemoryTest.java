package io.frond.core.state;

class SnapshotMemoryTest extends SnapshotContract {
  private final StateStore store = StateStore.inMemory();

  @Override
  StateStore store() {
    return store;
  }
}
