package io.frond.exits.settlement;

/**
 * Why a call was refused. A refused call has no effect.
 *
 * @param rule the rule that it breaks
 * @param expected what the rule asks for
 * @param actual what was there
 */
public record SettlementError(Rule rule, String expected, String actual) {
  /** Rules that a call can break. Their names are part of the interface. */
  public enum Rule {
    /** The bytes are no call, batch or proof. */
    MALFORMED,
    /** A call during another call. */
    REENTERED,
    /** Not possible in this mode. */
    MODE,
    /** The caller may not do this for the account. */
    AUTHORISATION,
    /** The asset is not declared, or not of this kind. */
    ASSET,
    /** The fee is above what the caller accepts. */
    FEE,
    /** The bank did not move what it was asked to. */
    TRANSFER,
    /** Custody would reach 2^63 quanta. */
    CUSTODY_FULL,
    /** The account has not that many funds here. */
    FUNDS,
    /** The item is not held, or somebody's already. */
    ITEM,
    /** The sender may not propose batches now. */
    PROPOSER,
    /** Freezing is due, and only that. */
    FREEZE_DUE,
    /** Too many batches are not final. */
    PENDING_BATCHES,
    /** The batch is of another chain. */
    DOMAIN,
    /** The batch is of another epoch. */
    EPOCH,
    /** The batch has not the next number, or there is none of this number. */
    BATCH_NUMBER,
    /** The batch does not follow the last one. */
    PREVIOUS_BATCH,
    /** The batch does not start from the last one's state. */
    PRE_STATE_ROOT,
    /** The blocks do not follow the last one's. */
    BLOCK_NUMBERS,
    /** The module or the parameters are not those in force. */
    RULES,
    /** The batch does not start at the next inbox entry. */
    INBOX_FROM,
    /** The batch ends beyond the confirmed inbox. */
    INBOX_TO,
    /** The batch consumes more entries than one may. */
    INBOX_COUNT,
    /** The rolling hash is not the inbox's. */
    INBOX_HASH,
    /** The batch leaves an entry behind that is due. */
    DUE_ENTRY,
    /** The parent reference is out of range. */
    REFERENCE_HEIGHT,
    /** The parent reference is no block of this parent. */
    REFERENCE_HASH,
    /** The data is not what the header commits to. */
    DATA,
    /** The post roots are not what the header commits to. */
    BLOCKS_ROOT,
    /** The withdrawals contradict themselves or name an asset that is not declared. */
    WITHDRAWALS,
    /** The evidence is not of the kind that this chain is believed by. */
    EVIDENCE,
    /** The batch is not committed, or not any more. */
    NOT_COMMITTED,
    /** What is disputed is not what the header commits to. */
    DISPUTE,
    /** The witness proves nothing either way. */
    WITNESS,
    /** The block is valid. */
    NO_FRAUD,
    /** The window is still open. */
    NOT_READY,
    /** The bond is settled, or must wait for the one before. */
    BOND,
    /** The batch is not final. */
    NOT_FINAL,
    /** The proof does not hold. */
    PROOF,
    /** Already paid. */
    SPENT,
    /** More than the batch said would leave. */
    BATCH_TOTAL,
    /** More than custody has for it. */
    CUSTODY_CAP,
    /** There is no credit. */
    CREDIT,
    /** No reason to freeze, yet. */
    NOT_FREEZABLE,
    /** There are batches that are not final. */
    BATCHES_PENDING,
    /** There is no such inbox entry, or a final batch consumed it. */
    ENTRY,
    /** This claim pays nothing by itself, or not on this parent. */
    CLAIM_KIND,
    /** The claim pays nothing at this index. */
    CLAIM_INDEX
  }

  @Override
  public String toString() {
    return rule + ": expected " + expected + ", actual " + actual;
  }
}
