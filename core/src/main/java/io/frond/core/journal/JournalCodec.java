package io.frond.core.journal;

import io.frond.core.batch.BatchHeader;
import io.frond.core.journal.JournalRecord.BatchPlace;
import io.frond.core.journal.JournalRecord.BatchTip;
import io.frond.core.journal.JournalRecord.BlockRecord;
import io.frond.core.journal.JournalRecord.CheckpointRecord;
import io.frond.core.journal.JournalRecord.GroupRecord;
import io.frond.core.journal.JournalRecord.InboxPart;
import io.frond.core.journal.JournalRecord.ReceiptTail;
import io.frond.core.journal.JournalRecord.RewindRecord;
import io.frond.core.journal.JournalRecord.SealedRecord;
import io.frond.core.journal.JournalRecord.SettledRecord;
import io.frond.core.journal.JournalRecord.SilenceRecord;
import io.frond.core.ordering.ReceiptGroup;
import io.frond.core.ordering.TrustLabel;
import io.frond.core.outbox.Withdrawal;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The bytes of the journal: {@code version u8 = 1 ‖ kind u8}, then by kind
 *
 * <pre>
 * 1 block      : number u64, batch u64, first 0|1, post root 32, uv length, data,
 *                entries from u64, uv count, (uv length, entry)..., uv count, withdrawals
 * 2 group      : group (see ReceiptGroup), deadline u64, label u8
 * 3 sealed     : header
 * 4 settled    : epoch u64, committed u64, final u64
 * 5 rewind     : batch u64, block u64
 * 6 checkpoint : block u64, from u64, base (number u64, hash 32, post root 32, last block u64,
 *                inbox to u64), tail (epoch u64, next group u64, previous 32, next sequence u64, silent 0|1)
 * 7 silence    : epoch u64
 * </pre>
 */
final class JournalCodec {
  private static final int VERSION = 1;
  private static final int MAX_BYTES = 1 << 28;
  private static final int MAX_ITEMS = 1 << 20;

  private JournalCodec() {}

  static Bytes encode(JournalRecord record) {
    ByteWriter out = new ByteWriter(256).u8(VERSION);
    if (record instanceof BlockRecord block) {
      write(block, out.u8(1));
    } else if (record instanceof GroupRecord group) {
      group.group().write(out.u8(2));
      out.u64(group.deadline()).u8(group.label().code());
    } else if (record instanceof SealedRecord sealed) {
      out.u8(3).raw(sealed.header().encode());
    } else if (record instanceof SettledRecord settled) {
      out.u8(4).u64(settled.epoch()).u64(settled.committed()).u64(settled.finalized());
    } else if (record instanceof RewindRecord rewind) {
      out.u8(5).u64(rewind.batch()).u64(rewind.block());
    } else if (record instanceof SilenceRecord silence) {
      out.u8(7).u64(silence.epoch());
    } else if (record instanceof CheckpointRecord checkpoint) {
      write(checkpoint, out.u8(6));
    }
    return out.toBytes();
  }

  private static void write(BlockRecord block, ByteWriter out) {
    out.u64(block.number()).u64(block.place().batch()).u8(block.place().isFirst() ? 1 : 0);
    out.raw(block.postRoot()).sized(block.data());
    out.u64(block.inbox().from()).uv(block.inbox().entries().size());
    block.inbox().entries().forEach(out::sized);
    out.uv(block.withdrawals().size());
    block.withdrawals().forEach(withdrawal -> withdrawal.write(out));
  }

  private static void write(CheckpointRecord checkpoint, ByteWriter out) {
    BatchTip base = checkpoint.base();
    ReceiptTail tail = checkpoint.tail();
    out.u64(checkpoint.block()).u64(checkpoint.from());
    out.u64(base.number()).raw(base.hash()).raw(base.postRoot());
    out.u64(base.lastBlock()).u64(base.inboxTo());
    out.u64(tail.epoch()).u64(tail.nextGroup()).raw(tail.previous()).u64(tail.nextSequence());
    out.u8(tail.isSilent() ? 1 : 0);
  }

  static JournalRecord decode(Bytes encoded) {
    ByteReader in = ByteReader.of(encoded);
    int version = in.u8();
    if (version != VERSION) {
      throw in.error("journal version: expected 1, actual " + version);
    }
    JournalRecord record = read(in.u8(), in);
    in.end();
    return record;
  }

  private static JournalRecord read(int kind, ByteReader in) {
    return switch (kind) {
      case 1 -> block(in);
      case 2 -> new GroupRecord(ReceiptGroup.read(in), in.u63(), label(in));
      case 3 -> new SealedRecord(BatchHeader.decode(in.bytes(in.remaining())));
      case 4 -> new SettledRecord(in.u63(), in.u63(), in.u63());
      case 5 -> new RewindRecord(in.u63(), in.u63());
      case 6 -> new CheckpointRecord(in.u63(), in.u63(), tip(in), tail(in));
      case 7 -> new SilenceRecord(in.u63());
      default -> throw in.error("journal record: expected kind 1 to 7, actual " + kind);
    };
  }

  private static BlockRecord block(ByteReader in) {
    long number = in.u63();
    BatchPlace place = new BatchPlace(in.u63(), flag(in));
    Bytes32 postRoot = in.bytes32();
    Bytes data = in.sized(MAX_BYTES, "block data");
    long from = in.u63();
    int entries = in.uvUpTo(MAX_ITEMS, "entries");
    List<Bytes> consumed = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      consumed.add(in.sized(MAX_BYTES, "entry"));
    }
    int count = in.uvUpTo(MAX_ITEMS, "withdrawals");
    List<Withdrawal> withdrawals = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      withdrawals.add(Withdrawal.read(in));
    }
    return new BlockRecord(
        number, place, postRoot, data, new InboxPart(from, consumed), withdrawals);
  }

  private static BatchTip tip(ByteReader in) {
    return new BatchTip(in.u63(), in.bytes32(), in.bytes32(), in.u63(), in.u63());
  }

  private static ReceiptTail tail(ByteReader in) {
    return new ReceiptTail(in.u63(), in.u63(), in.bytes32(), in.u63(), flag(in));
  }

  private static boolean flag(ByteReader in) {
    int flag = in.u8();
    if (flag > 1) {
      throw in.error("flag: expected 0 or 1, actual " + flag);
    }
    return flag == 1;
  }

  private static TrustLabel label(ByteReader in) {
    int code = in.u8();
    try {
      return TrustLabel.ofCode(code);
    } catch (IllegalArgumentException e) {
      throw in.error(String.valueOf(e.getMessage()));
    }
  }
}
