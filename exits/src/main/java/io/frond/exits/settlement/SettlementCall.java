package io.frond.exits.settlement;

import io.frond.core.inbox.ExitSelector;
import io.frond.core.outbox.WithdrawalProof;
import io.frond.exits.proof.BlockProof;
import io.frond.exits.proof.EscapeProof;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Everything that anybody can ask of a settlement. Each kind has one encoding, so traces replay on
 * every implementation. Amounts of assets are in their quanta, amounts of money in its own.
 *
 * <p>Not yet here: signed authorisations, announcements, pause, sunset, and slashing evidence.
 */
public sealed interface SettlementCall {
  /** The most proofs of one {@link ClaimWithdrawals}. */
  int MAX_CLAIMS = 64;

  /** The one encoding of this call. */
  default Bytes encode() {
    return SettlementCallCodec.encode(this);
  }

  /**
   * Decodes what {@link #encode} gives.
   *
   * @throws io.frond.vm.DecodeException if it is anything else
   */
  static SettlementCall decode(Bytes encoded) {
    return SettlementCallCodec.decode(encoded);
  }

  /**
   * The caller puts value into custody, for an account of the chain.
   *
   * @param asset the fungible asset or the collection
   * @param item the item, zero if the asset is fungible
   * @param amount quanta, 1 to 2^63-1; 1 for an item
   * @param account who gets it on the chain
   * @param maxFee the most that the entry may cost
   */
  record Deposit(AssetId asset, Bytes32 item, long amount, Account account, long maxFee)
      implements SettlementCall {}

  /**
   * The account wants to leave with what the selector names.
   *
   * @param account whose; the caller, or who has it as recipient
   * @param selector with what
   * @param maxFee the most that the entry may cost
   */
  record ForceExit(Account account, ExitSelector selector, long maxFee) implements SettlementCall {}

  /**
   * The operator must execute this transaction.
   *
   * @param transaction the signed bytes, 1 to 8,192
   * @param maxFee the most that the entry may cost
   */
  record ForceTransaction(Bytes transaction, long maxFee) implements SettlementCall {}

  /**
   * Every session of the account ends.
   *
   * @param account whose; the caller, or who has it as recipient
   * @param maxFee the most that the entry may cost
   */
  record RevokeSessions(Account account, long maxFee) implements SettlementCall {}

  /**
   * A message from the caller.
   *
   * @param bytes at most 8,192
   * @param maxFee the most that the entry may cost
   */
  record SendMessage(Bytes bytes, long maxFee) implements SettlementCall {}

  /** The caller brings money for bonds. */
  record PostFunds(long amount) implements SettlementCall {}

  /** The caller takes money that is its own: bonds that are free, fees, rewards, refunds. */
  record CollectFunds(long amount, Account to) implements SettlementCall {}

  /**
   * The next batch.
   *
   * @param batch {@code Batch.encode()}
   * @param evidence empty for re-execution
   */
  record Commit(Bytes batch, Bytes evidence) implements SettlementCall {}

  /**
   * One block of a committed batch is wrong.
   *
   * @param batch hash of the batch
   * @param block the block with its proofs
   * @param witness all that executing it touches
   */
  record Challenge(Bytes32 batch, BlockProof block, Bytes witness) implements SettlementCall {}

  /** Makes batches final, in order up to this one, as far as they are ready. */
  record FinalizeThrough(long number) implements SettlementCall {}

  /** Settles the bond of a batch that was rewound because of one before it. */
  record SettleBond(Bytes32 batch) implements SettlementCall {}

  /**
   * Turns withdrawals into credits, whoever calls. Those that cannot be claimed are left out; if
   * none can, the call is refused for the reason of the first.
   *
   * @param proofs 1 to {@value SettlementCall#MAX_CLAIMS}
   */
  record ClaimWithdrawals(List<WithdrawalProof> proofs) implements SettlementCall {
    /** A call with these proofs. */
    public ClaimWithdrawals {
      proofs = List.copyOf(proofs);
    }
  }

  /**
   * Pays out a credit, all of it.
   *
   * @param account whose; the caller, or who has it as recipient
   * @param asset the fungible asset or the collection
   * @param item the item, zero if the asset is fungible
   * @param to who gets it
   */
  record Withdraw(Account account, AssetId asset, Bytes32 item, Account to)
      implements SettlementCall {}

  /** The caller lets another account request and withdraw for it; itself to end that. */
  record SetRecipient(Account recipient) implements SettlementCall {}

  /** Closes the chain because its operator left somebody waiting, or cheated twice. */
  record Freeze() implements SettlementCall {}

  /** Takes the snapshot, once no committed batch waits. */
  record Seal() implements SettlementCall {}

  /** Gives back the deposit and the fee of an entry that no final batch consumed. */
  record Refund(long index) implements SettlementCall {}

  /**
   * Pays one index of a claim in the snapshot.
   *
   * @param proof the claim and its path
   * @param index the asset index in balances and pools, the place in an escrow's split, else 0
   */
  record Escape(EscapeProof proof, int index) implements SettlementCall {}
}
