package io.frond.core.ledger;

import io.frond.core.chain.AssetQuanta;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.EscrowId;
import io.frond.vm.PoolId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/** The books as claims: what a leaf of the ledger tree says of each line. */
final class ClaimReader {
  private final ClaimBooks books;
  private final Balances balances;

  ClaimReader(ClaimBooks books, Balances balances) {
    this.books = books;
    this.balances = balances;
  }

  List<Claim> claimsOf(Account account) {
    List<Claim> claims = new ArrayList<>();
    balances.leaf(account).ifPresent(claims::add);
    // No item has the identity zero, so the list begins after it.
    OwnedKey start = new OwnedKey(account, OwnedKey.ITEM, Bytes.wrap(new byte[64]));
    for (OwnedKey line = books.nextOwned(start); line != null; line = books.nextOwned(line)) {
      claims.add(claim(line));
    }
    return claims;
  }

  Optional<Claim.Pool> pool(PoolId id) {
    return Optional.ofNullable(books.pool(id)).map(pool -> claim(id, pool));
  }

  private Claim claim(OwnedKey line) {
    Bytes identity = line.identity();
    Bytes32 first = Bytes32.wrap(identity.slice(0, Bytes32.SIZE).toArray());
    return switch (line.kind()) {
      case OwnedKey.ITEM ->
          new Claim.Item(
              AssetId.of(first),
              Bytes32.wrap(identity.slice(Bytes32.SIZE).toArray()),
              line.account());
      case OwnedKey.SHARE -> {
        PoolId pool = new PoolId(first);
        yield new Claim.Share(line.account(), pool, books.shares(line.account(), pool));
      }
      default -> claim(new EscrowId(first));
    };
  }

  private Claim claim(EscrowId id) {
    EscrowState escrow = listed(books.escrow(id), "escrow " + id.value());
    return new Claim.Escrow(
        id, escrow.asset(), escrow.item(), escrow.amount(), escrow.end(), escrow.split());
  }

  private static Claim.Pool claim(PoolId id, PoolState pool) {
    List<AssetQuanta.Entry> reserves = new ArrayList<>();
    for (int i = 0; i < pool.assets().length; i++) {
      reserves.add(new AssetQuanta.Entry(pool.assets()[i], pool.reserves()[i]));
    }
    return new Claim.Pool(id, pool.totalShares(), new AssetQuanta(reserves));
  }

  private static <T> T listed(@Nullable T found, String what) {
    if (found == null) {
      throw new IllegalStateException("listed as owned, but not there: " + what);
    }
    return found;
  }
}
