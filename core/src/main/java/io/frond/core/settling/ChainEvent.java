package io.frond.core.settling;

import io.frond.core.parent.SettlementStatus;
import org.apache.tuweni.bytes.Bytes32;

/** Something that a host may want to know and that no submission answers. */
public sealed interface ChainEvent {
  /**
   * A batch was sealed.
   *
   * @param number its number
   * @param hash its hash
   * @param blocks how many blocks it has
   */
  record Sealed(long number, Bytes32 hash, int blocks) implements ChainEvent {}

  /**
   * The parent took a batch. It can still be reorganised away.
   *
   * @param number its number
   * @param height the parent block
   */
  record Committed(long number, long height) implements ChainEvent {}

  /**
   * A batch is final, and so confirmed that it stays.
   *
   * @param number its number
   */
  record Finalized(long number) implements ChainEvent {}

  /**
   * The parent did not take a batch; it is tried again when the parent has moved on.
   *
   * @param number its number
   * @param code the rule that refused it, {@code UNKNOWN} if there was no answer, {@code
   *     UNPUBLISHED} if its data could not be published, {@code STALE} if it refers to parent
   *     blocks that are too old
   * @param detail more of it, for people
   */
  record NotCommitted(long number, String code, String detail) implements ChainEvent {}

  /**
   * Blocks of ours are gone: the parent took back or never had their batches. Their transactions
   * wait for a block again; what was promised of them in the epoch before is void.
   *
   * @param batch the last batch that stays
   * @param block the last block that stays
   * @param requeued how many transactions wait again
   */
  record Rewound(long batch, long block, int requeued) implements ChainEvent {}

  /**
   * A batch of somebody else is part of the chain.
   *
   * @param number its number
   */
  record TakenOver(long number) implements ChainEvent {}

  /**
   * The parent has a batch of somebody else that is wrong, or whose data is not to be had. Nothing
   * is built on it: no blocks are made until it is disputed away.
   *
   * @param number its number
   * @param detail what is wrong
   */
  record Disputable(long number, String detail) implements ChainEvent {}

  /**
   * No promise is made in this epoch, because some may have been lost; inbox entries are consumed.
   *
   * @param epoch the epoch
   */
  record Silent(long epoch) implements ChainEvent {}

  /**
   * No blocks are made any more.
   *
   * @param mode the settlement's mode
   */
  record Stopped(SettlementStatus.Mode mode) implements ChainEvent {}

  /**
   * The parent can or cannot be asked.
   *
   * @param isReachable whether it can
   */
  record ParentReachable(boolean isReachable) implements ChainEvent {}
}
