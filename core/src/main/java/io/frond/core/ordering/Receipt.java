package io.frond.core.ordering;

import io.frond.core.hash.HashSuite;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The operator's promise about one transaction: where it stands, what it did, and by when the
 * parent will know. It binds in its epoch alone. Encoded as {@code epoch u64 ‖ sequence u64 ‖
 * transaction id 32 ‖ block u64 ‖ position u32 ‖ deadline u64 ‖ outcome hash 32 ‖ label u8}.
 *
 * @param epoch the settlement's epoch in which it binds
 * @param sequence its number in the epoch
 * @param transactionId the transaction's id, or the rolling hash after an inbox entry
 * @param place where the transaction stands
 * @param deadline on the operator's clock, when its batch is on the parent at the latest
 * @param outcomeHash hash of what it did
 * @param label why the parent will accept it
 */
public record Receipt(
    long epoch,
    long sequence,
    Bytes32 transactionId,
    Place place,
    long deadline,
    Bytes32 outcomeHash,
    TrustLabel label) {
  /** Length of the encoding. */
  public static final int BYTES = 101;

  /**
   * A place in the chain.
   *
   * @param block the number of the block
   * @param position from 0, inbox entries first
   */
  public record Place(long block, int position) {}

  /**
   * A receipt of these parts.
   *
   * @throws IllegalArgumentException if a number is negative
   */
  public Receipt {
    if (epoch < 0 || sequence < 0 || place.block < 0 || place.position < 0 || deadline < 0) {
      throw new IllegalArgumentException("receipt: expected numbers of at least 0");
    }
  }

  /**
   * Decodes what {@link #encode} gives.
   *
   * @throws io.frond.vm.DecodeException if it is anything else
   */
  public static Receipt decode(Bytes encoded) {
    ByteReader in = ByteReader.of(encoded);
    long epoch = in.u63();
    long sequence = in.u63();
    Bytes32 transactionId = in.bytes32();
    Place place = new Place(in.u63(), in.u32());
    long deadline = in.u63();
    Bytes32 outcomeHash = in.bytes32();
    int label = in.u8();
    in.end();
    try {
      return new Receipt(
          epoch, sequence, transactionId, place, deadline, outcomeHash, TrustLabel.ofCode(label));
    } catch (IllegalArgumentException e) {
      throw in.error(String.valueOf(e.getMessage()));
    }
  }

  /** The one encoding of this receipt. */
  public Bytes encode() {
    return new ByteWriter(BYTES)
        .u64(epoch)
        .u64(sequence)
        .raw(transactionId)
        .u64(place.block)
        .u32(place.position)
        .u64(deadline)
        .raw(outcomeHash)
        .u8(label.code())
        .toBytes();
  }

  /** Its leaf in the tree of its group: {@code H(0x38 ‖ domain ‖ encoding)}. */
  public Bytes32 leaf(HashSuite suite, Bytes32 domain) {
    return suite.hash(0x38, domain, encode());
  }
}
