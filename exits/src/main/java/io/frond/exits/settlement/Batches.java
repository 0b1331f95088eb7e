package io.frond.exits.settlement;

import io.frond.core.batch.BatchHeader;
import io.frond.exits.settlement.SettlementError.Rule;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** The chain of batches: their records by hash, and the hash of each number. */
final class Batches {
  private final State state;
  private final Cells cells;

  /**
   * What the next batch must continue.
   *
   * @param hash hash of the last batch
   * @param postRoot its state root
   * @param referenceHeight its parent reference
   * @param lastBlock the number of its last block
   */
  record Tip(Bytes32 hash, Bytes32 postRoot, long referenceHeight, long lastBlock) {}

  Batches(State state) {
    this.state = state;
    this.cells = state.cells();
  }

  long lastCommitted() {
    return cells.number(Keys.LAST_COMMITTED);
  }

  long lastFinal() {
    return cells.number(Keys.LAST_FINAL);
  }

  long epoch() {
    return cells.number(Keys.EPOCH);
  }

  void raiseEpoch() {
    cells.add(Keys.EPOCH, 1);
  }

  boolean isProposerOpen() {
    return cells.isSet(Keys.PROPOSER_OPEN);
  }

  /** The hash of the committed or final batch of a number. */
  Bytes32 hashOf(long number) {
    return number == 0
        ? state.domain()
        : cells
            .get(Keys.batchHash(number))
            .map(Bytes32::wrap)
            .orElseThrow(() -> new IllegalStateException("no batch " + number));
  }

  Optional<BatchRecord> find(Bytes32 hash) {
    return cells.get(Keys.batch(hash)).map(BatchRecord::decode);
  }

  /** The committed or final batch of a number, 1 to the last. */
  BatchRecord at(long number) {
    return find(hashOf(number)).orElseThrow();
  }

  /** Whether a batch is still part of the chain. */
  boolean isCurrent(BatchRecord batch, Bytes32 hash) {
    return batch.number() <= lastCommitted() && hashOf(batch.number()).equals(hash);
  }

  /** What a batch after the one of this number must continue. */
  Tip tip(long number) {
    if (number == 0) {
      Bytes32 genesis = state.config().genesis().hash(state.suite(), state.domain());
      return new Tip(state.domain(), genesis, 0, 0);
    }
    Bytes32 hash = hashOf(number);
    BatchHeader header = find(hash).orElseThrow().header();
    return new Tip(
        hash, header.state().post(), header.reference().height(), header.blocks().last());
  }

  void store(Bytes32 hash, BatchRecord batch) {
    cells.put(Keys.batch(hash), batch.encode());
  }

  void append(Bytes32 hash, BatchRecord batch, Bytes published) {
    store(hash, batch);
    cells.put(Keys.batchHash(batch.number()), hash);
    cells.setNumber(Keys.LAST_COMMITTED, batch.number());
    cells.put(Keys.publishedBatch(hash), published);
    cells.put(Keys.published(batch.header().dataCommitment()), hash);
  }

  void finalizeNext() {
    cells.setNumber(Keys.LAST_FINAL, lastFinal() + 1);
  }

  /** The batch of this number, which must be final. */
  BatchRecord requireFinal(long number) {
    boolean isFinal = number >= 1 && number <= lastFinal();
    Refusal.unless(isFinal, Rule.NOT_FINAL, "1 to " + lastFinal(), number);
    return at(number);
  }

  /** The batch of this hash, which must be committed and not final. */
  BatchRecord requireCommitted(Bytes32 hash) {
    BatchRecord batch =
        find(hash).orElseThrow(() -> Refusal.of(Rule.NOT_COMMITTED, "a batch", hash));
    boolean isPending = batch.number() > lastFinal() && isCurrent(batch, hash);
    Refusal.unless(isPending, Rule.NOT_COMMITTED, "a committed batch", batch.number());
    return batch;
  }
}
