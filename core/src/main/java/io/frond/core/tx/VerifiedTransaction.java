package io.frond.core.tx;

import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * A transaction of this chain that is supported, understood and signed by its sender. Only a {@link
 * TransactionVerifier} makes one, so none of this is checked again. Immutable.
 */
public final class VerifiedTransaction implements Verification {
  private final SignedTransaction signed;
  private final Transaction transaction;
  private final Bytes wire;
  private final int sizeBytes;
  private final Bytes32 id;
  private final Bytes32 digest;
  private final List<DecodedCommand> commands;

  VerifiedTransaction(
      SignedTransaction signed,
      Bytes wire,
      Bytes32 id,
      Bytes32 digest,
      List<DecodedCommand> commands) {
    this.signed = signed;
    this.transaction = signed.transaction();
    this.wire = wire;
    this.sizeBytes = wire.size();
    this.id = id;
    this.digest = digest;
    this.commands = List.copyOf(commands);
  }

  /** What is asked for. */
  public Transaction transaction() {
    return transaction;
  }

  /** The transaction with its signatures. */
  public SignedTransaction signed() {
    return signed;
  }

  /** The wire form. */
  public Bytes wire() {
    return wire;
  }

  /** How many bytes the wire form has. */
  public int sizeBytes() {
    return sizeBytes;
  }

  /** The identity, the same however the transaction is signed. */
  public Bytes32 id() {
    return id;
  }

  /** What the sender signed. */
  public Bytes32 digest() {
    return digest;
  }

  /** The commands, in order. */
  public List<DecodedCommand> commands() {
    return commands;
  }

  /** The identity, for a log. */
  @Override
  public String toString() {
    return "transaction " + id;
  }
}
