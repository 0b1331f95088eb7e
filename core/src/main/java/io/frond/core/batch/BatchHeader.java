package io.frond.core.batch;

import io.frond.core.chain.AssetQuanta;
import io.frond.core.chain.ChainParams;
import io.frond.core.chain.ParentReference;
import io.frond.core.hash.CompleteTree;
import io.frond.core.hash.HashSuite;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The statement that evidence is about: these blocks, executed by these rules on the state before,
 * give the state after. Encoded in 32-byte words (see {@link BatchHeaderCodec}); the protocol
 * version is the first of them.
 *
 * @param domain the chain's
 * @param position where the batch stands among batches
 * @param state the state before and after
 * @param blocks the blocks that it holds
 * @param inbox the inbox entries that they consume
 * @param withdrawals what leaves by them
 * @param outboxRoot the root over messages to the parent, zero if there is none
 * @param dataCommitment {@link DataCommitment} of the blocks' data
 * @param reference the parent reference of the last block
 * @param timeMs the time of the last block
 * @param rules what the blocks were executed by
 */
public record BatchHeader(
    Bytes32 domain,
    Position position,
    StateRoots state,
    Blocks blocks,
    InboxSpan inbox,
    Withdrawals withdrawals,
    Bytes32 outboxRoot,
    Bytes32 dataCommitment,
    ParentReference reference,
    long timeMs,
    Rules rules) {
  /** The first word of every header. */
  public static final int VERSION = ChainParams.PROTOCOL_VERSION;

  /**
   * Where a batch stands.
   *
   * @param epoch the settlement's epoch
   * @param number from 1; batch 0 is genesis
   * @param previous hash of the batch before; the domain for batch 1
   */
  public record Position(long epoch, long number, Bytes32 previous) {
    /** A position of these parts. */
    public Position {
      require(epoch >= 0 && number >= 1, "epoch and number", epoch, number);
    }
  }

  /**
   * State roots.
   *
   * @param pre before the first block
   * @param post after the last block
   */
  public record StateRoots(Bytes32 pre, Bytes32 post) {}

  /**
   * Which blocks.
   *
   * @param root the root over their post state roots
   * @param count 1 to 2^20
   * @param last the number of the last one
   */
  public record Blocks(Bytes32 root, int count, long last) {
    /** Blocks of these parts. */
    public Blocks {
      require(count >= 1 && count <= CompleteTree.MAX_LEAVES, "block count", 1, count);
      require(last >= count, "last block", count, last);
    }
  }

  /**
   * Which inbox entries: {@code [from, to)}.
   *
   * @param from the first entry not consumed before
   * @param to the first entry not consumed
   * @param rollingHash the rolling hash at {@code to}
   */
  public record InboxSpan(long from, long to, Bytes32 rollingHash) {
    /** A span of these parts. */
    public InboxSpan {
      require(from >= 0 && to >= from, "inbox span", from, to);
    }
  }

  /**
   * What leaves.
   *
   * @param root the root of the withdrawal tree, zero if it is empty
   * @param count 0 to 2^20
   * @param totals the sum for each fungible asset
   */
  public record Withdrawals(Bytes32 root, int count, AssetQuanta totals) {
    /** Nothing. */
    public static final Withdrawals NONE = new Withdrawals(Bytes32.ZERO, 0, AssetQuanta.NONE);

    /** Withdrawals of these parts. */
    public Withdrawals {
      require(count >= 0 && count <= CompleteTree.MAX_LEAVES, "withdrawals", 0, count);
    }
  }

  /**
   * What the blocks were executed by.
   *
   * @param moduleDigest digest of the modules
   * @param paramsHash {@link ChainParams#hash}
   */
  public record Rules(Bytes32 moduleDigest, Bytes32 paramsHash) {}

  /** A header of these parts. */
  public BatchHeader {
    require(timeMs >= 0, "time", 0, timeMs);
  }

  /**
   * Decodes what {@link #encode} gives.
   *
   * @throws io.frond.vm.DecodeException if it is anything else
   */
  public static BatchHeader decode(Bytes encoded) {
    return BatchHeaderCodec.decode(encoded);
  }

  /** The one encoding of this header. */
  public Bytes encode() {
    return BatchHeaderCodec.encode(this);
  }

  /** The same header in another place. */
  public BatchHeader at(Position other) {
    return new BatchHeader(
        domain,
        other,
        state,
        blocks,
        inbox,
        withdrawals,
        outboxRoot,
        dataCommitment,
        reference,
        timeMs,
        rules);
  }

  /** The hash of the batch: {@code H(0x32 ‖ header)}. */
  public Bytes32 hash(HashSuite suite) {
    return suite.hash(0x32, encode());
  }

  private static void require(boolean holds, String what, long expected, long actual) {
    if (!holds) {
      throw new IllegalArgumentException(
          "header: " + what + " out of range: " + expected + ", " + actual);
    }
  }
}
