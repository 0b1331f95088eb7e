package io.frond.core.ledger;

import io.frond.core.chain.AssetQuanta;
import io.frond.core.state.StoredEntry;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import io.frond.vm.EscrowId;
import io.frond.vm.PoolId;
import io.frond.vm.Split;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** Identities and values of every kind of claim. */
final class ClaimCodec {
  private ClaimCodec() {}

  static Bytes identity(Claim claim) {
    ByteWriter out = new ByteWriter();
    if (claim instanceof Claim.Balances balances) {
      out.account(balances.account());
    } else if (claim instanceof Claim.Item item) {
      out.asset(item.collection()).raw(item.id());
    } else if (claim instanceof Claim.Share share) {
      out.account(share.account()).raw(share.pool().value());
    } else if (claim instanceof Claim.Pool pool) {
      out.raw(pool.pool().value());
    } else if (claim instanceof Claim.Escrow escrow) {
      out.raw(escrow.escrow().value());
    } else if (claim instanceof Claim.Nested nested) {
      out.raw(nested.child());
    } else if (claim instanceof Claim.Residual residual) {
      out.raw(residual.module()).asset(residual.asset());
    }
    return out.toBytes();
  }

  static Bytes value(Claim claim) {
    ByteWriter out = new ByteWriter();
    if (claim instanceof Claim.Balances balances) {
      balances.assets().write(out.raw(balances.recordHash()));
    } else if (claim instanceof Claim.Item item) {
      out.account(item.owner());
    } else if (claim instanceof Claim.Share share) {
      out.u64(share.shares());
    } else if (claim instanceof Claim.Pool pool) {
      pool.reserves().write(out.u64(pool.total()));
    } else if (claim instanceof Claim.Escrow escrow) {
      writeEscrow(out, escrow);
    } else if (claim instanceof Claim.Nested nested) {
      nested.custody().write(out.raw(nested.root()).raw(nested.spent()));
    } else if (claim instanceof Claim.Residual residual) {
      out.account(residual.beneficiary()).u64(residual.amount());
    }
    return out.toBytes();
  }

  static Claim decode(int kind, Bytes identity, Bytes value) {
    ByteReader name = ByteReader.of(identity);
    ByteReader in = ByteReader.of(value);
    try {
      Claim claim = read(kind, name, in);
      name.end();
      in.end();
      return claim;
    } catch (IllegalArgumentException e) {
      throw in.error(String.valueOf(e.getMessage()));
    }
  }

  static Claim stored(StoredEntry entry) {
    ByteReader name = ByteReader.of(entry.rawKey());
    int kind = name.u8();
    Bytes identity = name.bytes(name.remaining());
    if (kind != Claim.Balances.KIND) {
      return decode(kind, identity, Bytes.wrap(entry.value()));
    }
    // What follows the leaf is the record that it holds the hash of.
    ByteReader in = ByteReader.of(entry.value());
    Bytes32 recordHash = in.bytes32();
    return new Claim.Balances(ByteReader.of(identity).account(), recordHash, AssetQuanta.read(in));
  }

  private static Claim read(int kind, ByteReader name, ByteReader in) {
    return switch (kind) {
      case Claim.Balances.KIND ->
          new Claim.Balances(name.account(), in.bytes32(), AssetQuanta.read(in));
      case Claim.Item.KIND -> new Claim.Item(name.asset(), name.bytes32(), in.account());
      case Claim.Share.KIND ->
          new Claim.Share(name.account(), new PoolId(name.bytes32()), in.u63());
      case Claim.Pool.KIND ->
          new Claim.Pool(new PoolId(name.bytes32()), in.u63(), AssetQuanta.read(in));
      case Claim.Escrow.KIND -> readEscrow(name, in);
      case Claim.Nested.KIND ->
          new Claim.Nested(name.bytes32(), in.bytes32(), in.bytes32(), AssetQuanta.read(in));
      case Claim.Residual.KIND ->
          new Claim.Residual(name.bytes32(), name.asset(), in.account(), in.u63());
      default -> throw in.error("claim: expected kind 1 to 7, actual " + kind);
    };
  }

  private static void writeEscrow(ByteWriter out, Claim.Escrow escrow) {
    out.asset(escrow.asset()).raw(escrow.item()).u64(escrow.amount()).u64(escrow.end());
    List<Split.Part> parts = escrow.split().parts();
    out.u8(parts.size());
    parts.forEach(part -> out.account(part.account()).u64(part.weight()));
  }

  private static Claim.Escrow readEscrow(ByteReader name, ByteReader in) {
    AssetId asset = in.asset();
    Bytes32 item = in.bytes32();
    long amount = in.u63();
    long end = in.u63();
    int count = in.u8();
    List<Split.Part> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Account account = in.account();
      parts.add(new Split.Part(account, in.u63()));
    }
    EscrowId id = new EscrowId(name.bytes32());
    return new Claim.Escrow(id, asset, item, amount, end, new Split(parts));
  }
}
