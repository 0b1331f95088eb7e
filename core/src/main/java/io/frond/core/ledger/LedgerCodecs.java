package io.frond.core.ledger;

import io.frond.core.chain.Asset;
import io.frond.core.chain.Assets;
import io.frond.vm.Account;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import io.frond.vm.Codec;
import io.frond.vm.EscrowId;
import io.frond.vm.PoolId;
import io.frond.vm.Schema;
import io.frond.vm.Split;
import io.frond.vm.Split.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.tuweni.bytes.Bytes;

/** The bytes of claims and of the protocol's own lists, as the parent reads them. */
final class LedgerCodecs {
  static final Codec<ItemKey> ITEM_KEY =
      fixed(
          "ItemKey",
          (key, out) -> out.asset(key.collection()).raw(key.item()),
          in -> new ItemKey(in.asset(), in.bytes32()));
  static final Codec<ShareKey> SHARE_KEY =
      fixed(
          "ShareKey",
          (key, out) -> out.account(key.account()).raw(key.pool().value()),
          in -> new ShareKey(in.account(), new PoolId(in.bytes32())));
  static final Codec<PoolId> POOL_ID =
      fixed("PoolId", (id, out) -> out.raw(id.value()), in -> new PoolId(in.bytes32()));
  static final Codec<EscrowId> ESCROW_ID =
      fixed("EscrowId", (id, out) -> out.raw(id.value()), in -> new EscrowId(in.bytes32()));
  static final Codec<Long> SHARES = fixed("Shares", (n, out) -> out.u64(n), LedgerCodecs::positive);
  static final Codec<EscrowState> ESCROW =
      fixed("Escrow", LedgerCodecs::writeEscrow, LedgerCodecs::readEscrow);
  static final Codec<OwnedKey> OWNED =
      fixed("Owned", LedgerCodecs::writeOwned, LedgerCodecs::readOwned);
  static final Codec<Boolean> NOTHING = fixed("Nothing", (value, out) -> {}, in -> true);

  private LedgerCodecs() {}

  /** {@code total u64 ‖ count u8 ‖ (index u8 ascending, quanta u64 above 0)}. */
  static Codec<PoolState> pool(Assets assets) {
    int[] indexOf = assets.all().stream().filter(Asset::isFungible).mapToInt(Asset::index).toArray();
    return fixed(
        "Pool", (pool, out) -> writePool(pool, indexOf, out), in -> readPool(indexOf, in));
  }

  private static void writePool(PoolState pool, int[] indexOf, ByteWriter out) {
    out.u64(pool.totalShares());
    int held = 0;
    for (long reserve : pool.reserves()) {
      held += reserve > 0 ? 1 : 0;
    }
    out.u8(held);
    for (int slot = 0; slot < indexOf.length; slot++) {
      if (pool.reserves()[slot] > 0) {
        out.u8(indexOf[slot]).u64(pool.reserves()[slot]);
      }
    }
  }

  private static PoolState readPool(int[] indexOf, ByteReader in) {
    long total = in.u63();
    long[] reserves = new long[indexOf.length];
    int slot = 0;
    for (int left = in.u8(); left > 0; left--) {
      int index = in.u8();
      while (slot < indexOf.length && indexOf[slot] != index) {
        slot++;
      }
      if (slot == indexOf.length) {
        throw in.error("pool: expected declared fungible assets, ascending");
      }
      reserves[slot++] = positive(in);
    }
    return new PoolState(total, reserves);
  }

  private static void writeEscrow(EscrowState escrow, ByteWriter out) {
    out.asset(escrow.asset()).raw(escrow.item()).u64(escrow.amount()).u64(escrow.end());
    out.u8(escrow.split().parts().size());
    for (Part part : escrow.split().parts()) {
      out.account(part.account()).u64(part.weight());
    }
  }

  private static EscrowState readEscrow(ByteReader in) {
    var asset = in.asset();
    var item = in.bytes32();
    long amount = positive(in);
    long end = in.u63();
    List<Part> parts = new ArrayList<>();
    for (int left = in.u8(); left > 0; left--) {
      parts.add(new Part(in.account(), in.u63()));
    }
    try {
      return new EscrowState(asset, item, amount, end, new Split(parts));
    } catch (IllegalArgumentException e) {
      throw in.error("escrow: " + e.getMessage());
    }
  }

  private static void writeOwned(OwnedKey key, ByteWriter out) {
    out.account(key.account()).u8(key.kind()).raw(key.identity());
  }

  private static OwnedKey readOwned(ByteReader in) {
    Account account = in.account();
    int kind = in.u8();
    int length = kind == OwnedKey.ITEM ? 64 : 32;
    if (kind != OwnedKey.ITEM && kind != OwnedKey.SHARE && kind != OwnedKey.ESCROW) {
      throw in.error("owned: expected an item, a share or an escrow, actual " + kind);
    }
    Bytes identity = in.bytes(length);
    return new OwnedKey(account, kind, identity);
  }

  private static long positive(ByteReader in) {
    long value = in.u63();
    if (value == 0) {
      throw in.error("expected an amount above 0");
    }
    return value;
  }

  private static <T> Codec<T> fixed(
      String name, BiConsumer<T, ByteWriter> write, Function<ByteReader, T> read) {
    Schema schema = new Schema.Struct(name, List.of());
    return new Codec<>() {
      @Override
      public void encode(T value, ByteWriter out) {
        write.accept(value, out);
      }

      @Override
      public T decode(ByteReader in) {
        return read.apply(in);
      }

      @Override
      public Schema schema() {
        return schema;
      }
    };
  }
}
