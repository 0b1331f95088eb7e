package io.frond.core.inbox;

import io.frond.core.hash.HashSuite;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * One entry of the inbox: {@code index u64 ‖ enqueuedAt u64 ‖ kind u8 ‖ payload}.
 *
 * @param index its place, from 0, without gaps
 * @param enqueuedAt the height of the parent block that holds it
 * @param payload what it asks for
 */
public record InboxEntry(long index, long enqueuedAt, InboxPayload payload) {
  private static final int TAG = 0x10;

  /**
   * An entry of these parts.
   *
   * @throws IllegalArgumentException if a number is negative
   */
  public InboxEntry {
    if (index < 0 || enqueuedAt < 0) {
      throw new IllegalArgumentException(
          "inbox entry: expected index and height of at least 0, actual "
              + index
              + " and "
              + enqueuedAt);
    }
  }

  /**
   * Decodes what {@link #encode} gives.
   *
   * @throws io.frond.vm.DecodeException if it is anything else
   */
  public static InboxEntry decode(Bytes encoded) {
    ByteReader in = ByteReader.of(encoded);
    long index = in.u63();
    long enqueuedAt = in.u63();
    int kind = in.u8();
    return new InboxEntry(index, enqueuedAt, InboxPayload.decode(kind, in.bytes(in.remaining())));
  }

  /** The one encoding of this entry. */
  public Bytes encode() {
    return new ByteWriter()
        .u64(index)
        .u64(enqueuedAt)
        .u8(payload.kind())
        .raw(payload.encode())
        .toBytes();
  }

  /** The rolling hash before the first entry: {@code H(0x10 ‖ domain)}. */
  public static Bytes32 startOfInbox(HashSuite suite, Bytes32 domain) {
    return suite.hash(TAG, domain);
  }

  /**
   * The rolling hash after this entry: {@code H(0x10 ‖ before ‖ index u64 ‖ enqueuedAt u64 ‖ kind
   * u8 ‖ H(payload))}. It is also the id under which the entry's outcome is listed.
   *
   * @param before the rolling hash after the entry before
   */
  public Bytes32 rollingHash(HashSuite suite, Bytes32 before) {
    Bytes32 payloadHash = suite.newHasher().raw(payload.encode()).digest();
    return suite
        .newHasher()
        .u8(TAG)
        .raw(before)
        .u64(index)
        .u64(enqueuedAt)
        .u8(payload.kind())
        .raw(payloadHash)
        .digest();
  }
}
