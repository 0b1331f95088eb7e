package io.frond.exits.settlement;

import io.frond.core.batch.BatchHeader;
import io.frond.core.chain.Asset;
import io.frond.core.outbox.Withdrawal;
import io.frond.core.outbox.WithdrawalProof;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.exits.settlement.SettlementEvent.Source;
import org.apache.tuweni.bytes.Bytes;

/** Leaving with the operator (exit protocol 3.3): claims of withdrawals. */
final class Withdrawals {
  private final State state;
  private final Batches batches;
  private final Books books;
  private final Items items;

  Withdrawals(State state, Batches batches, Books books, Items items) {
    this.state = state;
    this.batches = batches;
    this.books = books;
    this.items = items;
  }

  void claim(WithdrawalProof proof) {
    BatchRecord batch = batches.requireFinal(proof.batch());
    BatchHeader.Withdrawals sums = batch.header().withdrawals();
    Refusal.unless(
        proof.verify(state.suite(), state.domain(), sums.root(), sums.count()),
        Rule.PROOF,
        "a withdrawal of batch " + proof.batch(),
        proof.index());
    Bytes nullifier = Keys.claimed(proof.batch(), proof.index());
    Refusal.unless(!state.cells().isSet(nullifier), Rule.SPENT, "once", proof.index());
    state.cells().set(nullifier);
    pay(proof, proof.withdrawal());
  }

  private void pay(WithdrawalProof proof, Withdrawal withdrawal) {
    Asset asset = books.declared(withdrawal.asset());
    Source source = Source.of(Source.Kind.WITHDRAWAL, proof.batch(), proof.index());
    if (!asset.isFungible()) {
      Refusal.unless(withdrawal.amount() == 1, Rule.ASSET, 1, withdrawal.amount());
      items.release(asset, withdrawal.item(), withdrawal.account(), source);
      return;
    }
    Refusal.unless(withdrawal.item().isZero(), Rule.ASSET, "no item", withdrawal.item());
    long open = books.open(proof.batch(), asset);
    Refusal.unless(
        withdrawal.amount() <= open, Rule.BATCH_TOTAL, "at most " + open, withdrawal.amount());
    books.claim(proof.batch(), asset, withdrawal.amount());
    books.credit(withdrawal.account(), asset, withdrawal.amount(), source);
  }
}
