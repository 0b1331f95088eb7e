package io.frond.core.tx;

import io.frond.core.chain.Asset;
import io.frond.core.chain.Assets;
import io.frond.core.fee.Usage;
import io.frond.vm.Account;
import io.frond.vm.ByteReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what {@link TransactionWriter} writes and nothing else. */
final class TransactionReader {
  private final Assets assets;

  TransactionReader(Assets assets) {
    this.assets = assets;
  }

  /** Everything between the sender and the scheme byte. */
  Transaction readTerms(Shape shape, Account sender, ByteReader in) {
    Authorisation authorisation = readAuthorisation(shape, in);
    Nonce nonce = readNonce(shape, in);
    return new Transaction(
        sender,
        authorisation,
        nonce,
        in.uv(),
        new Usage(readLimit(in), readLimit(in), readLimit(in), readLimit(in)),
        readFee(shape, in),
        readSpends(in),
        readCommands(in));
  }

  private static Authorisation readAuthorisation(Shape shape, ByteReader in) {
    return switch (shape.authorisation()) {
      case 0 -> Authorisation.OWNER;
      case 1 -> new Authorisation.Session(readAtLeastOne(in, "session id"));
      default -> Authorisation.PASSKEY;
    };
  }

  private static Nonce readNonce(Shape shape, ByteReader in) {
    return switch (shape.nonce()) {
      case 0 -> new Nonce.Ordered(in.uvUpTo(Nonce.MAX_LANES_WITH_SEAT - 1, "lane"), in.uv());
      case 1 -> new Nonce.Expiring(in.uv());
      default -> new Nonce.Forced(in.uv());
    };
  }

  private static long readLimit(ByteReader in) {
    return readUpTo(Usage.MAX, in, "resource limit");
  }

  private static FeeOffer readFee(Shape shape, ByteReader in) {
    long maxFee = shape.quotaOnly() ? 0 : in.uv();
    long tip = 0;
    if (shape.tip()) {
      tip = readUpTo(maxFee, in, "tip");
      if (tip == 0) {
        throw in.nonCanonical("tip: expected at least 1, or none, actual 0");
      }
    }
    return new FeeOffer(readPayer(shape, in), maxFee, tip);
  }

  private static Payer readPayer(Shape shape, ByteReader in) {
    return switch (shape.payer()) {
      case 0 -> Payer.SELF;
      case 1 -> new Payer.Sponsor(in.account(), in.uv());
      case 2 -> new Payer.Vault(in.uv());
      default -> Payer.QUOTA_ONLY;
    };
  }

  private List<SpendLimit> readSpends(ByteReader in) {
    int count = in.uvUpTo(Transaction.MAX_SPENDS, "spends");
    List<SpendLimit> spends = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      SpendLimit next = readSpend(in);
      if (i > 0 && spends.get(i - 1).compareTo(next) >= 0) {
        throw in.nonCanonical("spends: expected strictly ascending");
      }
      spends.add(next);
    }
    return spends;
  }

  private SpendLimit readSpend(ByteReader in) {
    int index = in.uvUpTo(Asset.MAX_INDEX, "asset index");
    Asset asset =
        assets
            .at(index)
            .orElseThrow(() -> in.error("spend: expected a declared asset, actual " + index));
    return asset.isFungible()
        ? new SpendLimit.Quanta(index, readAtLeastOne(in, "quanta"))
        : new SpendLimit.Item(index, in.bytes32());
  }

  private static CommandList readCommands(ByteReader in) {
    int coded = in.uvUpTo(2 * CommandList.MAX_COMMANDS, "commands");
    boolean allOrNone = coded <= CommandList.MAX_COMMANDS;
    int count = allOrNone ? coded : coded - CommandList.MAX_COMMANDS;
    if (count == 0) {
      throw in.error("commands: expected at least 1, actual 0");
    }
    if (count == 1 && !allOrNone) {
      throw in.nonCanonical("one command: expected all or none, actual on its own");
    }
    List<Command> commands = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      commands.add(
          new Command(
              in.uvUpTo(Command.MAX_WIRE_TYPE, "wire type"),
              in.sized(Transaction.MAX_BYTES, "command")));
    }
    return new CommandList(allOrNone, commands);
  }

  /** The scheme byte and the signature, and then those of the sponsor if there is one. */
  static SignedTransaction readSignatures(Transaction transaction, ByteReader in) {
    Signature signature = readSignature(in);
    Optional<Signature> approval =
        transaction.fee().payer() instanceof Payer.Sponsor
            ? Optional.of(readSignature(in))
            : Optional.empty();
    return new SignedTransaction(transaction, signature, approval);
  }

  private static Signature readSignature(ByteReader in) {
    int scheme = in.u8();
    return switch (scheme) {
      case Signature.Secp256k1.SCHEME ->
          new Signature.Secp256k1(in.bytes(Signature.Secp256k1.BYTES));
      case Signature.Ed25519.SCHEME -> new Signature.Ed25519(in.bytes(Signature.Ed25519.BYTES));
      case Signature.P256.SCHEME ->
          new Signature.P256(
              in.sized(Signature.P256.MAX_AUTHENTICATOR_BYTES, "authenticator data"),
              in.sized(Signature.P256.MAX_CLIENT_DATA_BYTES, "client data"),
              in.bytes(Signature.P256.BYTES));
      default -> throw in.error("scheme: expected 1 to 3, actual " + scheme);
    };
  }

  private static long readUpTo(long most, ByteReader in, String what) {
    long value = in.uv();
    if (value > most) {
      throw in.error(what + ": expected at most " + most + ", actual " + value);
    }
    return value;
  }

  private static long readAtLeastOne(ByteReader in, String what) {
    long value = in.uv();
    if (value == 0) {
      throw in.error(what + ": expected at least 1, actual 0");
    }
    return value;
  }
}
