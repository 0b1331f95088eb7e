package io.frond.core.tx;

import io.frond.core.chain.Asset;
import org.apache.tuweni.bytes.Bytes32;

/** The most that one transaction may take from its sender of one asset, or one item. */
public sealed interface SpendLimit extends Comparable<SpendLimit> {
  /** The number under which the chain declares the asset. */
  int assetIndex();

  /** Orders by asset index, then by the unsigned bytes of the item. */
  @Override
  default int compareTo(SpendLimit other) {
    int order = Integer.compare(assetIndex(), other.assetIndex());
    return order == 0 ? itemOrder().compareTo(other.itemOrder()) : order;
  }

  private Bytes32 itemOrder() {
    return this instanceof Item item ? item.item() : Bytes32.ZERO;
  }

  /**
   * Quanta of a fungible asset.
   *
   * @param assetIndex 0 to {@link Asset#MAX_INDEX}
   * @param quanta at least 1
   */
  record Quanta(int assetIndex, long quanta) implements SpendLimit {
    /** Checks the ranges. */
    public Quanta {
      checkIndex(assetIndex);
      if (quanta < 1) {
        throw new IllegalArgumentException("quanta: expected at least 1, actual " + quanta);
      }
    }
  }

  /**
   * One item of a collection.
   *
   * @param assetIndex 0 to {@link Asset#MAX_INDEX}
   * @param item its identity
   */
  record Item(int assetIndex, Bytes32 item) implements SpendLimit {
    /** Checks the range and copies the identity. */
    public Item {
      checkIndex(assetIndex);
      item = Bytes32.wrap(item.toArray());
    }
  }

  private static void checkIndex(int assetIndex) {
    if (assetIndex < 0 || assetIndex > Asset.MAX_INDEX) {
      throw new IllegalArgumentException("asset index: expected 0 to 255, actual " + assetIndex);
    }
  }
}
