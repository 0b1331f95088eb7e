package io.frond.core.tx;

import io.frond.core.chain.Asset;
import io.frond.core.chain.Assets;
import io.frond.core.fee.Dimension;
import io.frond.vm.Account;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes32;

/** The part of a transaction's typed data that is the same for every command. */
final class TermsType {
  static final StructType SPEND =
      new StructType(
          "Spend",
          List.of(
              StructType.Field.of("asset", "bytes32"),
              StructType.Field.of("quanta", "uint64"),
              StructType.Field.of("item", "bytes32"),
              StructType.Field.of("shown", "string")));

  static final StructType TERMS =
      new StructType(
          "Terms",
          List.of(
              StructType.Field.of("sender", "address"),
              StructType.Field.of("session", "uint64"),
              StructType.Field.of("nonceKind", "uint8"),
              StructType.Field.of("lane", "uint64"),
              StructType.Field.of("sequence", "uint64"),
              StructType.Field.of("validUntilMs", "uint64"),
              StructType.Field.of("limits", "uint64[]"),
              StructType.Field.of("maxFee", "uint64"),
              StructType.Field.of("tip", "uint64"),
              StructType.Field.of("payerMode", "uint8"),
              StructType.Field.of("payer", "address"),
              StructType.Field.of("policy", "uint64"),
              StructType.Field.ofArray("spends", SPEND)));

  static final StructType.Field FIELD = StructType.Field.of("terms", TERMS);

  private static final Account NOBODY = Account.ofWords(0, 0, 0);

  private TermsType() {}

  static TypedValue.Struct of(Transaction transaction, Assets assets) {
    List<TypedValue> limits = new ArrayList<>(Dimension.COUNT);
    for (Dimension dimension : Dimension.values()) {
      limits.add(new TypedValue.Int(transaction.limits().of(dimension)));
    }
    List<TypedValue> spends = new ArrayList<>(transaction.spends().size());
    transaction.spends().forEach(spend -> spends.add(spend(spend, assets)));
    FeeOffer fee = transaction.fee();
    return new TypedValue.Struct(
        TERMS,
        List.of(
            new TypedValue.Address(transaction.sender()),
            new TypedValue.Int(session(transaction.authorisation())),
            new TypedValue.Int(transaction.nonce().code()),
            new TypedValue.Int(lane(transaction.nonce())),
            new TypedValue.Int(transaction.nonce().sequence()),
            new TypedValue.Int(transaction.validUntilMs()),
            new TypedValue.Array(limits),
            new TypedValue.Int(fee.maxFee()),
            new TypedValue.Int(fee.tip()),
            new TypedValue.Int(fee.payer().code()),
            new TypedValue.Address(
                fee.payer() instanceof Payer.Sponsor sponsor ? sponsor.account() : NOBODY),
            new TypedValue.Int(policy(fee.payer())),
            new TypedValue.Array(spends)));
  }

  private static long session(Authorisation authorisation) {
    return authorisation instanceof Authorisation.Session session ? session.id() : 0;
  }

  private static long lane(Nonce nonce) {
    return nonce instanceof Nonce.Ordered ordered ? ordered.lane() : 0;
  }

  private static long policy(Payer payer) {
    if (payer instanceof Payer.Sponsor sponsor) {
      return sponsor.policy();
    }
    return payer instanceof Payer.Vault vault ? vault.id() : 0;
  }

  private static TypedValue.Struct spend(SpendLimit spend, Assets assets) {
    Asset asset =
        assets
            .at(spend.assetIndex())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "spend: expected a declared asset, actual " + spend.assetIndex()));
    boolean isItem = spend instanceof SpendLimit.Item;
    long quanta = spend instanceof SpendLimit.Quanta fungible ? fungible.quanta() : 1;
    Bytes32 item = spend instanceof SpendLimit.Item one ? one.item() : Bytes32.ZERO;
    String shown = isItem ? item.toHexString() : decimal(quanta, asset.decimals());
    return new TypedValue.Struct(
        SPEND,
        List.of(
            new TypedValue.Word(asset.id().toBytes()),
            new TypedValue.Int(quanta),
            new TypedValue.Word(item),
            new TypedValue.Text(shown + " " + asset.symbol())));
  }

  /** As people write it: no exponent, no zeros at the end of the fraction. */
  static String decimal(long quanta, int decimals) {
    BigDecimal number = BigDecimal.valueOf(quanta, decimals);
    return number.stripTrailingZeros().toPlainString();
  }
}
