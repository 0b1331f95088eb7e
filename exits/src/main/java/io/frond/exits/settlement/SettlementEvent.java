package io.frond.exits.settlement;

import io.frond.core.inbox.InboxEntry;
import io.frond.core.parent.SettlementStatus;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** What a call did, as the world is told. Each kind has one encoding. */
public sealed interface SettlementEvent {
  /** The one encoding of this event. */
  default Bytes encode() {
    return SettlementEventCodec.encode(this);
  }

  /**
   * Decodes what {@link #encode} gives.
   *
   * @throws io.frond.vm.DecodeException if it is anything else
   */
  static SettlementEvent decode(Bytes encoded) {
    return SettlementEventCodec.decode(encoded);
  }

  /**
   * An entry joined the inbox.
   *
   * @param entry the entry
   * @param due on the operator's clock, by when a batch must have consumed it
   * @param freezeAt on the operator's clock, from when anybody may freeze if none has
   * @param fee what it cost
   * @param payer who paid, and gets a refund
   */
  record Enqueued(InboxEntry entry, long due, long freezeAt, long fee, Account payer)
      implements SettlementEvent {}

  /**
   * The same request is pending already.
   *
   * @param index its entry
   */
  record AlreadyPending(long index) implements SettlementEvent {}

  /**
   * A batch was committed.
   *
   * @param number its number
   * @param hash its hash
   * @param epoch its epoch
   * @param proposer who committed it
   */
  record Committed(long number, Bytes32 hash, long epoch, Account proposer)
      implements SettlementEvent {}

  /**
   * A batch is final.
   *
   * @param number its number
   * @param hash its hash
   */
  record Finalized(long number, Bytes32 hash) implements SettlementEvent {}

  /**
   * A batch and all after it are gone.
   *
   * @param number the number of the wrong one
   * @param hash its hash
   * @param epoch the epoch that begins
   * @param cause what was wrong
   * @param by who showed it
   */
  record Rewound(long number, Bytes32 hash, long epoch, Cause cause, Account by)
      implements SettlementEvent {}

  /** Why batches were rewound. */
  enum Cause {
    /** A block was executed again and differed. */
    CHALLENGE,
    /** More would have left than custody has for it. */
    CUSTODY_CAP
  }

  /**
   * Somebody has a credit more.
   *
   * @param account whose
   * @param asset the fungible asset or the collection
   * @param amount quanta; 1 for an item
   * @param item the item, zero if the asset is fungible
   * @param source what it comes from
   */
  record Credited(Account account, AssetId asset, long amount, Bytes32 item, Source source)
      implements SettlementEvent {}

  /**
   * What a credit comes from.
   *
   * @param kind how it left the chain
   * @param reference the batch's number, the entry's index, or the claim's key
   * @param index the place in the batch or in the claim; 0 for a refund
   */
  record Source(Kind kind, Bytes32 reference, int index) {
    /** How value leaves. */
    public enum Kind {
      /** By a withdrawal in a final batch. */
      WITHDRAWAL,
      /** By a deposit that no final batch consumed. */
      REFUND,
      /** By a claim of the snapshot. */
      ESCAPE
    }

    /** A source that is a number. */
    static Source of(Kind kind, long number, int index) {
      return new Source(kind, Bytes32.leftPad(Bytes.ofUnsignedLong(number)), index);
    }
  }

  /**
   * A credit was paid out.
   *
   * @param account whose it was
   * @param asset the fungible asset or the collection
   * @param amount quanta; 1 for an item
   * @param item the item, zero if the asset is fungible
   * @param to who got it
   */
  record PaidOut(Account account, AssetId asset, long amount, Bytes32 item, Account to)
      implements SettlementEvent {}

  /**
   * The funds of an account for fees and bonds changed.
   *
   * @param account whose
   * @param delta by how much
   */
  record FundsMoved(Account account, long delta) implements SettlementEvent {}

  /**
   * An account chose who receives for it.
   *
   * @param account whose
   * @param recipient who acts for it beside itself
   */
  record RecipientSet(Account account, Account recipient) implements SettlementEvent {}

  /**
   * The mode changed.
   *
   * @param mode the new one
   * @param snapshot the state root from which people escape; zero unless FROZEN
   */
  record ModeChanged(SettlementStatus.Mode mode, Bytes32 snapshot) implements SettlementEvent {}
}
