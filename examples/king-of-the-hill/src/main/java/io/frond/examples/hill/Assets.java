package io.frond.examples.hill;

import io.frond.vm.AssetId;

/** The assets of this chain. */
final class Assets {
  static final AssetId GOLD = AssetId.named("GOLD");

  private Assets() {}
}
