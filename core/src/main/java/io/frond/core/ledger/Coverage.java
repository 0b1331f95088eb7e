package io.frond.core.ledger;

import io.frond.core.chain.Asset;
import io.frond.core.chain.Assets;
import java.util.Arrays;

/**
 * How claims and custody of each asset moved in this block. Every ledger write moves one or both;
 * they must stay equal, because each unit that the parent holds is covered by exactly one claim.
 */
final class Coverage {
  private final Assets assets;
  private final int[] ordinals = new int[Asset.MAX_INDEX + 1];
  private long[] claims;
  private long[] custody;

  Coverage(Assets assets) {
    this.assets = assets;
    this.claims = new long[assets.all().size()];
    this.custody = new long[claims.length];
    Arrays.fill(ordinals, -1);
    for (int i = 0; i < claims.length; i++) {
      ordinals[assets.all().get(i).index()] = i;
    }
  }

  /** Totals to return to. */
  record Totals(long[] claims, long[] custody) {}

  Totals mark() {
    return new Totals(claims.clone(), custody.clone());
  }

  void rollbackTo(Totals totals) {
    claims = totals.claims.clone();
    custody = totals.custody.clone();
  }

  void claimed(int assetIndex, long delta) {
    claims[ordinals[assetIndex]] += delta;
  }

  void held(int assetIndex, long delta) {
    custody[ordinals[assetIndex]] += delta;
  }

  /**
   * Checks that claims moved exactly as custody did.
   *
   * @throws CoverageException naming the asset; a bug of the ledger, never of a module
   */
  void check() {
    for (int i = 0; i < claims.length; i++) {
      if (claims[i] != custody[i]) {
        throw new CoverageException(
            "coverage of "
                + assets.all().get(i).symbol()
                + ": claims moved by "
                + claims[i]
                + ", custody by "
                + custody[i]);
      }
    }
  }

  void clear() {
    Arrays.fill(claims, 0);
    Arrays.fill(custody, 0);
  }
}
