package io.frond.core.ledger;

import io.frond.core.chain.Asset;
import io.frond.core.items.Place;
import io.frond.core.ledger.LedgerRefusal.Kind;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.Pool;
import io.frond.vm.PoolId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The one reused view of a pool of the running module. */
final class PoolView implements Pool {
  private static final int SHARES = -1;

  private final ModuleLedger ledger;
  private @Nullable PoolId id;
  private @Nullable Place<Integer> owner;
  private @Nullable Place<PoolState> place;

  PoolView(ModuleLedger ledger) {
    this.ledger = ledger;
  }

  @SuppressWarnings("ReferenceEquality") // the very same one again needs no look-up
  PoolView at(PoolId newId) {
    if (id == null || id.value() != newId.value()) {
      id = newId;
      owner = ledger.books().poolModuleAt(newId);
      place = null;
    }
    return this;
  }

  /** The position of the module that the pool is of; -1 if there is no such pool. */
  int module() {
    Integer module = Objects.requireNonNull(owner).get();
    return module == null ? -1 : module;
  }

  /** Forgets the places, which are good for one block. */
  void forget() {
    id = null;
    owner = null;
    place = null;
  }

  @Override
  public PoolId id() {
    return Objects.requireNonNull(id);
  }

  @Override
  public long reserve(AssetId asset) {
    ledger.read();
    return state().reserve(ledger.books().fungible(asset).index());
  }

  @Override
  public long totalShares() {
    ledger.read();
    return state().totalShares();
  }

  @Override
  public void add(AssetId assetId, long quanta) {
    Asset asset = ledger.books().fungible(assetId);
    ledger.take(asset, quanta);
    PoolState before = state();
    long sum = Math.addExact(before.reserve(asset.index()), quanta);
    if (before.totalShares() == 0) {
      ledger.bared(place());
    }
    ledger.books().setReserve(place(), before, asset.index(), sum);
    ledger.operations().add(id(), ledger.sender(), asset.index(), quanta);
  }

  @Override
  public void pay(Account to, AssetId assetId, long quanta) {
    ledger.checkAmount(quanta);
    Asset asset = ledger.books().fungible(assetId);
    PoolState before = state();
    long held = before.reserve(asset.index());
    if (held < quanta) {
      throw ledger.refuse(Kind.INSUFFICIENT, asset.index());
    }
    ledger.begin();
    ledger.books().setReserve(place(), before, asset.index(), held - quanta);
    ledger.books().credit(to, asset.index(), quanta);
    ledger.operations().pay(id(), to, asset.index(), quanta);
  }

  @Override
  public void mint(Account to, long shares) {
    ledger.checkAmount(shares);
    ledger.begin();
    PoolState before = state();
    ClaimBooks.setPoolShares(place(), before, Math.addExact(before.totalShares(), shares));
    ledger.books().setShares(to, id(), ledger.books().shares(to, id()) + shares);
    ledger.operations().mintShares(id(), to, shares);
  }

  @Override
  public void burn(long shares) {
    ledger.checkAmount(shares);
    ledger.begin();
    Account holder = ledger.sender();
    long held = ledger.books().shares(holder, id());
    if (held < shares) {
      throw ledger.refuse(Kind.INSUFFICIENT, SHARES);
    }
    PoolState before = state();
    if (before.totalShares() == shares) {
      ledger.bared(place());
    }
    ClaimBooks.setPoolShares(place(), before, before.totalShares() - shares);
    ledger.books().setShares(holder, id(), held - shares);
    ledger.operations().burnShares(id(), holder, shares);
  }

  private Place<PoolState> place() {
    if (place == null) {
      place = ledger.books().poolAt(id());
    }
    return place;
  }

  private PoolState state() {
    PoolState state = place().get();
    if (state == null) {
      throw new IllegalStateException("there is no pool " + id().value());
    }
    return state;
  }
}
