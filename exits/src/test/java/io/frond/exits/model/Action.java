package io.frond.exits.model;

import java.util.List;

/** One step of a trace, in small numbers. */
public sealed interface Action {
  record Mine(int blocks) implements Action {}

  record Deposit(int by, int account, int asset, long amount, int item, long maxFee)
      implements Action {}

  /** Selector 0 all, 1 gold, 2 relic 1, 3 an asset that is not declared. */
  record ForceExit(int by, int account, int selector, long maxFee) implements Action {}

  record Revoke(int by, int account) implements Action {}

  record ForceTransaction(int by) implements Action {}

  record Commit(int by, Proposal proposal) implements Action {}

  record Challenge(int by, int batch, int block, boolean goodWitness) implements Action {}

  record Finalize(int number) implements Action {}

  record SettleBond(int batch) implements Action {}

  record Claim(List<Place> places) implements Action {}

  /** A withdrawal by batch (as in the list of all commits) and index; spoiled ones never hold. */
  record Place(int batch, int index, boolean isSpoiled) {}

  record Withdraw(int by, int account, int asset, int item, int to) implements Action {}

  record SetRecipient(int by, int recipient) implements Action {}

  record Freeze() implements Action {}

  record Seal() implements Action {}

  record Refund(int entry) implements Action {}

  /** A claim of a batch (as in the list of all commits, -1 genesis) at an index. */
  record Escape(int batch, int claim, int index, boolean isSpoiled) implements Action {}

  record PostFunds(int by, long amount) implements Action {}

  record CollectFunds(int by, long amount, int to) implements Action {}

  /** What a batch says, and how it is spoiled, if it is. */
  record Proposal(
      int consumed,
      int lag,
      List<Boolean> fraudByBlock,
      List<Leaving> leaving,
      long goldTotal,
      long silverTotal,
      List<Stake> stakes,
      Spoil spoil) {}

  /** A withdrawal. */
  record Leaving(int account, int asset, long amount, int item) {}

  /** What one part of one commit is changed to; the name is the rule that refuses it. */
  enum Spoil {
    NONE(""),
    DOMAIN("DOMAIN", true),
    EPOCH("EPOCH", true),
    NUMBER("BATCH_NUMBER", true),
    PREVIOUS("PREVIOUS_BATCH", true),
    PRE_ROOT("PRE_STATE_ROOT", true),
    BLOCK_NUMBERS("BLOCK_NUMBERS", true),
    RULES("RULES", true),
    INBOX_FROM("INBOX_FROM", true),
    ROLLING_HASH("INBOX_HASH"),
    REFERENCE_HASH("REFERENCE_HASH"),
    BLOCKS_ROOT("BLOCKS_ROOT"),
    DATA("DATA"),
    EVIDENCE("EVIDENCE");

    final String rule;

    final boolean isBeforeInbox; // whether it is checked before the end in the inbox

    Spoil(String rule) {
      this(rule, false);
    }

    Spoil(String rule, boolean isBeforeInbox) {
      this.rule = rule;
      this.isBeforeInbox = isBeforeInbox;
    }
  }
}
