package io.frond.exits.settlement;

import io.frond.core.inbox.InboxEntry;
import io.frond.core.parent.SettlementStatus.Mode;
import io.frond.exits.settlement.SettlementEvent.AlreadyPending;
import io.frond.exits.settlement.SettlementEvent.Cause;
import io.frond.exits.settlement.SettlementEvent.Committed;
import io.frond.exits.settlement.SettlementEvent.Credited;
import io.frond.exits.settlement.SettlementEvent.Enqueued;
import io.frond.exits.settlement.SettlementEvent.Finalized;
import io.frond.exits.settlement.SettlementEvent.FundsMoved;
import io.frond.exits.settlement.SettlementEvent.ModeChanged;
import io.frond.exits.settlement.SettlementEvent.PaidOut;
import io.frond.exits.settlement.SettlementEvent.RecipientSet;
import io.frond.exits.settlement.SettlementEvent.Rewound;
import io.frond.exits.settlement.SettlementEvent.Source;
import io.frond.vm.Account;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;

/** One byte for the kind, then the parts in order; an entry comes last and needs no length. */
final class SettlementEventCodec {
  /** Modes by their code, also in the settlement's storage. */
  static final List<Mode> MODES = List.of(Mode.ACTIVE, Mode.SUNSETTING, Mode.FREEZING, Mode.FROZEN);

  private static final List<Cause> CAUSES = List.of(Cause.CHALLENGE, Cause.CUSTODY_CAP);
  private static final List<Source.Kind> SOURCES =
      List.of(Source.Kind.WITHDRAWAL, Source.Kind.REFUND, Source.Kind.ESCAPE);

  private SettlementEventCodec() {}

  static Bytes encode(SettlementEvent event) {
    ByteWriter out = new ByteWriter(160);
    if (event instanceof Enqueued e) {
      out.u8(1).u64(e.due()).u64(e.freezeAt()).u64(e.fee()).account(e.payer());
      out.raw(e.entry().encode());
    } else if (event instanceof AlreadyPending e) {
      out.u8(2).u64(e.index());
    } else if (event instanceof Committed e) {
      out.u8(3).u64(e.number()).raw(e.hash()).u64(e.epoch()).account(e.proposer());
    } else if (event instanceof Finalized e) {
      out.u8(4).u64(e.number()).raw(e.hash());
    } else if (event instanceof Rewound e) {
      out.u8(5).u64(e.number()).raw(e.hash()).u64(e.epoch());
      out.u8(CAUSES.indexOf(e.cause())).account(e.by());
    } else if (event instanceof Credited e) {
      out.u8(6).account(e.account()).asset(e.asset()).u64(e.amount()).raw(e.item());
      out.u8(SOURCES.indexOf(e.source().kind()))
          .raw(e.source().reference())
          .u32(e.source().index());
    } else if (event instanceof PaidOut e) {
      out.u8(7).account(e.account()).asset(e.asset()).u64(e.amount()).raw(e.item());
      out.account(e.to());
    } else if (event instanceof FundsMoved e) {
      out.u8(8).account(e.account()).u64(e.delta());
    } else if (event instanceof RecipientSet e) {
      out.u8(9).account(e.account()).account(e.recipient());
    } else if (event instanceof ModeChanged e) {
      out.u8(10).u8(MODES.indexOf(e.mode())).raw(e.snapshot());
    }
    return out.toBytes();
  }

  static SettlementEvent decode(Bytes encoded) {
    ByteReader in = ByteReader.of(encoded);
    int kind = in.u8();
    SettlementEvent event =
        switch (kind) {
          case 1 -> enqueued(in);
          case 2 -> new AlreadyPending(in.u63());
          case 3 -> new Committed(in.u63(), in.bytes32(), in.u63(), in.account());
          case 4 -> new Finalized(in.u63(), in.bytes32());
          case 5 -> rewound(in);
          case 6 -> credited(in);
          case 7 -> new PaidOut(in.account(), in.asset(), in.u63(), in.bytes32(), in.account());
          case 8 -> new FundsMoved(in.account(), in.u64());
          case 9 -> new RecipientSet(in.account(), in.account());
          case 10 -> new ModeChanged(pick(in, MODES), in.bytes32());
          default -> throw in.error("event: expected kind 1 to 10, actual " + kind);
        };
    in.end();
    return event;
  }

  private static Enqueued enqueued(ByteReader in) {
    long due = in.u63();
    long freezeAt = in.u63();
    long fee = in.u63();
    Account payer = in.account();
    InboxEntry entry = InboxEntry.decode(in.bytes(in.remaining()));
    return new Enqueued(entry, due, freezeAt, fee, payer);
  }

  private static Rewound rewound(ByteReader in) {
    return new Rewound(in.u63(), in.bytes32(), in.u63(), pick(in, CAUSES), in.account());
  }

  private static Credited credited(ByteReader in) {
    return new Credited(
        in.account(),
        in.asset(),
        in.u63(),
        in.bytes32(),
        new Source(pick(in, SOURCES), in.bytes32(), in.u32()));
  }

  private static <E> E pick(ByteReader in, List<E> values) {
    int code = in.u8();
    if (code >= values.size()) {
      throw in.error("event: expected at most " + (values.size() - 1) + ", actual " + code);
    }
    return values.get(code);
  }
}
