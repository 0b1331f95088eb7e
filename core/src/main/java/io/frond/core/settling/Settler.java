package io.frond.core.settling;

import io.frond.core.data.DataAvailability;
import io.frond.core.data.Publication;
import io.frond.core.parent.BatchStatus;
import io.frond.core.parent.ParentAnswer;
import io.frond.core.parent.ParentReader;
import io.frond.core.parent.ParentUnavailableException;
import io.frond.core.parent.ParentWriter;
import io.frond.core.parent.SettlementStatus;
import io.frond.core.parent.SettlementStatus.Mode;
import io.frond.core.proof.ProofSystem;
import io.frond.core.proof.WitnessSource;
import io.frond.core.sequencing.ParentView;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.tuweni.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Takes sealed batches to the parent, in order, each once: what the parent has is asked before
 * anything is sent, and after an answer that nobody understood. For the stepping thread.
 */
public final class Settler {
  private final BatchBook book;
  private final Ports ports;
  private final Terms terms;
  private final Consumer<ChainEvent> events;
  private long sent;
  private long sentAt;
  private long commitAfter = -1;
  private @Nullable Outdated outdated;
  private long finalizeAfter = -1;

  /**
   * What a settler works with.
   *
   * @param reader the parent
   * @param writer the way to it
   * @param data where the data goes
   * @param proofs what makes evidence
   * @param witnesses the witnesses of the blocks of a batch
   */
  public record Ports(
      ParentReader reader,
      ParentWriter writer,
      DataAvailability data,
      ProofSystem proofs,
      Function<SealedBatch, WitnessSource> witnesses) {}

  /**
   * What the settlement asks for, in parent blocks.
   *
   * @param window from a commit until a batch can be final
   * @param maxLag the age of the oldest block that a batch may refer to
   */
  public record Terms(long window, long maxLag) {}

  /** Settles the batches of a book. */
  public Settler(BatchBook book, Ports ports, Terms terms, Consumer<ChainEvent> events) {
    this.book = book;
    this.ports = ports;
    this.terms = terms;
    this.events = events;
  }

  /**
   * Commits the next batch and finalises what is ready.
   *
   * @return whether anything was sent
   */
  public boolean step(ParentView view) {
    outdated = null;
    try {
      boolean committed = commit(view);
      return finalizeReady(view) || committed;
    } catch (ParentUnavailableException later) {
      return false;
    }
  }

  /**
   * A batch that the parent will never take as it is.
   *
   * @param batch the batch
   * @param isStale whether it refers to parent blocks that are too old; else it leaves inbox
   *     entries behind that are due by now
   */
  public record Outdated(SealedBatch batch, boolean isStale) {}

  /** What the last step found outdated. */
  public Optional<Outdated> outdated() {
    return Optional.ofNullable(outdated);
  }

  /** Whether it refers to parent blocks so old that committing it is a fraud, or soon will be. */
  private boolean isStale(SealedBatch batch, ParentView view) {
    long margin = terms.maxLag() / 10;
    return batch.oldestReference() < view.head().height() + 1 - terms.maxLag() + margin;
  }

  /** The newest batch that the parent has, or took without having shown it yet. */
  public long committed(ParentView view) {
    long shown = view.status().batches().lastCommitted();
    return view.head().height() < sentAt ? Math.max(shown, sent) : shown;
  }

  private boolean commit(ParentView view) {
    Mode mode = view.status().mode();
    Optional<SealedBatch> next = book.find(committed(view) + 1);
    if (next.isEmpty()
        || view.head().height() <= commitAfter
        || (mode != Mode.ACTIVE && mode != Mode.SUNSETTING)) {
      return false;
    }
    SealedBatch batch = next.get();
    if (isStale(batch, view)) {
      outdated = new Outdated(batch, true);
      postpone(view, batch, "STALE", "refers to parent block " + batch.oldestReference());
      return true;
    }
    Publication publication =
        ports.data().publish(batch.header().dataCommitment(), batch.blockData());
    if (publication instanceof Publication.Failed failed) {
      postpone(view, batch, "UNPUBLISHED", failed.reason());
      return true;
    }
    requireWithCommit((Publication.Published) publication);
    WitnessSource witnesses = ports.witnesses().apply(batch);
    Bytes evidence = ports.proofs().prove(batch.header(), witnesses);
    ParentAnswer answer = ports.writer().commit(batch.batch().encode(), evidence);
    note(view, batch, answer);
    return true;
  }

  private static void requireWithCommit(Publication.Published published) {
    if (!published.certificate().isEmpty()) {
      throw new IllegalStateException(
          "data availability: expected data that travels in the commit, actual a certificate of "
              + published.certificate().size()
              + " bytes");
    }
  }

  private void note(ParentView view, SealedBatch batch, ParentAnswer answer) {
    if (answer instanceof ParentAnswer.Included included) {
      sent = batch.number();
      sentAt = included.height();
      events.accept(new ChainEvent.Committed(batch.number(), included.height()));
    } else if (answer instanceof ParentAnswer.Refused no) {
      if (no.code().equals(ParentAnswer.Refused.DUE_ENTRY)) {
        outdated = new Outdated(batch, false);
      }
      postpone(view, batch, no.code(), no.detail());
    } else {
      postpone(view, batch, "UNKNOWN", ((ParentAnswer.Unknown) answer).detail());
    }
  }

  private void postpone(ParentView view, SealedBatch batch, String code, String detail) {
    commitAfter = view.head().height();
    events.accept(new ChainEvent.NotCommitted(batch.number(), code, detail));
  }

  private boolean finalizeReady(ParentView view) {
    SettlementStatus.Batches batches = view.status().batches();
    if (batches.lastFinal() >= batches.lastCommitted() || view.head().height() <= finalizeAfter) {
      return false;
    }
    finalizeAfter = view.head().height();
    long ready = batches.lastFinal();
    while (ready < batches.lastCommitted() && isReady(ready + 1, view)) {
      ready++;
    }
    if (ready == batches.lastFinal()) {
      return false;
    }
    var unused = ports.writer().finalizeThrough(ready);
    return true;
  }

  private boolean isReady(long number, ParentView view) {
    Optional<BatchStatus> status = ports.reader().batch(number);
    return status.isPresent()
        && view.head().height() + 1 >= status.get().committedAt() + terms.window();
  }
}
