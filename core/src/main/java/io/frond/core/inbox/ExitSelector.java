package io.frond.core.inbox;

import io.frond.vm.AssetId;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import io.frond.vm.EscrowId;
import io.frond.vm.PoolId;
import org.apache.tuweni.bytes.Bytes32;

/** What a forced exit asks for. Encoded as one byte for the kind, then its 0, 32 or 64 bytes. */
public sealed interface ExitSelector {
  /** Every balance, and the first 32 items and shares of the account. */
  record All() implements ExitSelector {}

  /** The account's balance of one fungible asset. */
  record OfAsset(AssetId asset) implements ExitSelector {}

  /** One item. */
  record OfItem(AssetId collection, Bytes32 id) implements ExitSelector {}

  /** The account's share of one pool. */
  record OfShare(PoolId pool) implements ExitSelector {}

  /** The account's part of one escrow that has reached its end. */
  record OfEscrow(EscrowId escrow) implements ExitSelector {}

  /** Everything. */
  static ExitSelector all() {
    return new All();
  }

  /** Writes the one encoding of this selector. */
  default void write(ByteWriter out) {
    if (this instanceof OfAsset one) {
      out.u8(1).asset(one.asset);
    } else if (this instanceof OfItem one) {
      out.u8(2).asset(one.collection).raw(one.id);
    } else if (this instanceof OfShare one) {
      out.u8(3).raw(one.pool.value());
    } else if (this instanceof OfEscrow one) {
      out.u8(4).raw(one.escrow.value());
    } else {
      out.u8(0);
    }
  }

  /**
   * Reads what {@link #write} writes.
   *
   * @throws io.frond.vm.DecodeException if it is anything else
   */
  static ExitSelector read(ByteReader in) {
    int kind = in.u8();
    return switch (kind) {
      case 0 -> new All();
      case 1 -> new OfAsset(in.asset());
      case 2 -> new OfItem(in.asset(), in.bytes32());
      case 3 -> new OfShare(new PoolId(in.bytes32()));
      case 4 -> new OfEscrow(new EscrowId(in.bytes32()));
      default -> throw in.error("exit selector: expected 0 to 4, actual " + kind);
    };
  }
}
