package io.frond.core.chain;

import io.frond.vm.AssetId;
import io.frond.vm.ByteWriter;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/** The assets that a chain declares, by index and by identity. Immutable. */
public final class Assets {
  /** The most fungible assets, so that every balance of an account fits one leaf. */
  public static final int MAX_FUNGIBLE = 64;

  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private final List<Asset> ascending;
  private final @Nullable Asset[] byIndex = new Asset[Asset.MAX_INDEX + 1];
  private final @Nullable Asset[] byId; // open addressing

  private Assets(List<Asset> assets) {
    int fungible = 0;
    byId = new Asset[Integer.highestOneBit(Math.max(1, assets.size())) * 8];
    for (Asset asset : assets) {
      int place = place(asset.id());
      if (byIndex[asset.index()] != null || byId[place] != null) {
        throw new IllegalArgumentException(
            "assets: expected distinct indices and ids, actual twice " + asset.symbol());
      }
      byIndex[asset.index()] = asset;
      byId[place] = asset;
      fungible += asset.isFungible() ? 1 : 0;
    }
    if (fungible > MAX_FUNGIBLE) {
      throw new IllegalArgumentException(
          "assets: expected at most 64 fungible, actual " + fungible);
    }
    ascending = assets.stream().sorted((a, b) -> Integer.compare(a.index(), b.index())).toList();
  }

  /**
   * These assets.
   *
   * @throws IllegalArgumentException if two share an index or an id, or too many are fungible
   */
  public static Assets of(List<Asset> assets) {
    return new Assets(assets);
  }

  /** These assets. */
  public static Assets of(Asset... assets) {
    return new Assets(List.of(assets));
  }

  /** All of them, ascending by index. */
  public List<Asset> all() {
    return ascending;
  }

  /** The asset of this index. */
  public Optional<Asset> at(int index) {
    return index < 0 || index > Asset.MAX_INDEX
        ? Optional.empty()
        : Optional.ofNullable(byIndex[index]);
  }

  /** The asset of this identity. */
  public Optional<Asset> find(AssetId id) {
    return Optional.ofNullable(get(id));
  }

  /** The asset of this identity; null if none is declared. */
  public @Nullable Asset get(AssetId id) {
    return byId[place(id)];
  }

  /** Where an asset stands or would stand; at most a quarter is taken, and no user chooses ids. */
  private int place(AssetId id) {
    int mask = byId.length - 1;
    long words = id.word0() ^ id.word1() ^ id.word2() ^ id.word3();
    int place = (int) ((words * SPREAD) >>> Integer.SIZE) & mask;
    while (true) {
      Asset asset = byId[place];
      if (asset == null || asset.id().equals(id)) {
        return place;
      }
      place = place + 1 & mask;
    }
  }

  /** The canonical bytes of the whole declaration; part of the params hash. */
  public Bytes encode() {
    ByteWriter out = new ByteWriter();
    out.uv(ascending.size());
    for (Asset asset : ascending) {
      out.u8(asset.index())
          .asset(asset.id())
          .u8(asset.kind().code())
          .text(asset.symbol())
          .u8(asset.decimals())
          .sized(Bytes.wrap(asset.quantum().toByteArray()));
    }
    return out.toBytes();
  }
}
