package io.frond.core.batch;

import io.frond.core.chain.AssetQuanta;
import io.frond.core.chain.ParentReference;
import io.frond.core.hash.CompleteTree;
import io.frond.core.hash.Frontier;
import io.frond.core.hash.HashSuite;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * All that a batch header says of its blocks, kept in the meta state after every block: {@code
 * block number u64 ‖ time u64 ‖ reference height u64 ‖ reference hash 32 ‖ cursor u64 ‖ rolling
 * hash 32 ‖ outcomes count u32 ‖ outcomes root 32 ‖ outbox root 32 ‖ withdrawal count u32 ‖
 * withdrawal frontier 20 x 32 ‖ totals}.
 *
 * @param blockNumber the number of this block, 0 at genesis
 * @param timeMs its time
 * @param reference its parent reference
 * @param inbox how far the inbox is consumed
 * @param outcomes the outcomes of this block
 * @param outboxRoot the root over messages to the parent of this batch so far
 * @param withdrawals the frontier of this batch's withdrawals so far
 * @param totals their sum for each fungible asset
 */
public record Head(
    long blockNumber,
    long timeMs,
    ParentReference reference,
    InboxCursor inbox,
    Outcomes outcomes,
    Bytes32 outboxRoot,
    Frontier withdrawals,
    AssetQuanta totals) {
  private static final int KEY_TAG = 0x22;

  /**
   * How far the inbox is consumed.
   *
   * @param next the first entry not consumed
   * @param rollingHash the rolling hash at {@code next}
   */
  public record InboxCursor(long next, Bytes32 rollingHash) {}

  /**
   * The outcomes of one block.
   *
   * @param count how many, 0 to 2^20
   * @param root the root over their {@link OutcomeLeaf}s, zero if there is none
   */
  public record Outcomes(int count, Bytes32 root) {
    /** Of a block with no transaction. */
    public static final Outcomes NONE = new Outcomes(0, Bytes32.ZERO);
  }

  /**
   * A head of these parts.
   *
   * @throws IllegalArgumentException if a number is out of range, or a root is zero although there
   *     is something under it, or the other way round
   */
  public Head {
    if (blockNumber < 0 || timeMs < 0 || inbox.next < 0) {
      throw new IllegalArgumentException("head: expected numbers of at least 0");
    }
    if (outcomes.count < 0
        || outcomes.count > CompleteTree.MAX_LEAVES
        || outcomes.count == 0 != outcomes.root.isZero()) {
      throw new IllegalArgumentException(
          "head: outcomes of " + outcomes.count + " contradict their root");
    }
  }

  /** The key of the head in the meta tree: {@code H(0x22)}. */
  public static Bytes32 key(HashSuite suite) {
    return suite.hash(KEY_TAG);
  }

  /**
   * Decodes what {@link #encode} gives.
   *
   * @throws io.frond.vm.DecodeException if it is anything else
   */
  public static Head decode(Bytes encoded) {
    ByteReader in = ByteReader.of(encoded);
    try {
      Head head = read(in);
      in.end();
      return head;
    } catch (IllegalArgumentException e) {
      throw in.error(String.valueOf(e.getMessage()));
    }
  }

  private static Head read(ByteReader in) {
    long blockNumber = in.u63();
    long timeMs = in.u63();
    ParentReference reference = new ParentReference(in.u63(), in.bytes32());
    InboxCursor inbox = new InboxCursor(in.u63(), in.bytes32());
    Outcomes outcomes = new Outcomes(in.u32(), in.bytes32());
    Bytes32 outboxRoot = in.bytes32();
    Frontier withdrawals = Frontier.read(in, in.u32());
    AssetQuanta totals = AssetQuanta.read(in);
    return new Head(
        blockNumber, timeMs, reference, inbox, outcomes, outboxRoot, withdrawals, totals);
  }

  /** The one encoding of this head. */
  public Bytes encode() {
    ByteWriter out = new ByteWriter(900).u64(blockNumber).u64(timeMs);
    out.u64(reference.height()).raw(reference.hash());
    out.u64(inbox.next).raw(inbox.rollingHash);
    out.u32(outcomes.count).raw(outcomes.root).raw(outboxRoot);
    withdrawals.write(out.u32(withdrawals.count()));
    totals.write(out);
    return out.toBytes();
  }
}
