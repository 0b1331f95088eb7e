package io.frond.vm;

import java.util.Optional;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Value of one asset that a module holds until it decides, with a default split that pays it out if
 * the chain freezes first. The module keeps the split right in every state, from public state
 * alone. An escrow whose amount falls to 0 is closed and gone.
 */
public interface Escrow {
  /** The identity to keep. */
  EscrowId id();

  /** What it holds. */
  AssetId asset();

  /** The item, if the asset is a collection. */
  Optional<Bytes32> item();

  /** How much it holds, in quanta; 1 for an item. */
  long amount();

  /** The parent height from which a forced exit pays by the default split. */
  long endParentHeight();

  /** Who has what if the chain freezes now. */
  Split defaultSplit();

  /** Adds {@code quanta} of the sender's, within the spend limits. */
  void lock(long quanta);

  /** Pays {@code quanta} out of the escrow. */
  void release(Account to, long quanta);

  /** Pays everything out of the escrow, an item or all quanta, and closes it. */
  void releaseAll(Account to);

  /** Replaces the default split; an item's escrow takes a split of one account. */
  void split(Split defaultSplit);
}
