package io.frond.core.batch;

import io.frond.core.batch.BatchHeader.Blocks;
import io.frond.core.batch.BatchHeader.InboxSpan;
import io.frond.core.batch.BatchHeader.Position;
import io.frond.core.batch.BatchHeader.Rules;
import io.frond.core.batch.BatchHeader.StateRoots;
import io.frond.core.batch.BatchHeader.Withdrawals;
import io.frond.core.chain.AssetQuanta;
import io.frond.core.chain.Assets;
import io.frond.core.chain.ParentReference;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The words of a header, in order: version, domain, epoch, number, previous hash, pre state root,
 * post state root, blocks root, block count, last block, inbox from, inbox to, rolling hash,
 * withdrawals root, withdrawal count, outbox root, data commitment, reference height, reference
 * hash, time, module digest, params hash, count of totals; then a word for each total.
 *
 * <p>A number stands in the low bytes of its word. A total has the asset's index in byte 23 and the
 * quanta in bytes 24 to 31.
 */
final class BatchHeaderCodec {
  private static final int FIXED_WORDS = 23;

  private BatchHeaderCodec() {}

  static Bytes encode(BatchHeader header) {
    List<AssetQuanta.Entry> totals = header.withdrawals().totals().entries();
    ByteWriter out = new ByteWriter(32 * (FIXED_WORDS + totals.size()));
    number(out, BatchHeader.VERSION).raw(header.domain());
    number(out, header.position().epoch());
    number(out, header.position().number()).raw(header.position().previous());
    out.raw(header.state().pre()).raw(header.state().post()).raw(header.blocks().root());
    number(out, header.blocks().count());
    number(out, header.blocks().last());
    number(out, header.inbox().from());
    number(out, header.inbox().to()).raw(header.inbox().rollingHash());
    number(out.raw(header.withdrawals().root()), header.withdrawals().count());
    out.raw(header.outboxRoot()).raw(header.dataCommitment());
    number(out, header.reference().height()).raw(header.reference().hash());
    number(out, header.timeMs());
    out.raw(header.rules().moduleDigest()).raw(header.rules().paramsHash());
    number(out, totals.size());
    for (AssetQuanta.Entry total : totals) {
      zeros(out, 23).u8(total.assetIndex()).u64(total.quanta());
    }
    return out.toBytes();
  }

  static BatchHeader decode(Bytes encoded) {
    ByteReader in = ByteReader.of(encoded);
    try {
      BatchHeader header = read(in);
      in.end();
      return header;
    } catch (IllegalArgumentException e) {
      throw in.error(String.valueOf(e.getMessage()));
    }
  }

  private static BatchHeader read(ByteReader in) {
    int version = count(in);
    if (version != BatchHeader.VERSION) {
      throw in.error("header version: expected " + BatchHeader.VERSION + ", actual " + version);
    }
    Bytes32 domain = in.bytes32();
    Position position = new Position(number(in), number(in), in.bytes32());
    StateRoots state = new StateRoots(in.bytes32(), in.bytes32());
    Blocks blocks = new Blocks(in.bytes32(), count(in), number(in));
    InboxSpan inbox = new InboxSpan(number(in), number(in), in.bytes32());
    Bytes32 withdrawalsRoot = in.bytes32();
    int withdrawals = count(in);
    Bytes32 outboxRoot = in.bytes32();
    Bytes32 dataCommitment = in.bytes32();
    ParentReference reference = new ParentReference(number(in), in.bytes32());
    long timeMs = number(in);
    Rules rules = new Rules(in.bytes32(), in.bytes32());
    return new BatchHeader(
        domain,
        position,
        state,
        blocks,
        inbox,
        new Withdrawals(withdrawalsRoot, withdrawals, totals(in)),
        outboxRoot,
        dataCommitment,
        reference,
        timeMs,
        rules);
  }

  private static AssetQuanta totals(ByteReader in) {
    int count = count(in);
    if (count > Assets.MAX_FUNGIBLE) {
      throw in.error("header totals: expected at most 64, actual " + count);
    }
    List<AssetQuanta.Entry> totals = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      zeros(in, 23);
      totals.add(new AssetQuanta.Entry(in.u8(), in.u63()));
    }
    return new AssetQuanta(totals);
  }

  private static ByteWriter number(ByteWriter out, long value) {
    return zeros(out, 24).u64(value);
  }

  private static long number(ByteReader in) {
    zeros(in, 24);
    return in.u63();
  }

  private static int count(ByteReader in) {
    long value = number(in);
    if (value > Integer.MAX_VALUE) {
      throw in.error("header: expected a count below 2^31, actual " + value);
    }
    return (int) value;
  }

  private static ByteWriter zeros(ByteWriter out, int count) {
    for (int i = 0; i < count; i++) {
      out.u8(0);
    }
    return out;
  }

  private static void zeros(ByteReader in, int count) {
    for (int i = 0; i < count; i++) {
      if (in.u8() != 0) {
        throw in.error("header: expected a number in the low bytes of its word");
      }
    }
  }
}
