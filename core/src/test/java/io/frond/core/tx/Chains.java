package io.frond.core.tx;

import io.frond.core.chain.Asset;
import io.frond.core.chain.Assets;
import io.frond.core.fee.Usage;
import io.frond.core.hash.HashSuite;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.Codec;
import io.frond.vm.CommandType;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** A chain to write transactions for. */
final class Chains {
  static final AssetId GOLD = AssetId.named("GOLD");
  static final AssetId SWORDS = AssetId.named("SWORDS");
  static final AssetId GEM = AssetId.named("GEM");
  static final Assets ASSETS =
      Assets.of(
          Asset.fungible(0, GOLD, "GOLD", 2),
          Asset.collection(3, SWORDS, "SWORD"),
          Asset.fungible(200, GEM, "GEM", 0));
  static final Bytes32 DOMAIN =
      Bytes32.fromHexString("0xd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeef");
  static final Bytes32 OTHER_DOMAIN =
      Bytes32.fromHexString("0x00d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeef");
  static final TransactionFormat FORMAT = TransactionFormat.of(HashSuite.sha256(), DOMAIN, ASSETS);

  static final Account ALICE = Account.fromHex("0xa11ce00000000000000000000000000000000001");
  static final Account BOB = Account.fromHex("0xb0b0000000000000000000000000000000000002");
  static final Usage LIMITS = new Usage(5000, 256, 160, 20000);

  record Climb(long bid) {}

  sealed interface ChessCommand {}

  @CommandType(1)
  record Open(AssetId asset, long stake, Clock clock) implements ChessCommand {}

  @CommandType(2)
  record Move(long board, String uci) implements ChessCommand {}

  @CommandType(5)
  record Note(List<Account> readers, Optional<Clock> clock, Bytes body, Colour colour, boolean loud)
      implements ChessCommand {}

  record Clock(int minutes, int increment) {}

  enum Colour {
    WHITE,
    BLACK
  }

  static final CommandCatalog CATALOG =
      CommandCatalog.of(
          List.of(
              CommandCatalog.Module.of("hill", Codec.of(Climb.class)),
              CommandCatalog.Module.of("chess", Codec.of(ChessCommand.class))));

  static final SigningDomain SIGNING = SigningDomain.of("Hill", DOMAIN);
  static final TransactionRules RULES = TransactionRules.of(FORMAT, CATALOG, SIGNING);
  static final KeyPair KEY = KeyPair.of(Bytes32.leftPad(Bytes.of(0x51)));

  private Chains() {}

  /** What the owner of the key signs, signed. */
  static SignedTransaction sign(Transaction transaction, KeyPair key) {
    return SignedTransaction.of(transaction, key.sign(RULES.typedData(transaction).digest()));
  }

  /** Owner-signed, ordered, self-paid, one climb. */
  static Transaction climb(Account sender, long sequence, long bid) {
    return new Transaction(
        sender,
        Authorisation.OWNER,
        new Nonce.Ordered(0, sequence),
        1_700_000_000_000L,
        LIMITS,
        FeeOffer.NONE,
        List.of(),
        CommandList.of(CATALOG.encode("hill", new Climb(bid))));
  }

  static Signature.Secp256k1 filledSignature(int fill) {
    return new Signature.Secp256k1(Bytes.repeat((byte) fill, 64));
  }
}
