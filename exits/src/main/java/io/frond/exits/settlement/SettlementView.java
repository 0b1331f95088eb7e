package io.frond.exits.settlement;

import io.frond.core.chain.Asset;
import io.frond.core.inbox.InboxEntry;
import io.frond.core.parent.BatchStatus;
import io.frond.core.parent.SettlementStatus;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** What anybody can read of a settlement, as it stands at the moment. */
public final class SettlementView {
  private final State state;
  private final Inbox inbox;
  private final Batches batches;
  private final Books books;
  private final Items items;
  private final Funds funds;

  /**
   * The books of one fungible asset, in quanta.
   *
   * @param custody what is held
   * @param credits what people may pull
   * @param openWithdrawals what people may claim
   * @param pendingDeposits deposits that no final batch consumed and nobody got back
   */
  public record AssetBooks(long custody, long credits, long openWithdrawals, long pendingDeposits) {
    /** What covers the claims of the last final state. */
    public long free() {
      return custody - credits - openWithdrawals - pendingDeposits;
    }
  }

  /**
   * An entry of the inbox and its times on the operator's clock.
   *
   * @param entry the entry
   * @param due by when a batch must have consumed it
   * @param freezeAt from when anybody may freeze if none has
   * @param rollingHash the rolling hash after it
   */
  public record TimedEntry(InboxEntry entry, long due, long freezeAt, Bytes32 rollingHash) {}

  SettlementView(State state, Inbox inbox, Batches batches, Books books, Items items, Funds funds) {
    this.state = state;
    this.inbox = inbox;
    this.batches = batches;
    this.books = books;
    this.items = items;
    this.funds = funds;
  }

  /** What was registered. */
  public SettlementConfig config() {
    return state.config();
  }

  /**
   * Where it stands.
   *
   * @param now the height of the block that a call would be in
   */
  public SettlementStatus status(long now) {
    long last = batches.lastCommitted();
    return new SettlementStatus(
        state.mode(),
        batches.epoch(),
        state.operatorClock(now),
        new SettlementStatus.Batches(last, batches.hashOf(last), batches.lastFinal()),
        new SettlementStatus.Inbox(inbox.length(), inbox.committedTo(), inbox.finalizedTo()));
  }

  /** An entry of the inbox. */
  public Optional<TimedEntry> entry(long index) {
    return inbox
        .find(index)
        .map(
            found ->
                new TimedEntry(
                    found.entry(), found.due(), inbox.freezeAt(found), found.rollingHash()));
  }

  /** What the next entry costs. */
  public long nextFee() {
    return inbox.nextFee();
  }

  /** The batch of this number that is committed or final. */
  public Optional<BatchStatus> batch(long number) {
    if (number < 1 || number > batches.lastCommitted()) {
      return Optional.empty();
    }
    BatchRecord batch = batches.at(number);
    return Optional.of(
        new BatchStatus(
            batches.hashOf(number),
            batch.header().encode(),
            batch.commitment().proposer(),
            batch.commitment().at(),
            number <= batches.lastFinal()));
  }

  /** The last batch committed with data of this commitment. */
  public Optional<Bytes> published(Bytes32 dataCommitment) {
    return state
        .cells()
        .get(Keys.published(dataCommitment))
        .flatMap(hash -> publishedBatch(Bytes32.wrap(hash)));
  }

  /** The batch of this hash, committed at any time. */
  public Optional<Bytes> publishedBatch(Bytes32 batchHash) {
    return state.cells().get(Keys.publishedBatch(batchHash));
  }

  /** Whether anybody who is bonded may propose because a fraud was proved. */
  public boolean isProposerOpen() {
    return batches.isProposerOpen();
  }

  /** The state root from which people escape; empty unless FROZEN. */
  public Optional<Bytes32> snapshot() {
    return state.cells().get(Keys.SNAPSHOT).map(Bytes32::wrap);
  }

  /**
   * The books of a fungible asset.
   *
   * @throws IllegalArgumentException if it is not one
   */
  public AssetBooks books(AssetId id) {
    Asset asset = fungible(id);
    return new AssetBooks(
        books.custody(asset),
        books.credits(asset),
        books.openWithdrawals(asset),
        books.pendingDeposits(asset));
  }

  /**
   * What an account may pull of a fungible asset, in quanta.
   *
   * @throws IllegalArgumentException if it is not one
   */
  public long credit(Account account, AssetId asset) {
    return books.credit(account, fungible(asset));
  }

  /** Who may pull an item. */
  public Optional<Account> creditedItem(AssetId collection, Bytes32 id) {
    return state.config().assets().find(collection).flatMap(asset -> items.credited(asset, id));
  }

  /** The money of an account that is neither locked nor spent. */
  public long funds(Account account) {
    return funds.of(account);
  }

  /** The money that nobody will ever have. */
  public long burned() {
    return state.cells().number(Keys.BURNED);
  }

  /** Whether a withdrawal was claimed. */
  public boolean isClaimed(long batch, int index) {
    return state.cells().isSet(Keys.claimed(batch, index));
  }

  private Asset fungible(AssetId id) {
    return state
        .config()
        .assets()
        .find(id)
        .filter(Asset::isFungible)
        .orElseThrow(() -> new IllegalArgumentException("no declared fungible asset: " + id));
  }
}
