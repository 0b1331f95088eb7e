package io.frond.exits.parent;

import io.frond.core.hash.HashSuite;
import io.frond.core.hash.Hasher;
import io.frond.core.parent.ParentBlock;
import io.frond.core.parent.ParentBlocks;
import io.frond.core.parent.ParentEvent;
import io.frond.exits.store.JournaledStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/** The closed blocks of the local parent: their hashes, their calls, their events, their undo. */
final class LocalBlocks implements ParentBlocks {
  private static final int TAG = 0xb2;

  private final HashSuite suite;
  private final List<Closed> closed = new ArrayList<>();
  private long forks;

  /** A closed block; calls and span are dropped once it is too deep to be reorganised. */
  private static final class Closed {
    private final ParentBlock block;
    private List<DroppedCall> calls;
    private final List<ParentEvent> events;
    private JournaledStore.@Nullable Span span;

    Closed(
        ParentBlock block,
        List<DroppedCall> calls,
        List<ParentEvent> events,
        JournaledStore.Span span) {
      this.block = block;
      this.calls = calls;
      this.events = events;
      this.span = span;
    }

    void forget() {
      calls = List.of();
      span = null;
    }
  }

  LocalBlocks(HashSuite suite) {
    this.suite = suite;
  }

  void close(
      long timeMs,
      List<DroppedCall> calls,
      List<ParentEvent> events,
      JournaledStore.Span span,
      int keptSpans) {
    long height = closed.size();
    Hasher hasher = suite.newHasher().u8(TAG).u64(height).u64(timeMs).u64(forks);
    hasher.raw(closed.isEmpty() ? Bytes32.ZERO : head().hash());
    for (DroppedCall call : calls) {
      hasher.account(call.caller()).u32(call.call().size()).raw(call.call());
    }
    ParentBlock block = new ParentBlock(height, hasher.digest(), timeMs);
    closed.add(new Closed(block, List.copyOf(calls), List.copyOf(events), span));
    if (closed.size() > keptSpans) {
      closed.get(closed.size() - 1 - keptSpans).forget();
    }
  }

  /** Takes the newest block off; its calls in order. */
  List<DroppedCall> drop(JournaledStore store) {
    Closed last = closed.remove(closed.size() - 1);
    JournaledStore.Span span = last.span;
    if (span == null) {
      throw new IllegalStateException("block " + last.block.height() + " is too deep");
    }
    store.undo(span);
    return last.calls;
  }

  /** How many of the newest blocks can be taken off. */
  int droppable() {
    int at = closed.size() - 1;
    while (at > 0 && closed.get(at).span != null) {
      at--;
    }
    return closed.size() - 1 - at;
  }

  /** From now on blocks differ from those that were dropped. */
  void fork() {
    forks++;
  }

  @Override
  public ParentBlock head() {
    return closed.get(closed.size() - 1).block;
  }

  @Override
  public Optional<ParentBlock> at(long height) {
    return height < 0 || height >= closed.size()
        ? Optional.empty()
        : Optional.of(closed.get((int) height).block);
  }

  List<ParentEvent> events(long from) {
    List<ParentEvent> found = new ArrayList<>();
    for (long height = Math.max(0, from); height < closed.size(); height++) {
      found.addAll(closed.get((int) height).events);
    }
    return found;
  }
}
