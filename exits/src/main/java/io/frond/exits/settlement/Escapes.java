package io.frond.exits.settlement;

import io.frond.core.chain.Asset;
import io.frond.core.ledger.Claim;
import io.frond.core.parent.SettlementStatus.Mode;
import io.frond.exits.proof.EscapeProof;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.exits.settlement.SettlementEvent.Source;
import io.frond.vm.Account;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** Leaving without the operator (exit protocol 3.4): one index of one claim in the snapshot. */
final class Escapes {
  private final State state;
  private final Books books;
  private final Items items;

  Escapes(State state, Books books, Items items) {
    this.state = state;
    this.books = books;
    this.items = items;
  }

  void escape(SettlementCall.Escape call) {
    state.requireMode(Mode.FROZEN);
    EscapeProof proof = call.proof();
    Bytes32 snapshot = state.cells().get(Keys.SNAPSHOT).map(Bytes32::wrap).orElseThrow();
    Refusal.unless(
        proof.verify(state.suite(), state.domain(), snapshot),
        Rule.PROOF,
        "a claim of " + snapshot,
        proof.claim().claim().kind());
    Claim claim = proof.claim().claim();
    Payment payment = payment(proof, call.index());
    Bytes32 key = claim.key(state.suite());
    Bytes nullifier = Keys.escaped(Claim.spentKey(state.suite(), key, call.index()));
    Refusal.unless(!state.cells().isSet(nullifier), Rule.SPENT, "once", call.index());
    state.cells().set(nullifier);
    pay(payment, new Source(Source.Kind.ESCAPE, key, call.index()));
  }

  /**
   * What one index of a claim pays.
   *
   * @param account to whom
   * @param asset in what
   * @param amount quanta, above 0; 1 for an item
   * @param item the item, if the asset is a collection
   */
  private record Payment(Account account, Asset asset, long amount, Bytes32 item) {}

  private Payment payment(EscapeProof proof, int index) {
    Claim claim = proof.claim().claim();
    if (claim instanceof Claim.Balances balances) {
      long quanta = balances.assets().quantaOf(index);
      return fungible(balances.account(), books.fungibleAt(index), quanta, index);
    }
    if (claim instanceof Claim.Share share) {
      Claim.Pool pool = (Claim.Pool) proof.pool().orElseThrow().claim();
      long quanta = ofPool(pool, share, index);
      return fungible(share.account(), books.fungibleAt(index), quanta, index);
    }
    if (claim instanceof Claim.Escrow escrow) {
      return ofEscrow(escrow, index);
    }
    Refusal.unless(index == 0, Rule.CLAIM_INDEX, 0, index);
    if (claim instanceof Claim.Item item) {
      return new Payment(item.owner(), collection(item), 1, item.id());
    }
    if (claim instanceof Claim.Residual residual) {
      Asset asset = books.fungible(residual.asset());
      return fungible(residual.beneficiary(), asset, residual.amount(), 0);
    }
    throw Refusal.of(Rule.CLAIM_KIND, "a claim that pays by itself", claim.kind());
  }

  private Asset collection(Claim.Item item) {
    Asset asset = books.declared(item.collection());
    Refusal.unless(!asset.isFungible(), Rule.ASSET, "a collection", item.collection());
    return asset;
  }

  private static long ofPool(Claim.Pool pool, Claim.Share share, int index) {
    long reserve = pool.reserves().quantaOf(index);
    // More shares than the total would be a broken ledger; the division needs a total above 0.
    boolean isPart = share.shares() <= pool.total();
    Refusal.unless(isPart, Rule.CLAIM_INDEX, "at most " + pool.total(), share.shares());
    return Proportion.floor(reserve, share.shares(), pool.total());
  }

  private Payment ofEscrow(Claim.Escrow escrow, int index) {
    int parts = escrow.split().parts().size();
    boolean isPart = index >= 0 && index < parts;
    Refusal.unless(isPart, Rule.CLAIM_INDEX, "0 to " + (parts - 1), index);
    Account account = escrow.split().parts().get(index).account();
    Asset asset = books.declared(escrow.asset());
    if (asset.isFungible()) {
      Refusal.unless(escrow.item().isZero(), Rule.ASSET, "no item", escrow.item());
      return fungible(
          account, asset, Proportion.part(escrow.amount(), escrow.split(), index), index);
    }
    Refusal.unless(parts == 1 && escrow.amount() == 1, Rule.ASSET, "one item", escrow.amount());
    return new Payment(account, asset, 1, escrow.item());
  }

  private static Payment fungible(Account account, Asset asset, long quanta, int index) {
    Refusal.unless(quanta > 0, Rule.CLAIM_INDEX, "an index that pays", index);
    return new Payment(account, asset, quanta, Bytes32.ZERO);
  }

  private void pay(Payment payment, Source source) {
    if (!payment.asset.isFungible()) {
      items.release(payment.asset, payment.item, payment.account, source);
      return;
    }
    long free = books.free(payment.asset);
    Refusal.unless(payment.amount <= free, Rule.CUSTODY_CAP, "at most " + free, payment.amount);
    books.credit(payment.account, payment.asset, payment.amount, source);
  }
}
