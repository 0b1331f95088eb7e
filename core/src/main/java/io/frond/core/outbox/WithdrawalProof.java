package io.frond.core.outbox;

import io.frond.core.hash.CompleteTree;
import io.frond.core.hash.HashSuite;
import io.frond.core.hash.TreeKind;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * That a withdrawal is in a batch: {@code batch u64 ‖ index u32 ‖ withdrawal ‖ path}.
 *
 * @param batch the number of the batch
 * @param index the place of the withdrawal in it
 * @param withdrawal the withdrawal
 * @param path siblings from the leaf up, 32 bytes each, at most 20
 */
public record WithdrawalProof(long batch, int index, Withdrawal withdrawal, Bytes path) {
  private static final int MAX_PATH_BYTES = 32 * CompleteTree.MAX_DEPTH;

  /**
   * A proof of these parts; the path is copied.
   *
   * @throws IllegalArgumentException if a number is negative or the path no list of at most 20
   */
  public WithdrawalProof {
    if (batch < 0 || index < 0) {
      throw new IllegalArgumentException(
          "withdrawal proof: expected numbers of at least 0, actual " + batch + ", " + index);
    }
    if (path.size() > MAX_PATH_BYTES || path.size() % 32 != 0) {
      throw new IllegalArgumentException(
          "withdrawal proof: expected at most 20 siblings of 32 bytes, actual " + path.size());
    }
    path = Bytes.wrap(path.toArray());
  }

  /**
   * Decodes what {@link #encode} gives.
   *
   * @throws io.frond.vm.DecodeException if it is anything else
   */
  public static WithdrawalProof decode(Bytes encoded) {
    ByteReader in = ByteReader.of(encoded);
    long batch = in.u63();
    int index = in.u32();
    Withdrawal withdrawal = Withdrawal.read(in);
    Bytes path = in.bytes(in.remaining());
    try {
      return new WithdrawalProof(batch, index, withdrawal, path);
    } catch (IllegalArgumentException e) {
      throw in.error(String.valueOf(e.getMessage()));
    }
  }

  /** The one encoding of this proof. */
  public Bytes encode() {
    ByteWriter out = new ByteWriter(128 + path.size()).u64(batch).u32(index);
    withdrawal.write(out);
    return out.raw(path).toBytes();
  }

  /**
   * Whether it holds against the root and count in the header of its batch.
   *
   * @param domain the chain's
   */
  public boolean verify(HashSuite suite, Bytes32 domain, Bytes32 root, int count) {
    Bytes32 leaf = withdrawal.leaf(suite, domain, batch, index);
    return CompleteTree.verify(suite, TreeKind.WITHDRAWALS, root, count, index, leaf, path);
  }
}
