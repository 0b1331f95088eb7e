package io.frond.core.transition;

import io.frond.core.chain.ParentReference;
import io.frond.core.tx.BlockTransactions;
import io.frond.core.tx.SignedTransaction;
import io.frond.core.tx.TransactionFormat;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import io.frond.vm.DecodeException;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;

/**
 * What is published of a block, and enough to run it again: the inbox entries themselves are the
 * parent's, so only their number stands here.
 *
 * <p>Bytes: {@code version u8 = 1 ‖ number u64 ‖ time ms u64 ‖ reference height u64 ‖ reference
 * hash 32 ‖ reference time ms u64 ‖ uv inbox entries ‖ transactions}, the transactions as {@link
 * BlockTransactions}.
 *
 * @param number one more than the block before
 * @param timeMs milliseconds since 1970
 * @param reference the parent block it refers to
 * @param referenceTimeMs that parent block's time
 * @param inboxEntries how many of the next inbox entries it consumes
 * @param transactions what follows them, in order
 */
public record Block(
    long number,
    long timeMs,
    ParentReference reference,
    long referenceTimeMs,
    int inboxEntries,
    List<SignedTransaction> transactions) {
  /** First byte of every block. */
  public static final int VERSION = 1;

  /** More than any block may have; what counts is {@code BlockLimits}, checked when it runs. */
  public static final int MAX_COUNT = 1 << 20;

  /**
   * A block of these parts.
   *
   * @throws IllegalArgumentException if a number is negative
   */
  public Block {
    transactions = List.copyOf(transactions);
    if (number < 0 || timeMs < 0 || referenceTimeMs < 0 || inboxEntries < 0) {
      throw new IllegalArgumentException("block: expected no negative number");
    }
  }

  /** The start of this block in its place in a batch. */
  public BlockStart start(long batch, boolean firstOfBatch) {
    return new BlockStart(number, timeMs, reference, referenceTimeMs, batch, firstOfBatch);
  }

  /** The one encoding of this block. */
  public Bytes encode(TransactionFormat format) {
    ByteWriter out = new ByteWriter(1024);
    out.u8(VERSION).u64(number).u64(timeMs);
    out.u64(reference.height()).raw(reference.hash()).u64(referenceTimeMs).uv(inboxEntries);
    BlockTransactions.of(format).encode(transactions, out);
    return out.toBytes();
  }

  /**
   * The time of an encoded block, without decoding the rest.
   *
   * @throws DecodeException if the bytes end before
   */
  public static long timeMs(Bytes encoded) {
    return ByteReader.of(encoded.slice(9, Math.min(8, Math.max(0, encoded.size() - 9)))).u63();
  }

  /**
   * The height of the parent block that an encoded block refers to, without decoding the rest.
   *
   * @throws DecodeException if the bytes end before
   */
  public static long referenceHeight(Bytes encoded) {
    return ByteReader.of(encoded.slice(17, Math.min(8, Math.max(0, encoded.size() - 17)))).u63();
  }

  /**
   * The block whose encoding this is.
   *
   * @throws DecodeException if it is not the one encoding of a block
   */
  public static Block decode(TransactionFormat format, Bytes encoded) {
    ByteReader in = ByteReader.of(encoded);
    int version = in.u8();
    if (version != VERSION) {
      throw in.error("block version: expected 1, actual " + version);
    }
    long number = in.u63();
    long timeMs = in.u63();
    ParentReference reference = new ParentReference(in.u63(), in.bytes32());
    long referenceTimeMs = in.u63();
    int entries = in.uvUpTo(MAX_COUNT, "inbox entries");
    List<SignedTransaction> transactions = BlockTransactions.of(format).decode(in, MAX_COUNT);
    in.end();
    return new Block(number, timeMs, reference, referenceTimeMs, entries, transactions);
  }
}
