package io.frond.core.tx;

import io.frond.vm.DecodeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Tells which bytes are transactions of one chain, signed by their senders. It knows no state:
 * nonces, times and cover are judged later. A pure function of the bytes, and total: whatever the
 * bytes, it answers and never throws. Safe for several threads.
 */
public final class TransactionVerifier {
  private final TransactionRules rules;
  private final SignatureScheme secp256k1;

  private TransactionVerifier(TransactionRules rules, SignatureScheme secp256k1) {
    this.rules = rules;
    this.secp256k1 = secp256k1;
  }

  /**
   * A verifier of a chain's transactions.
   *
   * @param secp256k1 the scheme that owners sign with
   */
  public static TransactionVerifier of(TransactionRules rules, SignatureScheme secp256k1) {
    return new TransactionVerifier(rules, secp256k1);
  }

  /** Verifies a wire form. */
  public Verification verify(Bytes wire) {
    return verify(wire, SignatureScheme.NO_HINT);
  }

  /**
   * Verifies a wire form.
   *
   * @param hint see {@link SignatureScheme#verify}
   */
  public Verification verify(Bytes wire, int hint) {
    Bytes copy = Bytes.wrap(wire.toArray());
    Optional<Refusal> early = refuseEarly(copy);
    if (early.isPresent()) {
      return new Verification.Refused(early.get());
    }
    try {
      return verify(rules.format().decode(copy), copy, hint);
    } catch (DecodeException e) {
      return refused(e);
    }
  }

  /**
   * Verifies a transaction from block data, by the same rules as its wire form.
   *
   * @throws IllegalArgumentException if it spends what the chain does not declare, which none that
   *     this chain decoded does
   */
  public Verification verify(SignedTransaction signed) {
    Bytes wire = rules.format().encode(signed);
    return wire.size() > Transaction.MAX_BYTES
        ? new Verification.Refused(tooLarge(wire.size()))
        : verify(signed, wire, SignatureScheme.NO_HINT);
  }

  private Verification verify(SignedTransaction signed, Bytes wire, int hint) {
    Transaction transaction = signed.transaction();
    List<DecodedCommand> commands = new ArrayList<>();
    for (Command command : transaction.commands().commands()) {
      Optional<CommandEntry> entry = rules.catalog().find(command.wireType());
      if (entry.isEmpty()) {
        return refused(RefusalCode.UNKNOWN_COMMAND, "a command of the catalog", command.wireType());
      }
      try {
        commands.add(decode(entry.get(), command));
      } catch (DecodeException e) {
        return refused(e);
      }
    }
    return SupportedTransactions.refuse(transaction)
        .<Verification>map(Verification.Refused::new)
        .orElseGet(() -> verifySignature(signed, wire, hint, commands));
  }

  private static DecodedCommand decode(CommandEntry entry, Command command) {
    return new DecodedCommand(entry, entry.decode(command.fields()), command.fields().size());
  }

  private Verification verifySignature(
      SignedTransaction signed, Bytes wire, int hint, List<DecodedCommand> commands) {
    Transaction transaction = signed.transaction();
    if (!(signed.signature() instanceof Signature.Secp256k1 signature)) {
      return refused(RefusalCode.BAD_SIGNATURE, "scheme 1", signed.signature().scheme());
    }
    Bytes32 digest = rules.typedData(transaction).digest();
    return switch (secp256k1.verify(digest, transaction.sender(), signature.bytes(), hint)) {
      case VALID ->
          new VerifiedTransaction(signed, wire, rules.format().id(transaction), digest, commands);
      case HIGH_S -> refused(RefusalCode.HIGH_S, "s in the lower half", signature.bytes());
      case INVALID ->
          refused(
              RefusalCode.BAD_SIGNATURE,
              "a signature of " + digest + " by " + transaction.sender(),
              signature.bytes());
    };
  }

  /** Reasons that the first bytes tell, before anything is decoded. */
  private Optional<Refusal> refuseEarly(Bytes wire) {
    if (wire.size() > Transaction.MAX_BYTES) {
      return Optional.of(tooLarge(wire.size()));
    }
    if (!wire.isEmpty() && wire.get(0) != Transaction.VERSION) {
      return Optional.of(
          Refusal.never(RefusalCode.UNKNOWN_VERSION, "1", Integer.toString(wire.get(0) & 0xff)));
    }
    Bytes tag = rules.format().tag();
    if (wire.size() > TransactionFormat.TAG_BYTES
        && !wire.slice(1, TransactionFormat.TAG_BYTES).equals(tag)) {
      return Optional.of(
          Refusal.never(
              RefusalCode.WRONG_DOMAIN,
              tag.toHexString(),
              wire.slice(1, TransactionFormat.TAG_BYTES).toHexString()));
    }
    return Optional.empty();
  }

  private static Refusal tooLarge(int size) {
    return Refusal.never(
        RefusalCode.TOO_LARGE,
        "at most " + Transaction.MAX_BYTES + " bytes",
        Integer.toString(size));
  }

  private static Verification refused(DecodeException e) {
    return refused(
        e.isNonCanonical() ? RefusalCode.NON_CANONICAL : RefusalCode.MALFORMED,
        "a transaction",
        String.valueOf(e.getMessage()));
  }

  private static Verification refused(RefusalCode code, String expected, Object actual) {
    return new Verification.Refused(Refusal.never(code, expected, String.valueOf(actual)));
  }
}
