package io.frond.exits.settlement;

import io.frond.core.inbox.ExitSelector;
import io.frond.core.inbox.InboxPayload;
import io.frond.core.outbox.WithdrawalProof;
import io.frond.exits.proof.BlockProof;
import io.frond.exits.proof.EscapeProof;
import io.frond.exits.settlement.SettlementCall.Challenge;
import io.frond.exits.settlement.SettlementCall.ClaimWithdrawals;
import io.frond.exits.settlement.SettlementCall.CollectFunds;
import io.frond.exits.settlement.SettlementCall.Commit;
import io.frond.exits.settlement.SettlementCall.Deposit;
import io.frond.exits.settlement.SettlementCall.Escape;
import io.frond.exits.settlement.SettlementCall.FinalizeThrough;
import io.frond.exits.settlement.SettlementCall.ForceExit;
import io.frond.exits.settlement.SettlementCall.ForceTransaction;
import io.frond.exits.settlement.SettlementCall.Freeze;
import io.frond.exits.settlement.SettlementCall.PostFunds;
import io.frond.exits.settlement.SettlementCall.Refund;
import io.frond.exits.settlement.SettlementCall.RevokeSessions;
import io.frond.exits.settlement.SettlementCall.Seal;
import io.frond.exits.settlement.SettlementCall.SendMessage;
import io.frond.exits.settlement.SettlementCall.SetRecipient;
import io.frond.exits.settlement.SettlementCall.SettleBond;
import io.frond.exits.settlement.SettlementCall.Withdraw;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;

/** One byte for the kind, then the parts in order, those of variable length after their length. */
final class SettlementCallCodec {
  private static final int MAX_BATCH_BYTES = 1 << 28;
  private static final int MAX_PROOF_BYTES = 1 << 25;

  private SettlementCallCodec() {}

  static Bytes encode(SettlementCall call) {
    ByteWriter out = new ByteWriter(160);
    if (call instanceof Deposit c) {
      out.u8(1).asset(c.asset()).raw(c.item()).u64(c.amount()).account(c.account());
      out.u64(c.maxFee());
    } else if (call instanceof ForceExit c) {
      c.selector().write(out.u8(2).u64(c.maxFee()).account(c.account()));
    } else if (call instanceof ForceTransaction c) {
      out.u8(3).u64(c.maxFee()).sized(c.transaction());
    } else if (call instanceof RevokeSessions c) {
      out.u8(4).u64(c.maxFee()).account(c.account());
    } else if (call instanceof SendMessage c) {
      out.u8(5).u64(c.maxFee()).sized(c.bytes());
    } else if (call instanceof PostFunds c) {
      out.u8(6).u64(c.amount());
    } else if (call instanceof CollectFunds c) {
      out.u8(7).u64(c.amount()).account(c.to());
    } else if (call instanceof SetRecipient c) {
      out.u8(8).account(c.recipient());
    } else {
      encodeBatchesAndExits(call, out);
    }
    return out.toBytes();
  }

  private static void encodeBatchesAndExits(SettlementCall call, ByteWriter out) {
    if (call instanceof Commit c) {
      out.u8(16).sized(c.batch()).sized(c.evidence());
    } else if (call instanceof Challenge c) {
      out.u8(17).raw(c.batch()).sized(c.block().encode()).sized(c.witness());
    } else if (call instanceof FinalizeThrough c) {
      out.u8(18).u64(c.number());
    } else if (call instanceof SettleBond c) {
      out.u8(19).raw(c.batch());
    } else if (call instanceof ClaimWithdrawals c) {
      out.u8(32).uv(c.proofs().size());
      c.proofs().forEach(proof -> out.sized(proof.encode()));
    } else if (call instanceof Withdraw c) {
      out.u8(33).account(c.account()).asset(c.asset()).raw(c.item()).account(c.to());
    } else if (call instanceof Freeze) {
      out.u8(48);
    } else if (call instanceof Seal) {
      out.u8(49);
    } else if (call instanceof Refund c) {
      out.u8(50).u64(c.index());
    } else if (call instanceof Escape c) {
      out.u8(51).u32(c.index()).sized(c.proof().encode());
    }
  }

  static SettlementCall decode(Bytes encoded) {
    ByteReader in = ByteReader.of(encoded);
    int kind = in.u8();
    SettlementCall call =
        switch (kind) {
          case 1 -> new Deposit(in.asset(), in.bytes32(), in.u63(), in.account(), in.u63());
          case 2 -> forceExit(in);
          case 3 -> forceTransaction(in);
          case 4 -> revokeSessions(in);
          case 5 -> sendMessage(in);
          case 6 -> new PostFunds(in.u63());
          case 7 -> new CollectFunds(in.u63(), in.account());
          case 8 -> new SetRecipient(in.account());
          case 16 ->
              new Commit(in.sized(MAX_BATCH_BYTES, "batch"), in.sized(MAX_PROOF_BYTES, "evidence"));
          case 17 -> challenge(in);
          case 18 -> new FinalizeThrough(in.u63());
          case 19 -> new SettleBond(in.bytes32());
          case 32 -> claims(in);
          case 33 -> new Withdraw(in.account(), in.asset(), in.bytes32(), in.account());
          case 48 -> new Freeze();
          case 49 -> new Seal();
          case 50 -> new Refund(in.u63());
          case 51 -> escape(in);
          default -> throw in.error("call: no such kind, " + kind);
        };
    in.end();
    return call;
  }

  private static ForceExit forceExit(ByteReader in) {
    long maxFee = in.u63();
    return new ForceExit(in.account(), ExitSelector.read(in), maxFee);
  }

  private static ForceTransaction forceTransaction(ByteReader in) {
    long maxFee = in.u63();
    return new ForceTransaction(in.sized(InboxPayload.MAX_BYTES, "transaction"), maxFee);
  }

  private static RevokeSessions revokeSessions(ByteReader in) {
    long maxFee = in.u63();
    return new RevokeSessions(in.account(), maxFee);
  }

  private static SendMessage sendMessage(ByteReader in) {
    long maxFee = in.u63();
    return new SendMessage(in.sized(InboxPayload.MAX_BYTES, "message"), maxFee);
  }

  private static Challenge challenge(ByteReader in) {
    return new Challenge(
        in.bytes32(),
        BlockProof.decode(in.sized(MAX_PROOF_BYTES, "block proof")),
        in.sized(MAX_PROOF_BYTES, "witness"));
  }

  private static ClaimWithdrawals claims(ByteReader in) {
    int count = in.uvUpTo(SettlementCall.MAX_CLAIMS, "claims");
    if (count == 0) {
      throw in.error("claims: expected at least 1, actual 0");
    }
    List<WithdrawalProof> proofs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      proofs.add(WithdrawalProof.decode(in.sized(1_024, "withdrawal proof")));
    }
    return new ClaimWithdrawals(proofs);
  }

  private static Escape escape(ByteReader in) {
    int index = in.u32();
    return new Escape(EscapeProof.decode(in.sized(MAX_PROOF_BYTES, "escape proof")), index);
  }
}
