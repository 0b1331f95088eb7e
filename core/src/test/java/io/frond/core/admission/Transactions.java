package io.frond.core.admission;

import io.frond.core.chain.Asset;
import io.frond.core.chain.Assets;
import io.frond.core.hash.HashSuite;
import io.frond.core.tx.CommandCatalog;
import io.frond.core.tx.KeyPair;
import io.frond.core.tx.SignatureSchemes;
import io.frond.core.tx.SigningDomain;
import io.frond.core.tx.TransactionBuilder;
import io.frond.core.tx.TransactionFormat;
import io.frond.core.tx.TransactionRules;
import io.frond.core.tx.TransactionVerifier;
import io.frond.vm.AssetId;
import io.frond.vm.Codec;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** Transactions to submit. */
final class Transactions {
  record Ping(long number) {}

  static final Bytes32 DOMAIN = Bytes32.repeat((byte) 0xd0);
  static final TransactionRules RULES =
      TransactionRules.of(
          TransactionFormat.of(
              HashSuite.sha256(),
              DOMAIN,
              Assets.of(Asset.fungible(0, AssetId.named("GOLD"), "GOLD", 0))),
          CommandCatalog.of(List.of(CommandCatalog.Module.of("ping", Codec.of(Ping.class)))),
          SigningDomain.of("Test", DOMAIN));
  static final TransactionVerifier VERIFIER =
      TransactionVerifier.of(RULES, SignatureSchemes.secp256k1());
  static final KeyPair ALICE = KeyPair.of(Bytes32.leftPad(Bytes.of(1)));
  static final KeyPair BOB = KeyPair.of(Bytes32.leftPad(Bytes.of(2)));

  private Transactions() {}

  static Bytes ping(KeyPair sender, long sequence, long validUntilMs) {
    return TransactionBuilder.of(RULES)
        .command("ping", new Ping(sequence))
        .ordered(0, sequence)
        .validUntilMs(validUntilMs)
        .sign(sender);
  }
}
