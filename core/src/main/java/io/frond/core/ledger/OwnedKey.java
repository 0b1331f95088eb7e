package io.frond.core.ledger;

import io.frond.vm.Account;
import org.apache.tuweni.bytes.Bytes;

/**
 * A line of the list of what an account owns, in order by account, kind and the rest of the
 * identity: {@code account 20 ‖ kind u8 ‖ identity}. The identity is {@code collection 32 ‖ id 32}
 * of an item, the pool of a share, the id of an escrow that names the account in its default split.
 */
public record OwnedKey(Account account, int kind, Bytes identity) {
  /** An item. */
  public static final int ITEM = 2;

  /** A share of a pool. */
  public static final int SHARE = 3;

  /** A part of an escrow. */
  public static final int ESCROW = 5;
}
