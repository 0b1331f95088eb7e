package io.frond.testkit;

import io.frond.vm.AssetId;

/**
 * The most that one transaction may take from its sender of one asset.
 *
 * @param asset a fungible asset of the chain
 * @param quanta 1 to 2^63-1
 */
public record Spend(AssetId asset, long quanta) {
  /** At most so many quanta of an asset. */
  public static Spend of(AssetId asset, long quanta) {
    return new Spend(asset, quanta);
  }
}
