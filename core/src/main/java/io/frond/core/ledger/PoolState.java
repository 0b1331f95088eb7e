package io.frond.core.ledger;

import java.util.Arrays;

/** A pool: all shares, and the reserve of each fungible asset by its column. Immutable. */
record PoolState(long totalShares, long[] reserves) {
  static PoolState empty(int slots) {
    return new PoolState(0, new long[slots]);
  }

  PoolState withReserve(int slot, long quanta) {
    long[] changed = reserves.clone();
    changed[slot] = quanta;
    return new PoolState(totalShares, changed);
  }

  PoolState withShares(long total) {
    return new PoolState(total, reserves);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PoolState pool
        && totalShares == pool.totalShares
        && Arrays.equals(reserves, pool.reserves);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(reserves) * 31 + Long.hashCode(totalShares);
  }
}
