package io.frond.core.ledger;

import io.frond.core.items.Place;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.EscrowId;
import io.frond.vm.PoolId;
import io.frond.vm.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a forced exit turns into balances: shares in kind, and escrows that have ended. */
final class Positions {
  private final ClaimBooks books;
  private final LedgerOperations operations;

  Positions(ClaimBooks books, LedgerOperations operations) {
    this.books = books;
    this.operations = operations;
  }

  List<AssetId> redeem(Account account, PoolId id) {
    List<AssetId> paid = new ArrayList<>();
    Place<PoolState> place = books.poolAt(id);
    PoolState pool = place.get();
    long shares = books.shares(account, id);
    if (pool == null || shares == 0) {
      return paid;
    }
    long total = pool.totalShares();
    for (int asset : pool.assets()) {
      long quanta = MulDiv.floor(pool.reserve(asset), shares, total);
      if (quanta > 0) {
        PoolState now = Objects.requireNonNull(place.get());
        books.setReserve(place, now, asset, now.reserve(asset) - quanta);
        books.credit(account, asset, quanta);
        operations.pay(id, account, asset, quanta);
        paid.add(books.at(asset).id());
      }
    }
    ClaimBooks.setPoolShares(place, Objects.requireNonNull(place.get()), total - shares);
    books.setShares(account, id, 0);
    operations.burnShares(id, account, shares);
    return paid;
  }

  boolean payEnded(Account account, EscrowId id, long parentHeight) {
    EscrowState escrow = books.escrow(id);
    if (escrow == null || parentHeight < escrow.end() || escrow.indexOf(account) < 0) {
      return false;
    }
    long part = escrow.partOf(account);
    Optional<Split> rest = escrow.splitWithout(account);
    if (part > 0) {
      books.release(id, escrow, account, part);
      operations.release(id, account, part);
    }
    if (part < escrow.amount() && rest.isPresent()) {
      books.setEscrow(
          id, books.escrow(id), escrow.withAmount(escrow.amount() - part).withSplit(rest.get()));
      operations.split(id, rest.get());
    }
    return true;
  }
}
