package io.frond.core.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.core.fee.Usage;
import io.frond.vm.Account;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import io.frond.vm.DecodeException;
import io.frond.vm.Schema;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class TypedDataTest {
  private static final String TERMS =
      "Spend(bytes32 asset,uint64 quanta,bytes32 item,string shown)"
          + "Terms(address sender,uint64 session,uint8 nonceKind,uint64 lane,uint64 sequence,"
          + "uint64 validUntilMs,uint64[] limits,uint64 maxFee,uint64 tip,uint8 payerMode,"
          + "address payer,uint64 policy,Spend[] spends)";

  private static Bytes32 hex(String hex) {
    return Bytes32.fromHexString(hex);
  }

  @Test
  void theMailOfTheStandardHasItsHashes() {
    TypedStruct domain =
        TypedStruct.of("EIP712Domain").string("name", "Ether Mail").string("version", "1");
    TypedValue.Struct withoutChain = domain.value();
    StructType domainType =
        new StructType(
            "EIP712Domain",
            List.of(
                StructType.Field.of("name", "string"),
                StructType.Field.of("version", "string"),
                StructType.Field.of("chainId", "uint256"),
                StructType.Field.of("verifyingContract", "address")));
    TypedValue.Struct mailDomain =
        new TypedValue.Struct(
            domainType,
            List.of(
                withoutChain.values().get(0),
                withoutChain.values().get(1),
                new TypedValue.Int(1),
                new TypedValue.Address(
                    Account.fromHex("0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC"))));
    TypedData mail = new TypedData(mailDomain, mailDomain.word(), mailMessage());

    assertThat(mail.encodeType())
        .isEqualTo("Mail(Person from,Person to,string contents)Person(string name,address wallet)");
    assertThat(Bytes32.wrap(mailDomain.word()))
        .isEqualTo(hex("0xf2cee375fa42b42143804025fc449deafd50cc031ca257e0b194a650a912090f"));
    assertThat(mail.structHash())
        .isEqualTo(hex("0xc52c0ee5d84264471806290a3f2c4cecfc5490626bf912d01f240d7a274b371e"));
    assertThat(mail.digest())
        .isEqualTo(hex("0xbe609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2"));
    assertThat(Eip712Reference.digest(mail.json())).isEqualTo(mail.digest());
  }

  /** From canonical bytes and a schema, as commands are. */
  private static TypedValue.Struct mailMessage() {
    Schema.Struct person =
        new Schema.Struct(
            "Person",
            List.of(
                new Schema.Field("name", Schema.Atom.STRING),
                new Schema.Field("wallet", Schema.Atom.ADDRESS)));
    Schema.Struct mail =
        new Schema.Struct(
            "Mail",
            List.of(
                new Schema.Field("from", person),
                new Schema.Field("to", person),
                new Schema.Field("contents", Schema.Atom.STRING)));
    ByteWriter bytes = new ByteWriter();
    bytes.text("Cow").account(Account.fromHex("0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826"));
    bytes.text("Bob").account(Account.fromHex("0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB"));
    bytes.text("Hello, Bob!");
    StructType type = StructType.of(mail);
    return new TypedValue.Struct(
        type, new SchemaReader(type, ByteReader.of(bytes.toBytes())).readFields(mail));
  }

  @Test
  void aCommandIsSignedUnderItsOwnNameWithItsTerms() {
    TypedData climb = Chains.RULES.typedData(Chains.climb(Chains.ALICE, 300, 258));
    assertThat(Chains.SIGNING.separator())
        .isEqualTo(hex("0xfd31266a68c31e62a98d1e836daf837e5d09ebf6cc8df819913d76c976fb2614"));
    assertThat(climb.encodeType()).isEqualTo("Climb(int64 bid,Terms terms)" + TERMS);
    assertThat(climb.digest())
        .isEqualTo(hex("0xeb63d0c3e58271c7911fcc586435b8b2bcbf74cb540dffbba37d4d8863139b88"));
    assertThat(Eip712Reference.digest(climb.json())).isEqualTo(climb.digest());
  }

  @Test
  void theVariantWithAChainIdIsAnotherDomain() {
    TransactionRules rules =
        TransactionRules.of(
            Chains.FORMAT, Chains.CATALOG, SigningDomain.withChainId("Hill", 4242, Chains.DOMAIN));
    TypedData climb = rules.typedData(Chains.climb(Chains.ALICE, 300, 258));
    assertThat(climb.digest())
        .isEqualTo(hex("0x64762a8e9d16664162452a074cbe3a91b00ce3e2ec0390846786e26e57ef0cb2"));
    assertThat(Eip712Reference.digest(climb.json())).isEqualTo(climb.digest());
  }

  @Test
  void everyTermAndEveryTypeOfAFieldIsSigned() {
    Chains.Note note =
        new Chains.Note(
            List.of(Chains.ALICE, Chains.BOB),
            Optional.of(new Chains.Clock(10, -5)),
            Bytes.of(1, 2, 3),
            Chains.Colour.BLACK,
            true);
    TypedData typed =
        Chains.RULES.typedData(
            new Transaction(
                Chains.ALICE,
                new Authorisation.Session(9),
                new Nonce.Expiring(7),
                0,
                Usage.NONE,
                new FeeOffer(new Payer.Sponsor(Chains.BOB, 7), 128, 3),
                List.of(
                    new SpendLimit.Quanta(0, 525),
                    new SpendLimit.Item(3, Bytes32.leftPad(Bytes.of(0xaa))),
                    new SpendLimit.Quanta(200, 1000)),
                CommandList.of(Chains.CATALOG.encode("chess", note))));
    assertThat(typed.digest())
        .isEqualTo(hex("0x8065cf6c09a47b1b3a6bdf805168d92f4ea2ca18a61a450677660e2f7fb879eb"));
    assertThat(Eip712Reference.digest(typed.json())).isEqualTo(typed.digest());
  }

  @Test
  void severalCommandsAreSignedAsASequenceWithTheirRule() {
    CommandList commands =
        new CommandList(
            false,
            List.of(
                Chains.CATALOG.encode(
                    "chess", new Chains.Open(Chains.GOLD, -1, new Chains.Clock(10, -5))),
                Chains.CATALOG.encode("hill", new Chains.Climb(5))));
    TypedData typed = Chains.RULES.typedData(sequence(commands));
    assertThat(typed.primaryType()).isEqualTo("Sequence");
    assertThat(typed.digest())
        .isEqualTo(hex("0x5307931342cb4245591d03a8033a98b3f1eac74f7caf614eaad83887690dfc40"));
    assertThat(Eip712Reference.digest(typed.json())).isEqualTo(typed.digest());

    TypedData together =
        Chains.RULES.typedData(sequence(new CommandList(true, commands.commands())));
    assertThat(together.digest()).isNotEqualTo(typed.digest());
  }

  private static Transaction sequence(CommandList commands) {
    return new Transaction(
        Chains.ALICE,
        Authorisation.OWNER,
        new Nonce.Forced(1),
        0,
        Usage.NONE,
        new FeeOffer(Payer.QUOTA_ONLY, 0, 0),
        List.of(),
        commands);
  }

  @Test
  void anOperatorsStructsAreSignedInTheSameDomain() {
    TypedData receipts =
        Chains.SIGNING.message(
            TypedStruct.of("Receipts")
                .uint64("epoch", 1)
                .uint64("group", 2)
                .bytes32("previous", Bytes32.leftPad(Bytes.of(3)))
                .uint64("firstSequence", 4)
                .uint64("count", 5)
                .bytes32("root", Bytes32.leftPad(Bytes.of(6))));
    assertThat(receipts.encodeType())
        .isEqualTo(
            "Receipts(uint64 epoch,uint64 group,bytes32 previous,uint64 firstSequence,"
                + "uint64 count,bytes32 root)");
    assertThat(receipts.digest())
        .isEqualTo(hex("0xaaa23c598d08f179b4eff87d4364f4ee650f4e5d8a3e2b08ce7580bb77983de6"));
  }

  @Test
  void everyKindOfFieldOfAStructIsWhatAWalletComputes() {
    TypedData all =
        Chains.SIGNING.message(
            TypedStruct.of("All")
                .uint8("small", 255)
                .uint32("middle", 0xffffffffL)
                .uint64("large", Long.MAX_VALUE)
                .bool("flag", false)
                .address("who", Chains.BOB)
                .bytes("raw", Bytes.of(9, 8))
                .string("text", "a \"quote\", a \\, a\ttab and \u00fc\ud83d\ude00")
                .struct("inner", TypedStruct.of("Empty")));
    assertThat(Eip712Reference.digest(all.json())).isEqualTo(all.digest());
    assertThat(all.json()).contains("a \\\"quote\\\", a \\\\, a\\u0009tab");
  }

  @Test
  void anUnsignedFieldHoldsWhatItsWidthHolds() {
    TypedStruct struct = TypedStruct.of("S");
    assertThatThrownBy(() -> struct.uint64("x", -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> struct.uint8("x", 256)).hasMessageContaining("actual 256");
    assertThatThrownBy(() -> struct.uint32("x", 1L << 32)).hasMessageContaining("32 bits");
  }

  @Test
  void amountsAreShownAsPeopleWriteThem() {
    assertThat(TermsType.decimal(525, 2)).isEqualTo("5.25");
    assertThat(TermsType.decimal(500, 2)).isEqualTo("5");
    assertThat(TermsType.decimal(50, 2)).isEqualTo("0.5");
    assertThat(TermsType.decimal(1, 18)).isEqualTo("0.000000000000000001");
    assertThat(TermsType.decimal(1000, 0)).isEqualTo("1000");
    assertThat(TermsType.decimal(Long.MAX_VALUE, 18)).isEqualTo("9.223372036854775807");
  }

  @Test
  void bytesThatAreNotTheCommandsAreRefused() {
    for (Command command :
        List.of(
            new Command(18, Bytes.EMPTY),
            new Command(16, Bytes.EMPTY),
            new Command(16, Bytes.repeat((byte) 0, 9)),
            new Command(81, Bytes.fromHexString("0x0002")))) {
      assertThatThrownBy(() -> Chains.RULES.typedData(sequence(CommandList.of(command))))
          .isInstanceOf(DecodeException.class);
    }
  }

  @Test
  void theDomainOfAnotherChainIsRefused() {
    assertThatThrownBy(
            () ->
                TransactionRules.of(
                    Chains.FORMAT, Chains.CATALOG, SigningDomain.of("Hill", Chains.OTHER_DOMAIN)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SigningDomain.of("", Chains.DOMAIN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SigningDomain.withChainId("Hill", 0, Chains.DOMAIN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
