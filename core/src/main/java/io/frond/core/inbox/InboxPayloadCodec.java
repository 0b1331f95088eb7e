package io.frond.core.inbox;

import io.frond.core.inbox.InboxPayload.Deposit;
import io.frond.core.inbox.InboxPayload.ForcedExit;
import io.frond.core.inbox.InboxPayload.ForcedTransaction;
import io.frond.core.inbox.InboxPayload.Message;
import io.frond.core.inbox.InboxPayload.RevokeSessions;
import io.frond.core.inbox.InboxPayload.Sunset;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** The bytes of every kind of payload, in one place so that they can be read side by side. */
final class InboxPayloadCodec {
  private InboxPayloadCodec() {}

  static Bytes encode(InboxPayload payload) {
    ByteWriter out = new ByteWriter();
    if (payload instanceof Deposit deposit) {
      out.asset(deposit.asset()).raw(deposit.item());
      out.u64(deposit.amount()).account(deposit.account());
    } else if (payload instanceof ForcedExit exit) {
      out.account(exit.account());
      exit.selector().write(out);
    } else if (payload instanceof ForcedTransaction forced) {
      out.raw(forced.transaction());
    } else if (payload instanceof RevokeSessions revoke) {
      out.account(revoke.account());
    } else if (payload instanceof Message message) {
      out.account(message.source()).raw(message.bytes());
    }
    return out.toBytes();
  }

  static InboxPayload decode(int kind, Bytes encoded) {
    ByteReader in = ByteReader.of(encoded);
    try {
      InboxPayload payload = read(kind, in);
      in.end();
      return payload;
    } catch (IllegalArgumentException e) {
      throw in.error(String.valueOf(e.getMessage()));
    }
  }

  private static InboxPayload read(int kind, ByteReader in) {
    return switch (kind) {
      case Deposit.KIND -> deposit(in);
      case ForcedExit.KIND -> new ForcedExit(in.account(), ExitSelector.read(in));
      case ForcedTransaction.KIND -> new ForcedTransaction(in.bytes(in.remaining()));
      case RevokeSessions.KIND -> new RevokeSessions(in.account());
      case Message.KIND -> new Message(in.account(), in.bytes(in.remaining()));
      case Sunset.KIND -> new Sunset();
      default -> throw in.error("inbox entry: expected kind 1 to 6, actual " + kind);
    };
  }

  private static Deposit deposit(ByteReader in) {
    AssetId asset = in.asset();
    Bytes32 item = in.bytes32();
    long amount = in.u64();
    Account account = in.account();
    return new Deposit(asset, item, amount, account);
  }
}
