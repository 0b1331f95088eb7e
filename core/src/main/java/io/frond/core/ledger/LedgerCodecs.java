package io.frond.core.ledger;

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

  /** {@code total u64 ‖ count u8 ‖ (asset index u8 ascending, quanta u64 above 0)}. */
  static final Codec<PoolState> POOL =
      fixed("Pool", LedgerCodecs::writePool, LedgerCodecs::readPool);

  static final Codec<OwnedKey> OWNED =
      fixed("Owned", LedgerCodecs::writeOwned, LedgerCodecs::readOwned);
  static final Codec<Boolean> NOTHING = fixed("Nothing", (value, out) -> {}, in -> true);

  private LedgerCodecs() {}

  private static void writePool(PoolState pool, ByteWriter out) {
    out.u64(pool.totalShares()).u8(pool.assets().length);
    for (int i = 0; i < pool.assets().length; i++) {
      out.u8(pool.assets()[i]).u64(pool.reserves()[i]);
    }
  }

  private static PoolState readPool(ByteReader in) {
    long total = in.u63();
    int[] assets = new int[in.u8()];
    long[] reserves = new long[assets.length];
    for (int i = 0; i < assets.length; i++) {
      assets[i] = in.u8();
      reserves[i] = positive(in);
      if (i > 0 && assets[i] <= assets[i - 1]) {
        throw in.error("pool: expected ascending assets");
      }
    }
    return new PoolState(total, assets, reserves);
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
