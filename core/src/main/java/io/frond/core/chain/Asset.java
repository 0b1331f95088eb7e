package io.frond.core.chain;

import io.frond.vm.AssetId;
import java.math.BigInteger;

/**
 * An asset that the chain declares.
 *
 * @param index 0 to 255, its number in balances and transactions, never used again
 * @param id its identity
 * @param kind fungible, or a collection of items
 * @param symbol what people call it, 1 to 12 characters
 * @param decimals how many decimals people write, 0 to 18; 0 for a collection
 * @param quantum how many of the parent's units one quantum is, at least 1; 1 for a collection
 */
public record Asset(
    int index, AssetId id, Kind kind, String symbol, int decimals, BigInteger quantum) {
  /** How an asset is counted. */
  public enum Kind {
    /** Counted in quanta, 0 to 2^63-1. */
    FUNGIBLE(0),
    /** Items with identities of their own, deposited from the parent. */
    COLLECTION(1),
    /** Items that a module of this chain creates. */
    CHAIN_BORN_COLLECTION(2);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    /** The byte that stands for it in encodings. */
    public int code() {
      return code;
    }
  }

  /** Largest {@link #index}. */
  public static final int MAX_INDEX = 255;

  /**
   * A declaration of these parts.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public Asset {
    if (index < 0 || index > MAX_INDEX) {
      throw new IllegalArgumentException("asset index: expected 0 to 255, actual " + index);
    }
    if (symbol.isEmpty() || symbol.length() > 12) {
      throw new IllegalArgumentException(
          "asset symbol: expected 1 to 12 characters, actual " + symbol.length());
    }
    if (decimals < 0 || decimals > 18 || (kind != Kind.FUNGIBLE && decimals != 0)) {
      throw new IllegalArgumentException("asset decimals: expected 0 to 18, actual " + decimals);
    }
    if (quantum.signum() <= 0
        || quantum.bitLength() > 128
        || (kind != Kind.FUNGIBLE && !quantum.equals(BigInteger.ONE))) {
      throw new IllegalArgumentException(
          "asset quantum: expected 1 to 2^128-1, and 1 for a collection; actual " + quantum);
    }
  }

  /** A fungible asset whose quantum is one unit of the parent. */
  public static Asset fungible(int index, AssetId id, String symbol, int decimals) {
    return new Asset(index, id, Kind.FUNGIBLE, symbol, decimals, BigInteger.ONE);
  }

  /** A collection of items that come from the parent. */
  public static Asset collection(int index, AssetId id, String symbol) {
    return new Asset(index, id, Kind.COLLECTION, symbol, 0, BigInteger.ONE);
  }

  /** Whether it is counted in quanta. */
  public boolean isFungible() {
    return kind == Kind.FUNGIBLE;
  }
}
