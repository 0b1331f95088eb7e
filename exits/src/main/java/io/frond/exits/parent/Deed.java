package io.frond.exits.parent;

import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import java.math.BigInteger;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Something that changed the local parent, as its journal keeps it. Doing all of them again, in
 * order, gives the same parent.
 */
sealed interface Deed {
  /**
   * The parent began.
   *
   * @param timeMs the time of block 0
   * @param config hash of the settlement's config
   */
  record Begin(long timeMs, Bytes32 config) implements Deed {}

  /**
   * A call took effect in the open block.
   *
   * @param caller who called
   * @param call its encoding
   */
  record Call(Account caller, Bytes call) implements Deed {}

  /**
   * The open block was closed.
   *
   * @param timeMs its time
   */
  record Close(long timeMs) implements Deed {}

  /**
   * Somebody's balance was set.
   *
   * @param holder whose
   * @param asset of what
   * @param units how much
   */
  record Balance(Account holder, AssetId asset, BigInteger units) implements Deed {}

  /**
   * An item was given to somebody.
   *
   * @param collection its collection
   * @param id its id
   * @param owner to whom
   */
  record Owner(AssetId collection, Bytes32 id, Account owner) implements Deed {}

  /**
   * Blocks were dropped.
   *
   * @param depth how many, besides the open one
   */
  record Reorg(long depth) implements Deed {}

  /** The one encoding of this deed. */
  default Bytes encode() {
    ByteWriter out = new ByteWriter(128);
    if (this instanceof Begin deed) {
      out.u8(0).u64(deed.timeMs).raw(deed.config);
    } else if (this instanceof Call deed) {
      out.u8(1).account(deed.caller).raw(deed.call);
    } else if (this instanceof Close deed) {
      out.u8(2).u64(deed.timeMs);
    } else if (this instanceof Balance deed) {
      out.u8(3).account(deed.holder).asset(deed.asset).raw(deed.units.toByteArray());
    } else if (this instanceof Owner deed) {
      out.u8(4).asset(deed.collection).raw(deed.id).account(deed.owner);
    } else if (this instanceof Reorg deed) {
      out.u8(5).u64(deed.depth);
    }
    return out.toBytes();
  }

  /**
   * Decodes what {@link #encode} gives.
   *
   * @throws io.frond.vm.DecodeException if it is no deed
   */
  static Deed decode(Bytes encoded) {
    ByteReader in = ByteReader.of(encoded);
    int kind = in.u8();
    Deed deed =
        switch (kind) {
          case 0 -> new Begin(in.u63(), in.bytes32());
          case 1 -> new Call(in.account(), in.bytes(in.remaining()));
          case 2 -> new Close(in.u63());
          case 3 -> balance(in);
          case 4 -> new Owner(in.asset(), in.bytes32(), in.account());
          case 5 -> new Reorg(in.u63());
          default -> throw in.error("journal: expected kind 0 to 5, actual " + kind);
        };
    in.end();
    return deed;
  }

  private static Balance balance(ByteReader in) {
    Account holder = in.account();
    AssetId asset = in.asset();
    byte[] units = in.raw(in.remaining());
    if (units.length == 0
        || !Bytes.wrap(new BigInteger(units).toByteArray()).equals(Bytes.wrap(units))) {
      throw in.error("journal: expected the shortest form of an integer");
    }
    return new Balance(holder, asset, new BigInteger(units));
  }
}
