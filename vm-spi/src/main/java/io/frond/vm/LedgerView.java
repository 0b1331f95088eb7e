package io.frond.vm;

import java.util.Optional;
import org.apache.tuweni.bytes.Bytes32;

/** Who owns what. Amounts are quanta of their asset, 0 to 2^63-1. */
public interface LedgerView {
  /** The free balance of {@code account}; what is in escrows and pools is not counted. */
  long balance(Account account, AssetId asset);

  /** Who owns an item; empty if it is in an escrow or does not exist. */
  Optional<Account> owner(AssetId collection, Bytes32 item);

  /** The shares that {@code account} has of a pool. */
  long shares(Account account, PoolId pool);
}
