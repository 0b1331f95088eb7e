package io.frond.core.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps the newest snapshot as a list. */
final class SnapshotMemory implements StateStore {
  private @Nullable Snapshot newest;

  @Override
  public void save(Snapshot snapshot) {
    if (newest != null) {
      SnapshotWriter.checkOrder(newest.point().logPosition(), snapshot.point().logPosition());
    }
    List<Consumer<SnapshotSink>> entries = new ArrayList<>();
    snapshot.entries((section, key, value) -> entries.add(entry(section, key, value)));
    newest = Snapshot.of(snapshot.point(), sink -> entries.forEach(entry -> entry.accept(sink)));
  }

  @Override
  public Optional<Snapshot> latest() {
    return Optional.ofNullable(newest);
  }

  private static Consumer<SnapshotSink> entry(int section, byte[] key, byte[] value) {
    SnapshotWriter.checkEntry(section, key, value);
    byte[] keptKey = key.clone();
    byte[] keptValue = value.clone();
    return sink -> sink.entry(section, keptKey.clone(), keptValue.clone());
  }
}
