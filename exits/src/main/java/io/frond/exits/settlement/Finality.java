package io.frond.exits.settlement;

import io.frond.core.chain.AssetQuanta;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.exits.settlement.SettlementEvent.Cause;
import io.frond.exits.settlement.SettlementEvent.Finalized;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Makes batches final in order. Whatever the evidence, a batch never takes more out than custody
 * has free for it; one that says it does is a proven fraud.
 */
final class Finality {
  private final State state;
  private final Batches batches;
  private final Inbox inbox;
  private final Books books;
  private final Rewinds rewinds;
  private final Funds funds;

  Finality(State state, Batches batches, Inbox inbox, Books books, Rewinds rewinds, Funds funds) {
    this.state = state;
    this.batches = batches;
    this.inbox = inbox;
    this.books = books;
    this.rewinds = rewinds;
    this.funds = funds;
  }

  void finalizeThrough(long number, CallContext context) {
    long first = batches.lastFinal() + 1;
    long last = batches.lastCommitted();
    Refusal.unless(
        number >= first && number <= last, Rule.BATCH_NUMBER, first + " to " + last, number);
    long readyFrom = batches.at(first).commitment().finalFrom();
    Refusal.unless(context.now() >= readyFrom, Rule.NOT_READY, "from " + readyFrom, context.now());
    boolean goesOn = true;
    for (long next = first; goesOn && next <= number; next++) {
      goesOn = finalizeNext(next, context);
    }
  }

  /** False if it was not ready or was rewound: a call stops there. */
  private boolean finalizeNext(long number, CallContext context) {
    Bytes32 hash = batches.hashOf(number);
    BatchRecord batch = batches.at(number);
    if (context.now() < batch.commitment().finalFrom()) {
      return false;
    }
    if (!custodyCovers(batch)) {
      rewinds.rewind(hash, batch, Cause.CUSTODY_CAP, context);
      funds.burn(batch.commitment().bond());
      return false;
    }
    inbox.finalizeTo(batch.header().inbox().to(), batch.commitment().proposer());
    for (AssetQuanta.Entry total : batch.header().withdrawals().totals().entries()) {
      books.open(number, books.fungibleAt(total.assetIndex()), total.quanta());
    }
    funds.give(batch.commitment().proposer(), batch.commitment().bond());
    batches.store(hash, batch.with(new BatchRecord.Status.Final()));
    batches.finalizeNext();
    state.emit(new Finalized(number, hash));
    return true;
  }

  private boolean custodyCovers(BatchRecord batch) {
    long to = batch.header().inbox().to();
    for (AssetQuanta.Entry total : batch.header().withdrawals().totals().entries()) {
      if (total.quanta() > books.free(books.fungibleAt(total.assetIndex()), to)) {
        return false;
      }
    }
    return true;
  }
}
