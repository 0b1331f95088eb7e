package io.frond.core.chain;

import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Amounts of several fungible assets: {@code count u8 ‖ (asset index u8, quanta u64)...}. An asset
 * of which there is nothing is not named.
 *
 * @param entries at most {@value Assets#MAX_FUNGIBLE}, ascending by asset index
 */
public record AssetQuanta(List<Entry> entries) {
  /** Nothing of anything. */
  public static final AssetQuanta NONE = new AssetQuanta(List.of());

  /**
   * The amount of one asset.
   *
   * @param assetIndex the number under which the chain declares the asset, 0 to 255
   * @param quanta 1 to 2^63-1
   */
  public record Entry(int assetIndex, long quanta) {}

  /**
   * Amounts of these entries.
   *
   * @throws IllegalArgumentException if they are too many, out of order or out of range
   */
  public AssetQuanta {
    entries = List.copyOf(entries);
    if (entries.size() > Assets.MAX_FUNGIBLE) {
      throw new IllegalArgumentException(
          "asset amounts: expected at most 64, actual " + entries.size());
    }
    int last = -1;
    for (Entry entry : entries) {
      if (entry.assetIndex <= last || entry.assetIndex > Asset.MAX_INDEX) {
        throw new IllegalArgumentException(
            "asset amounts: expected an index from "
                + (last + 1)
                + " to 255, actual "
                + entry.assetIndex);
      }
      if (entry.quanta < 1) {
        throw new IllegalArgumentException(
            "asset amounts: expected 1 to 2^63-1 quanta, actual " + entry.quanta);
      }
      last = entry.assetIndex;
    }
  }

  /** Amounts of one asset; none if {@code quanta} is 0. */
  public static AssetQuanta of(int assetIndex, long quanta) {
    return quanta == 0 ? NONE : new AssetQuanta(List.of(new Entry(assetIndex, quanta)));
  }

  /**
   * Reads what {@link #write} writes.
   *
   * @throws io.frond.vm.DecodeException if it is anything else
   */
  public static AssetQuanta read(ByteReader in) {
    int count = in.u8();
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(new Entry(in.u8(), in.u64()));
    }
    try {
      return new AssetQuanta(entries);
    } catch (IllegalArgumentException e) {
      throw in.error(String.valueOf(e.getMessage()));
    }
  }

  /** Writes the one encoding of these amounts. */
  public void write(ByteWriter out) {
    out.u8(entries.size());
    entries.forEach(entry -> out.u8(entry.assetIndex).u64(entry.quanta));
  }

  /** The amount of an asset, 0 if it is not named. */
  public long quantaOf(int assetIndex) {
    for (Entry entry : entries) {
      if (entry.assetIndex == assetIndex) {
        return entry.quanta;
      }
    }
    return 0;
  }

  /**
   * These amounts and {@code quanta} more of one asset.
   *
   * @throws ArithmeticException if the sum is above 2^63-1
   * @throws IllegalArgumentException if the asset ends below 0, or there are too many assets
   */
  public AssetQuanta plus(int assetIndex, long quanta) {
    long sum = Math.addExact(quantaOf(assetIndex), quanta);
    List<Entry> next = new ArrayList<>(entries);
    next.removeIf(entry -> entry.assetIndex == assetIndex);
    if (sum != 0) {
      int at = 0;
      while (at < next.size() && next.get(at).assetIndex < assetIndex) {
        at++;
      }
      next.add(at, new Entry(assetIndex, sum));
    }
    return new AssetQuanta(next);
  }
}
