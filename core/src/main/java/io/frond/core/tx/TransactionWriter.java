package io.frond.core.tx;

import io.frond.core.chain.Asset;
import io.frond.core.chain.Assets;
import io.frond.core.fee.Dimension;
import io.frond.vm.ByteWriter;

/** Writes the parts that the wire and the block form have in common. */
final class TransactionWriter {
  private final Assets assets;

  TransactionWriter(Assets assets) {
    this.assets = assets;
  }

  /** Everything between the sender and the scheme byte. */
  void writeTerms(Transaction transaction, ByteWriter out) {
    if (transaction.authorisation() instanceof Authorisation.Session session) {
      out.uv(session.id());
    }
    if (transaction.nonce() instanceof Nonce.Ordered ordered) {
      out.uv(ordered.lane());
    }
    out.uv(transaction.nonce().sequence()).uv(transaction.validUntilMs());
    for (Dimension dimension : Dimension.values()) {
      out.uv(transaction.limits().of(dimension));
    }
    writeFee(transaction.fee(), out);
    out.uv(transaction.spends().size());
    transaction.spends().forEach(spend -> writeSpend(spend, out));
    writeCommands(transaction.commands(), out);
  }

  private static void writeFee(FeeOffer fee, ByteWriter out) {
    if (!(fee.payer() instanceof Payer.QuotaOnly)) {
      out.uv(fee.maxFee());
    }
    if (fee.tip() > 0) {
      out.uv(fee.tip());
    }
    if (fee.payer() instanceof Payer.Sponsor sponsor) {
      out.account(sponsor.account()).uv(sponsor.policy());
    } else if (fee.payer() instanceof Payer.Vault vault) {
      out.uv(vault.id());
    }
  }

  private void writeSpend(SpendLimit spend, ByteWriter out) {
    boolean fungible =
        assets
            .at(spend.assetIndex())
            .map(Asset::isFungible)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "spend: expected a declared asset, actual " + spend.assetIndex()));
    out.uv(spend.assetIndex());
    if (fungible && spend instanceof SpendLimit.Quanta quanta) {
      out.uv(quanta.quanta());
    } else if (!fungible && spend instanceof SpendLimit.Item item) {
      out.raw(item.item());
    } else {
      throw new IllegalArgumentException(
          "spend: expected quanta of a fungible asset or an item of a collection, actual " + spend);
    }
  }

  private static void writeCommands(CommandList list, ByteWriter out) {
    int count = list.commands().size();
    out.uv(list.allOrNone() ? count : CommandList.MAX_COMMANDS + count);
    for (Command command : list.commands()) {
      out.uv(command.wireType()).sized(command.fields());
    }
  }

  /** The scheme byte and the signature, and then those of the sponsor. */
  static void writeSignatures(SignedTransaction signed, ByteWriter out) {
    writeSignature(signed.signature(), out);
    signed.approval().ifPresent(approval -> writeSignature(approval, out));
  }

  private static void writeSignature(Signature signature, ByteWriter out) {
    out.u8(signature.scheme());
    if (signature instanceof Signature.Secp256k1 secp256k1) {
      out.raw(secp256k1.bytes());
    } else if (signature instanceof Signature.Ed25519 ed25519) {
      out.raw(ed25519.bytes());
    } else if (signature instanceof Signature.P256 p256) {
      out.sized(p256.authenticatorData()).sized(p256.clientData()).raw(p256.bytes());
    }
  }
}
