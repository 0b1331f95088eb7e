package io.frond.core;

import static io.frond.core.ChainWorld.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.admission.TransactionResult;
import io.frond.core.environment.SimulatedCrash;
import io.frond.core.journal.JournalRecord.BlockRecord;
import io.frond.core.journal.JournalRecord.GroupRecord;
import io.frond.core.log.FileChainLog;
import io.frond.core.ordering.Receipt;
import io.frond.core.ordering.SignedReceipt;
import io.frond.core.settling.ChainEvent;
import io.frond.core.state.StateStore;
import io.frond.vm.Account;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/**
 * Two phases: first anything may break, of the disk and of the parent; then only the chain's user
 * goes on, and everything must come to an end.
 */
final class FaultyWorld {
  /** Kinds of faults. */
  static final int KINDS = 7;

  private static final ChainOptions OPTIONS =
      new ChainOptions(
          new ChainOptions.Pace(10, 2, 3, 60, 4),
          new ChainOptions.ParentTerms(2, 5, 6, 1_000, 500),
          1_000);

  private final SplittableRandom random;
  private final ChainWorld world;
  private final List<String> story = new ArrayList<>();
  private final List<SignedReceipt> receipts = new ArrayList<>();
  private final List<CompletableFuture<TransactionResult>> waiting = new ArrayList<>();
  private final int faults;
  private @Nullable AppChain chain;
  private int nextSequence;
  private long sum;

  FaultyWorld(long seed) {
    random = new SplittableRandom(seed);
    // A random subset: all faults at once hide the interesting ones.
    faults = random.nextInt(1 << KINDS);
    world = new ChainWorld(seed).options(OPTIONS);
  }

  String story() {
    return story.toString();
  }

  /** What happened in this world. */
  Set<String> reached() {
    Set<String> reached = new TreeSet<>(story);
    world.events().forEach(event -> reached.add(event.getClass().getSimpleName()));
    return reached;
  }

  void sufferAndRecover() {
    for (int step = 0; step < 60; step++) {
      attempt(this::sufferOnce);
    }
    world.parent().setDown(false);
    world.parent().answerUnknown(0);
    world.environment().disk().crashAtOperation(0);
    story.add("peace");
    for (int step = 0; step < 80; step++) {
      attempt(() -> world.run(opened(), 1));
    }
    assertThat(ChainWorld.sum(opened())).as("sum").isEqualTo(sum);
  }

  private void attempt(Runnable action) {
    try {
      action.run();
    } catch (SimulatedCrash crash) {
      story.add("crash");
      world.environment().disk().restart();
      chain = null;
      collect();
    }
  }

  private AppChain opened() {
    AppChain open = chain;
    if (open == null) {
      open = world.open();
      chain = open;
      resubmit(open);
    }
    return open;
  }

  /** A user who lost the connection asks what the chain has of theirs, and sends the rest again. */
  private void resubmit(AppChain open) {
    waiting.clear();
    for (int i = (int) open.nextNonce(ALICE.address(), 0); i < nextSequence; i++) {
      waiting.add(ChainWorld.submit(open, ChainWorld.add(ALICE, i, i)));
    }
  }

  private void sufferOnce() {
    if (random.nextInt(3) == 0) {
      fault(random.nextInt(KINDS));
    }
    AppChain open = opened();
    for (int i = random.nextInt(4); i > 0; i--) {
      sum += nextSequence;
      waiting.add(ChainWorld.submit(open, ChainWorld.add(ALICE, nextSequence, nextSequence)));
      nextSequence++;
    }
    if (random.nextInt(4) == 0) {
      world.deposit(ALICE.address(), 1);
    }
    world.run(open, 1);
    collect();
  }

  private void collect() {
    waiting.removeIf(
        result -> {
          if (result.isDone() && result.join() instanceof TransactionResult.Included included) {
            receipts.add(included.receipt());
          }
          return result.isDone();
        });
  }

  private void fault(int kind) {
    if ((faults >> kind & 1) == 0) {
      return;
    }
    long committed = world.parent().committedCount();
    long last = world.parent().lastFinal();
    long back = last + random.nextInt((int) (committed - last + 1));
    switch (kind) {
      case 0 -> world.environment().disk().crashAtOperation(1 + random.nextInt(30));
      case 1 -> {
        if (back < committed) {
          world.parent().rewindTo(back);
        }
      }
      case 2 -> world.parent().dropCommitsAfter(back);
      case 3 -> world.parent().raiseEpoch();
      case 4 -> world.parent().setDown(random.nextBoolean());
      case 5 -> world.parent().answerUnknown(random.nextInt(3));
      default -> outsider();
    }
    story.add(List.of("disk", "rewind", "reorg", "epoch", "line", "mute", "other").get(kind));
  }

  /** Somebody else commits a batch on what the parent has. */
  private void outsider() {
    if (world.parent().isDown()) {
      return;
    }
    Account account = ChainWorld.key(9).address();
    ChainWorld other =
        new ChainWorld(random.nextLong())
            .options(OPTIONS)
            .on(world.parent())
            .operator(ChainWorld.key(9));
    other.environment().clock().set(world.environment().clock().nowMs());
    world.parent().raiseEpoch();
    world.parent().proposeAs(account);
    AppChain rival = other.open();
    world.deposit(account, 1);
    other.run(rival, 12);
    rival.close();
    world.parent().proposeAs(ChainWorld.OPERATOR.address());
    world.environment().clock().set(other.environment().clock().nowMs());
  }

  void check() {
    AppChain open = opened();
    final Bytes32 root = open.stateRoot();
    assertThat(world.parent().settlement().batches().lastFinal())
        .isEqualTo(world.parent().committedCount());
    assertThat(open.finality(open.blockNumber())).isEqualTo(io.frond.core.ordering.Finality.FINAL);
    open.close();
    world.environment().disk().kill();
    AppChain replayed = world.builder().states(StateStore.inMemory()).open();
    assertThat(replayed.stateRoot()).as("replayed from zero").isEqualTo(root);
    replayed.close();
    world.environment().disk().kill();
    FileChainLog log = FileChainLog.open(world.environment());
    checkPromises(ChainHistory.of(log));
    log.close();
    assertThat(world.events()).noneMatch(event -> event instanceof ChainEvent.Disputable);
  }

  private void checkPromises(ChainHistory history) {
    Map<String, Object> said = new HashMap<>();
    for (GroupRecord record : history.groups()) {
      String key = record.group().epoch() + "/" + record.group().number();
      assertThat(said.put(key, record)).as("group " + key).isNull();
    }
    for (SignedReceipt signed : receipts) {
      Receipt receipt = signed.receipt();
      assertThat(history.groups()).anyMatch(record -> record.group().equals(signed.group()));
      String place = receipt.epoch() + ":" + receipt.place();
      assertThat(said.put(place, receipt)).as("place " + place).isNull();
      if (receipt.epoch() == world.parent().settlement().epoch()) {
        BlockRecord block = history.blocks().get((int) receipt.place().block() - 1);
        int at = receipt.place().position() - block.inbox().entries().size();
        assertThat(history.transactions(block.number()).get(at)).isEqualTo(receipt.transactionId());
      }
    }
  }
}
