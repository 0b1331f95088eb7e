package io.frond.core.ordering;

import io.frond.core.hash.CompleteTree;
import io.frond.core.tx.SigningDomain;
import io.frond.core.tx.TypedData;
import io.frond.core.tx.TypedStruct;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The receipts of one group commit, and the one thing that the operator signs: {@code
 * Receipts(uint64 epoch,uint64 group,bytes32 previous,uint64 firstSequence,uint64 count,bytes32
 * root)} in the chain's signing domain. Groups of an epoch are chained, so that a second version of
 * one shows. Bytes: {@code epoch u64 ‖ number u64 ‖ previous 32 ‖ first sequence u64 ‖ count u32 ‖
 * root 32}.
 *
 * @param epoch the settlement's epoch in which the receipts bind
 * @param number its number in the epoch, from 0
 * @param previous the {@link #hash} of the group before; zero for the first of an epoch
 * @param firstSequence the sequence of its first receipt
 * @param count how many receipts it has, 1 to 2^20
 * @param root the root over their leaves
 */
public record ReceiptGroup(
    long epoch, long number, Bytes32 previous, long firstSequence, int count, Bytes32 root) {
  /**
   * A group of these parts.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public ReceiptGroup {
    if (epoch < 0 || number < 0 || firstSequence < 0) {
      throw new IllegalArgumentException("receipt group: expected numbers of at least 0");
    }
    if (count < 1 || count > CompleteTree.MAX_LEAVES) {
      throw new IllegalArgumentException(
          "receipt group: expected 1 to 2^20 receipts, actual " + count);
    }
  }

  /**
   * Reads what {@link #write} writes.
   *
   * @throws io.frond.vm.DecodeException if it is anything else
   */
  public static ReceiptGroup read(ByteReader in) {
    long epoch = in.u63();
    long number = in.u63();
    Bytes32 previous = in.bytes32();
    long firstSequence = in.u63();
    int count = in.u32();
    Bytes32 root = in.bytes32();
    try {
      return new ReceiptGroup(epoch, number, previous, firstSequence, count, root);
    } catch (IllegalArgumentException e) {
      throw in.error(String.valueOf(e.getMessage()));
    }
  }

  /** Writes the one encoding of this group. */
  public void write(ByteWriter out) {
    out.u64(epoch).u64(number).raw(previous).u64(firstSequence).u32(count).raw(root);
  }

  /** What the operator signs. */
  public TypedData typedData(SigningDomain domain) {
    return domain.message(
        TypedStruct.of("Receipts")
            .uint64("epoch", epoch)
            .uint64("group", number)
            .bytes32("previous", previous)
            .uint64("firstSequence", firstSequence)
            .uint64("count", count)
            .bytes32("root", root));
  }

  /** What the next group names as the one before: the digest that is signed. */
  public Bytes32 hash(SigningDomain domain) {
    return typedData(domain).digest();
  }
}
