package io.frond.core.tx;

import io.frond.core.chain.Assets;
import io.frond.core.hash.HashSuite;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import io.frond.vm.DecodeException;
import java.nio.charset.StandardCharsets;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * How one chain writes and names its transactions. {@code uv} is the shortest unsigned LEB128.
 *
 * <pre>
 * 1   version = 1
 * 4   domain tag: the first bytes of the domain hash
 * 1   shape: bits 0-1 authorisation 0 owner 1 session 2 passkey | 2-3 nonce 0 ordered 1 expiring
 *     2 forced | 4-5 payer 0 self 1 sponsor 2 vault 3 quota-only | 6 tip present | 7 zero
 * 20  sender
 * uv  session id            session only, at least 1
 * uv  lane                  ordered only
 * uv  sequence, uv validUntilMs
 * uv  x 4                   limits, in the order of {@link io.frond.core.fee.Dimension}
 * uv  maxFee                not for quota-only
 * uv  tip                   if present, 1 to maxFee
 * 20 + uv | uv              sponsor and policy | vault
 * uv  spends, then ascending: uv asset index, then uv quanta or 32 item
 * uv  commands, 64 more if each is on its own; then each: uv wire type, uv length, fields
 * 1   scheme, then 64 | 64 | uv length + authenticator data, uv length + client data, 64
 *     then, with a sponsor, the scheme and signature of its approval
 * </pre>
 *
 * {@link BlockTransactions} has the shorter form in block data.
 */
public final class TransactionFormat {
  /** Length of the domain tag. */
  public static final int TAG_BYTES = 4;

  private static final Bytes ID_TAG = Bytes.wrap("frond.tx".getBytes(StandardCharsets.US_ASCII));

  private final HashSuite suite;
  private final Bytes32 domainHash;
  private final Bytes tag;
  private final Assets assets;
  private final TransactionWriter writer;
  private final TransactionReader reader;

  private TransactionFormat(HashSuite suite, Bytes32 domainHash, Assets assets) {
    this.suite = suite;
    this.domainHash = Bytes32.wrap(domainHash.toArray());
    this.tag = this.domainHash.slice(0, TAG_BYTES);
    this.assets = assets;
    this.writer = new TransactionWriter(assets);
    this.reader = new TransactionReader(assets);
  }

  /** The format of the chain with this domain and these assets. */
  public static TransactionFormat of(HashSuite suite, Bytes32 domainHash, Assets assets) {
    return new TransactionFormat(suite, domainHash, assets);
  }

  /** The hash of the domain that the transactions belong to. */
  public Bytes32 domainHash() {
    return domainHash;
  }

  /** The first bytes of the domain hash, by which a wrong chain is named early. */
  public Bytes tag() {
    return tag;
  }

  /**
   * The identity of a transaction, the same however it is signed: {@code H("frond.tx" ‖ domain hash
   * ‖ all bytes before the scheme byte)}.
   *
   * @throws IllegalArgumentException if a spend does not fit the declared assets
   */
  public Bytes32 id(Transaction transaction) {
    ByteWriter out = new ByteWriter(256);
    writeUnsigned(transaction, out);
    return suite.newHasher().raw(ID_TAG).raw(domainHash).raw(out.array(), 0, out.size()).digest();
  }

  /**
   * The wire form.
   *
   * @throws IllegalArgumentException if a spend does not fit the declared assets
   */
  public Bytes encode(SignedTransaction signed) {
    ByteWriter out = new ByteWriter(256);
    writeUnsigned(signed.transaction(), out);
    TransactionWriter.writeSignatures(signed, out);
    return out.toBytes();
  }

  /**
   * The transaction whose wire form is exactly these bytes. Its size is not limited here.
   *
   * @throws DecodeException if they are not the wire form of a transaction of this chain
   */
  public SignedTransaction decode(Bytes wire) {
    ByteReader in = ByteReader.of(wire);
    int version = in.u8();
    if (version != Transaction.VERSION) {
      throw in.error("version: expected 1, actual " + version);
    }
    Bytes actualTag = in.bytes(TAG_BYTES);
    if (!actualTag.equals(tag)) {
      throw in.error("domain tag: expected " + tag + ", actual " + actualTag);
    }
    Shape shape = Shape.read(in);
    Transaction transaction = reader.readTerms(shape, in.account(), in);
    SignedTransaction signed = TransactionReader.readSignatures(transaction, in);
    in.end();
    return signed;
  }

  Assets assets() {
    return assets;
  }

  TransactionWriter writer() {
    return writer;
  }

  TransactionReader reader() {
    return reader;
  }

  private void writeUnsigned(Transaction transaction, ByteWriter out) {
    out.u8(Transaction.VERSION).raw(tag);
    out.u8(Shape.of(transaction).bits()).account(transaction.sender());
    writer.writeTerms(transaction, out);
  }
}
