package io.frond.core.ledger;

import io.frond.core.chain.Asset;
import io.frond.core.ledger.LedgerRefusal.Kind;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.Escrow;
import io.frond.vm.EscrowId;
import io.frond.vm.Split;
import java.util.Objects;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/** The one reused view of an escrow of the running module. */
final class EscrowView implements Escrow {
  private final ModuleLedger ledger;
  private @Nullable EscrowId id;

  EscrowView(ModuleLedger ledger) {
    this.ledger = ledger;
  }

  EscrowView at(EscrowId newId) {
    id = newId;
    return this;
  }

  @Override
  public EscrowId id() {
    return Objects.requireNonNull(id);
  }

  @Override
  public AssetId asset() {
    return look().asset();
  }

  @Override
  public Optional<Bytes32> item() {
    EscrowState state = look();
    return state.isItem() ? Optional.of(state.item()) : Optional.empty();
  }

  @Override
  public long amount() {
    return look().amount();
  }

  @Override
  public long endParentHeight() {
    return look().end();
  }

  @Override
  public Split defaultSplit() {
    return look().split();
  }

  @Override
  public void lock(long quanta) {
    EscrowState before = state();
    Asset asset = ledger.books().fungible(before.asset());
    ledger.take(asset, quanta);
    long sum = Math.addExact(before.amount(), quanta);
    ledger.books().setEscrow(id(), before, before.withAmount(sum));
    ledger.operations().lock(id(), ledger.sender(), quanta);
  }

  @Override
  public void release(Account to, long quanta) {
    ledger.checkAmount(quanta);
    EscrowState before = state();
    if (before.amount() < quanta) {
      throw ledger.refuse(Kind.INSUFFICIENT, ledger.books().index(before));
    }
    ledger.begin();
    ledger.books().release(id(), before, to, quanta);
    ledger.operations().release(id(), to, quanta);
  }

  @Override
  public void releaseAll(Account to) {
    release(to, state().amount());
  }

  @Override
  public void split(Split split) {
    EscrowState before = state();
    if (before.isItem() && split.parts().size() != 1) {
      throw new IllegalArgumentException("an item's escrow takes a split of one account");
    }
    ledger.beginSplit(split);
    ledger.begin();
    ledger.books().setEscrow(id(), before, before.withSplit(split));
    ledger.operations().split(id(), split);
  }

  private EscrowState look() {
    ledger.read();
    return state();
  }

  private EscrowState state() {
    EscrowState state = ledger.books().escrow(id());
    if (state == null) {
      throw new IllegalStateException("escrow " + id().value() + " is closed");
    }
    return state;
  }
}
