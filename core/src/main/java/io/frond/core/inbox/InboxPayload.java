package io.frond.core.inbox;

import io.frond.vm.Account;
import io.frond.vm.AssetId;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** What an inbox entry asks of the chain. Each kind has one encoding and a number of its own. */
public sealed interface InboxPayload {
  /** Longest forced transaction and longest message, in bytes. */
  int MAX_BYTES = 8_192;

  /** The number of this kind: the byte before the payload's hash in the rolling hash. */
  int kind();

  /** The one encoding of this payload, without its kind. */
  default Bytes encode() {
    return InboxPayloadCodec.encode(this);
  }

  /**
   * The payload of this kind and encoding.
   *
   * @throws io.frond.vm.DecodeException if there is none
   */
  static InboxPayload decode(int kind, Bytes encoded) {
    return InboxPayloadCodec.decode(kind, encoded);
  }

  /**
   * Value that the parent took into custody: {@code asset 32 ‖ item 32 ‖ amount u64 ‖ account 20}.
   *
   * @param asset the fungible asset or the collection
   * @param item the item, zero if the asset is fungible
   * @param amount quanta, 1 to 2^63-1; 1 for an item
   * @param account who gets it
   */
  record Deposit(AssetId asset, Bytes32 item, long amount, Account account)
      implements InboxPayload {
    /** The number of this kind. */
    public static final int KIND = 1;

    /**
     * A deposit of these parts.
     *
     * @throws IllegalArgumentException if the amount is out of range
     */
    public Deposit {
      if (amount < 1 || (amount > 1 && !item.isZero())) {
        throw new IllegalArgumentException(
            "deposit: expected 1 to 2^63-1 quanta, 1 of an item; actual " + amount);
      }
    }

    /** A deposit of quanta. */
    public static Deposit of(AssetId asset, long quanta, Account account) {
      return new Deposit(asset, Bytes32.ZERO, quanta, account);
    }

    @Override
    public int kind() {
      return KIND;
    }
  }

  /** {@code account 20 ‖ selector}: the account leaves with what the selector names. */
  record ForcedExit(Account account, ExitSelector selector) implements InboxPayload {
    /** The number of this kind. */
    public static final int KIND = 2;

    @Override
    public int kind() {
      return KIND;
    }
  }

  /**
   * A transaction that the operator must execute; one that the chain cannot decode is a no-op.
   *
   * @param transaction the signed bytes, 1 to {@value InboxPayload#MAX_BYTES}
   */
  record ForcedTransaction(Bytes transaction) implements InboxPayload {
    /** The number of this kind. */
    public static final int KIND = 3;

    /**
     * A forced transaction of these bytes, which are copied.
     *
     * @throws IllegalArgumentException if they are empty or too many
     */
    public ForcedTransaction {
      if (transaction.isEmpty() || transaction.size() > MAX_BYTES) {
        throw new IllegalArgumentException(
            "forced transaction: expected 1 to 8192 bytes, actual " + transaction.size());
      }
      transaction = Bytes.wrap(transaction.toArray());
    }

    @Override
    public int kind() {
      return KIND;
    }
  }

  /** {@code account 20}: every session of the account ends. */
  record RevokeSessions(Account account) implements InboxPayload {
    /** The number of this kind. */
    public static final int KIND = 4;

    @Override
    public int kind() {
      return KIND;
    }
  }

  /**
   * {@code source 20 ‖ bytes}: a message from an account of the parent.
   *
   * @param source who sent it
   * @param bytes its content, at most {@value InboxPayload#MAX_BYTES} bytes
   */
  record Message(Account source, Bytes bytes) implements InboxPayload {
    /** The number of this kind. */
    public static final int KIND = 5;

    /**
     * A message of these bytes, which are copied.
     *
     * @throws IllegalArgumentException if they are too many
     */
    public Message {
      if (bytes.size() > MAX_BYTES) {
        throw new IllegalArgumentException(
            "message: expected at most 8192 bytes, actual " + bytes.size());
      }
      bytes = Bytes.wrap(bytes.toArray());
    }

    @Override
    public int kind() {
      return KIND;
    }
  }

  /** No bytes: the chain is going to close, and everybody leaves. */
  record Sunset() implements InboxPayload {
    /** The number of this kind. */
    public static final int KIND = 6;

    @Override
    public int kind() {
      return KIND;
    }
  }
}
