package io.frond.core.ledger;

import java.util.Arrays;

/**
 * A pool: all shares, and the reserves above 0 with their asset indices ascending. Immutable; the
 * arrays are not to be written.
 */
record PoolState(long totalShares, int[] assets, long[] reserves) {
  static final PoolState EMPTY = new PoolState(0, new int[0], new long[0]);

  long reserve(int assetIndex) {
    for (int i = 0; i < assets.length; i++) {
      if (assets[i] == assetIndex) {
        return reserves[i];
      }
    }
    return 0;
  }

  PoolState withReserve(int assetIndex, long quanta) {
    int place = Arrays.binarySearch(assets, assetIndex);
    if (place >= 0 && quanta > 0) {
      long[] changed = reserves.clone();
      changed[place] = quanta;
      return new PoolState(totalShares, assets, changed);
    }
    if (place < 0 && quanta == 0) {
      return this;
    }
    return place < 0 ? inserted(-place - 1, assetIndex, quanta) : removed(place);
  }

  private PoolState inserted(int place, int assetIndex, long quanta) {
    int[] more = new int[assets.length + 1];
    long[] changed = new long[assets.length + 1];
    System.arraycopy(assets, 0, more, 0, place);
    System.arraycopy(reserves, 0, changed, 0, place);
    more[place] = assetIndex;
    changed[place] = quanta;
    System.arraycopy(assets, place, more, place + 1, assets.length - place);
    System.arraycopy(reserves, place, changed, place + 1, assets.length - place);
    return new PoolState(totalShares, more, changed);
  }

  private PoolState removed(int place) {
    int[] fewer = new int[assets.length - 1];
    long[] changed = new long[assets.length - 1];
    System.arraycopy(assets, 0, fewer, 0, place);
    System.arraycopy(reserves, 0, changed, 0, place);
    System.arraycopy(assets, place + 1, fewer, place, fewer.length - place);
    System.arraycopy(reserves, place + 1, changed, place, fewer.length - place);
    return new PoolState(totalShares, fewer, changed);
  }

  PoolState withShares(long total) {
    return new PoolState(total, assets, reserves);
  }

  boolean isBare() {
    return assets.length == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PoolState pool
        && totalShares == pool.totalShares
        && Arrays.equals(assets, pool.assets)
        && Arrays.equals(reserves, pool.reserves);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(reserves) * 31 + Long.hashCode(totalShares);
  }
}
