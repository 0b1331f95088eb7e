package io.frond.exits.settlement;

import io.frond.core.chain.Asset;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.exits.settlement.SettlementEvent.Credited;
import io.frond.exits.settlement.SettlementEvent.Source;
import io.frond.vm.Account;
import io.frond.vm.ByteWriter;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Items in custody: held since an inbox entry, or credited to somebody. Of a chain-born collection
 * also those that left, so that none is made twice.
 */
final class Items {
  private static final int HELD = 1;
  private static final int CREDITED = 2;
  private static final int LEFT = 3;
  private static final Bytes LEFT_RECORD = Bytes.of(LEFT);

  private final State state;
  private final Cells cells;

  Items(State state) {
    this.state = state;
    this.cells = state.cells();
  }

  /** Who may pull an item. */
  Optional<Account> credited(Asset collection, Bytes32 id) {
    return record(collection, id)
        .filter(item -> item.get(0) == CREDITED)
        .map(item -> Account.of(item.slice(1, Account.BYTES)));
  }

  /** Whether an item is in custody and nobody may pull it. */
  boolean isHeld(Asset collection, Bytes32 id) {
    return record(collection, id).filter(item -> item.get(0) == HELD).isPresent();
  }

  /** An item came in with an entry. */
  void hold(Asset collection, Bytes32 id, long entry) {
    Optional<Bytes> before = record(collection, id);
    Refusal.unless(
        before.isEmpty() || before.get().get(0) == LEFT, Rule.ITEM, "an item outside", id);
    cells.put(Keys.item(collection.index(), id), new ByteWriter(16).u8(HELD).u64(entry).toBytes());
  }

  /**
   * Credits an item that the chain says is this account's: held since an entry that a final batch
   * consumed, or born on the chain and never seen.
   */
  void release(Asset collection, Bytes32 id, Account account, Source source) {
    Optional<Bytes> item = record(collection, id);
    boolean isBornNow = item.isEmpty() && collection.kind() == Asset.Kind.CHAIN_BORN_COLLECTION;
    Refusal.unless(
        isBornNow || item.filter(this::isConsumed).isPresent(), Rule.ITEM, "an item held", id);
    credit(collection, id, account, source);
  }

  /** Credits an item whose deposit no final batch consumed to who brought it. */
  void giveBack(Asset collection, Bytes32 id, Account account, Source source) {
    Refusal.unless(isHeld(collection, id), Rule.ITEM, "an item held", id);
    credit(collection, id, account, source);
  }

  /** Takes a credited item out of custody; true if it was in custody, false if it must be made. */
  boolean payOut(Asset collection, Bytes32 id, Account account) {
    Bytes item = record(collection, id).orElseThrow(() -> noCredit(account));
    boolean isTheirs =
        item.get(0) == CREDITED && Account.of(item.slice(1, Account.BYTES)).equals(account);
    if (!isTheirs) {
      throw noCredit(account);
    }
    Bytes key = Keys.item(collection.index(), id);
    if (collection.kind() == Asset.Kind.CHAIN_BORN_COLLECTION) {
      cells.put(key, LEFT_RECORD);
    } else {
      cells.remove(key);
    }
    return item.get(1 + Account.BYTES) == HELD;
  }

  private static Refusal noCredit(Account account) {
    return Refusal.of(Rule.CREDIT, "a credit", "none of " + account);
  }

  private void credit(Asset collection, Bytes32 id, Account account, Source source) {
    int origin = isHeld(collection, id) ? HELD : LEFT;
    cells.put(
        Keys.item(collection.index(), id),
        new ByteWriter(24).u8(CREDITED).account(account).u8(origin).toBytes());
    state.emit(new Credited(account, collection.id(), 1, id, source));
  }

  private boolean isConsumed(Bytes item) {
    return item.get(0) == HELD && item.getLong(1) < cells.number(Keys.FINALIZED_TO);
  }

  private Optional<Bytes> record(Asset collection, Bytes32 id) {
    return cells.get(Keys.item(collection.index(), id));
  }
}
