package io.frond.core.ordering;

import io.frond.core.hash.CompleteTree;
import io.frond.core.hash.HashSuite;
import io.frond.core.hash.TreeKind;
import io.frond.core.tx.Signature;
import io.frond.core.tx.SignatureScheme;
import io.frond.core.tx.SignatureVerdict;
import io.frond.core.tx.SigningDomain;
import io.frond.vm.Account;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * A receipt with what makes it the operator's word: its path to the root of its group, and the
 * operator's signature of that group. Evidence by itself, for anybody who knows the chain's domain
 * and the operator. Bytes: {@code receipt ‖ group ‖ signature 64 ‖ path}.
 *
 * @param receipt the promise
 * @param group the group that it belongs to
 * @param path siblings from the leaf up, 32 bytes each, at most 20
 * @param signature of the group, by the operator
 */
public record SignedReceipt(
    Receipt receipt, ReceiptGroup group, Bytes path, Signature.Secp256k1 signature) {
  private static final int MAX_PATH_BYTES = 32 * CompleteTree.MAX_DEPTH;

  /**
   * A signed receipt of these parts. Whether it holds is for {@link #verify}.
   *
   * @throws IllegalArgumentException if the path is no list of at most 20 siblings
   */
  public SignedReceipt {
    if (path.size() > MAX_PATH_BYTES || path.size() % 32 != 0) {
      throw new IllegalArgumentException(
          "receipt path: expected at most 20 siblings of 32 bytes, actual " + path.size());
    }
    path = Bytes.wrap(path.toArray());
  }

  /**
   * Decodes what {@link #encode} gives.
   *
   * @throws io.frond.vm.DecodeException if it is anything else
   */
  public static SignedReceipt decode(Bytes encoded) {
    ByteReader in = ByteReader.of(encoded);
    Receipt receipt = Receipt.decode(in.bytes(Receipt.BYTES));
    ReceiptGroup group = ReceiptGroup.read(in);
    Signature.Secp256k1 signature = new Signature.Secp256k1(in.bytes(Signature.Secp256k1.BYTES));
    Bytes path = in.bytes(in.remaining());
    try {
      return new SignedReceipt(receipt, group, path, signature);
    } catch (IllegalArgumentException e) {
      throw in.error(String.valueOf(e.getMessage()));
    }
  }

  /** The one encoding of this signed receipt. */
  public Bytes encode() {
    ByteWriter out = new ByteWriter(512).raw(receipt.encode());
    group.write(out);
    return out.raw(signature.bytes()).raw(path).toBytes();
  }

  /**
   * Whether the operator of this chain gave this receipt. Total: it never throws.
   *
   * @param suite the chain's hash
   * @param domain the chain's signing domain
   * @param scheme how operators sign
   * @param operator the operator's account
   */
  public boolean verify(
      HashSuite suite, SigningDomain domain, SignatureScheme scheme, Account operator) {
    long index = receipt.sequence() - group.firstSequence();
    if (receipt.epoch() != group.epoch() || index < 0 || index >= group.count()) {
      return false;
    }
    Bytes32 leaf = receipt.leaf(suite, domain.domainHash());
    return CompleteTree.verify(
            suite, TreeKind.RECEIPTS, group.root(), group.count(), (int) index, leaf, path)
        && scheme.verify(group.hash(domain), operator, signature.bytes(), SignatureScheme.NO_HINT)
            == SignatureVerdict.VALID;
  }
}
