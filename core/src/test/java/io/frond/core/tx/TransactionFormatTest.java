package io.frond.core.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.core.fee.Usage;
import io.frond.core.hash.HashSuite;
import io.frond.vm.DecodeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class TransactionFormatTest {
  private static final String UNTIL = "80d095ffbc31"; // 1_700_000_000_000
  private static final String LIMITS = "8827" + "8002" + "a001" + "a09c01"; // 5000 256 160 20000
  private static final String ALICE = "a11ce00000000000000000000000000000000001";
  private static final String HEAD = "01" + "d0d1d2d3";
  private static final String SIGNATURE = "01" + "77".repeat(64);

  private static Bytes bytes(String... hex) {
    return Bytes.fromHexString(String.join("", hex));
  }

  private static void assertGolden(SignedTransaction signed, Bytes golden) {
    assertThat(Chains.FORMAT.encode(signed)).isEqualTo(golden);
    assertThat(Chains.FORMAT.decode(golden)).isEqualTo(signed);
  }

  @Test
  void anOrderedTransactionOfItsOwnerIsWrittenAsSpecified() {
    Transaction climb = Chains.climb(Chains.ALICE, 300, 258);
    Bytes unsigned =
        bytes(
            HEAD,
            "00",
            ALICE,
            "00",
            "ac02",
            UNTIL,
            LIMITS,
            "00",
            "00",
            "01",
            "11",
            "08",
            "0000000000000102");
    assertGolden(
        SignedTransaction.of(climb, Chains.filledSignature(0x77)),
        Bytes.concatenate(unsigned, bytes(SIGNATURE)));
    assertThat(Chains.FORMAT.id(climb)).isEqualTo(Bytes32.fromHexString(ID));
  }

  @Test
  void aSessionThatExpiresOnQuotaIsWrittenAsSpecified() {
    Transaction transaction =
        new Transaction(
            Chains.ALICE,
            new Authorisation.Session(9),
            new Nonce.Expiring(300),
            1_700_000_000_000L,
            Chains.LIMITS,
            new FeeOffer(Payer.QUOTA_ONLY, 0, 0),
            List.of(),
            CommandList.of(new Command(17, bytes("0102"))));
    assertGolden(
        SignedTransaction.of(transaction, new Signature.Ed25519(Bytes.repeat((byte) 5, 64))),
        bytes(
            HEAD,
            "35",
            ALICE,
            "09",
            "ac02",
            UNTIL,
            LIMITS,
            "00",
            "01",
            "11",
            "02",
            "0102",
            "02",
            "05".repeat(64)));
  }

  @Test
  void aSponsoredPasskeyWithSpendsAndTwoCommandsIsWrittenAsSpecified() {
    Transaction transaction =
        new Transaction(
            Chains.ALICE,
            Authorisation.PASSKEY,
            new Nonce.Forced(1),
            0,
            Usage.NONE,
            new FeeOffer(new Payer.Sponsor(Chains.BOB, 7), 128, 3),
            List.of(
                new SpendLimit.Quanta(0, 525),
                new SpendLimit.Item(3, Bytes32.leftPad(bytes("aa"))),
                new SpendLimit.Quanta(200, 1)),
            new CommandList(
                false, List.of(new Command(0, Bytes.EMPTY), new Command(1048575, bytes("ff")))));
    Signature passkey =
        new Signature.P256(bytes("a1a2a3"), bytes("7b7d"), Bytes.repeat((byte) 6, 64));
    assertGolden(
        new SignedTransaction(transaction, passkey, Optional.of(Chains.filledSignature(0x77))),
        bytes(
            HEAD,
            "5a",
            ALICE,
            "01",
            "00",
            "00000000",
            "8001",
            "03",
            "b0b0000000000000000000000000000000000002",
            "07",
            "03",
            "00",
            "8d04",
            "03",
            "00".repeat(31),
            "aa",
            "c801",
            "01",
            "42",
            "00",
            "00",
            "ffff3f",
            "01",
            "ff",
            "03",
            "03",
            "a1a2a3",
            "02",
            "7b7d",
            "06".repeat(64),
            SIGNATURE));
  }

  @Test
  void aVaultIsWrittenAsItsNumber() {
    Transaction transaction =
        new Transaction(
            Chains.ALICE,
            Authorisation.OWNER,
            new Nonce.Ordered(63, 0),
            0,
            Usage.NONE,
            new FeeOffer(new Payer.Vault(200), 1, 0),
            List.of(),
            CommandList.of(new Command(16, Bytes.EMPTY)));
    assertGolden(
        SignedTransaction.of(transaction, Chains.filledSignature(0x77)),
        bytes(
            HEAD,
            "20",
            ALICE,
            "3f",
            "00",
            "00",
            "00000000",
            "01",
            "c801",
            "00",
            "01",
            "10",
            "00",
            SIGNATURE));
  }

  @Test
  void sizesAreThoseOfTheSpecification() {
    assertThat(sessionMove(12)).isEqualTo(125);
    assertThat(sessionMove(24)).isEqualTo(137);
    assertThat(ownerMove(new FeeOffer(Payer.SELF, 20_000, 0))).isEqualTo(131);
    assertThat(ownerMove(new FeeOffer(new Payer.Sponsor(Chains.BOB, 1), 20_000, 0))).isEqualTo(217);
  }

  static SignedTransaction sessionMoveOf(int commandBytes) {
    Transaction transaction =
        new Transaction(
            Chains.ALICE,
            new Authorisation.Session(9),
            new Nonce.Expiring(300),
            1_700_000_000_000L,
            Chains.LIMITS,
            new FeeOffer(Payer.QUOTA_ONLY, 0, 0),
            List.of(),
            CommandList.of(new Command(17, Bytes.repeat((byte) 1, commandBytes))));
    return SignedTransaction.of(transaction, Chains.filledSignature(1));
  }

  private static int sessionMove(int commandBytes) {
    return Chains.FORMAT.encode(sessionMoveOf(commandBytes)).size();
  }

  private static int ownerMove(FeeOffer fee) {
    Transaction transaction =
        new Transaction(
            Chains.ALICE,
            Authorisation.OWNER,
            new Nonce.Ordered(0, 300),
            1_700_000_000_000L,
            Chains.LIMITS,
            fee,
            List.of(new SpendLimit.Quanta(0, 525)),
            CommandList.of(new Command(17, Bytes.repeat((byte) 1, 12))));
    Optional<Signature> approval =
        fee.payer() instanceof Payer.Sponsor
            ? Optional.of(Chains.filledSignature(2))
            : Optional.empty();
    return Chains.FORMAT
        .encode(new SignedTransaction(transaction, Chains.filledSignature(1), approval))
        .size();
  }

  @Test
  void theIdentityIsTheSameHoweverSignedAndAnotherInAnotherDomain() {
    Transaction climb = Chains.climb(Chains.ALICE, 0, 1);
    TransactionFormat elsewhere =
        TransactionFormat.of(HashSuite.sha256(), Chains.OTHER_DOMAIN, Chains.ASSETS);
    assertThat(elsewhere.id(climb)).isNotEqualTo(Chains.FORMAT.id(climb));
    assertThat(
            Chains.FORMAT
                .decode(
                    Chains.FORMAT.encode(SignedTransaction.of(climb, Chains.filledSignature(1))))
                .transaction())
        .isEqualTo(climb);
  }

  @Test
  void everySecondWayToWriteATransactionIsRefusedAsNonCanonical() {
    String terms = "00" + "ac02" + UNTIL + LIMITS + "00";
    String commands = "01" + "10" + "00";
    assertNonCanonical(HEAD, "00", ALICE, terms, "00", commands, SIGNATURE, "00");
    assertNonCanonical(HEAD, "00", ALICE, "8000", "00", UNTIL, LIMITS, "00", "00", commands);
    assertNonCanonical(HEAD, "40", ALICE, terms, "00");
    assertNonCanonical(HEAD, "00", ALICE, terms, "02" + "c80101" + "0001", commands, SIGNATURE);
    assertNonCanonical(HEAD, "00", ALICE, terms, "02" + "0001" + "0002", commands, SIGNATURE);
    assertNonCanonical(HEAD, "00", ALICE, terms, "00", "41" + "10" + "00", SIGNATURE);
  }

  private static void assertNonCanonical(String... hex) {
    assertThatThrownBy(() -> Chains.FORMAT.decode(bytes(hex)))
        .isInstanceOfSatisfying(
            DecodeException.class, e -> assertThat(e.isNonCanonical()).as(e.getMessage()).isTrue());
  }

  @Test
  void whatIsOutOfRangeIsRefusedAsMalformed() {
    String terms = "00" + "ac02" + UNTIL + LIMITS + "00";
    String rest = "01" + "10" + "00" + SIGNATURE;
    assertMalformed("version", "02", "d0d1d2d3");
    assertMalformed("domain tag", "01", "d0d1d2d4");
    assertMalformed("shape", HEAD, "03");
    assertMalformed("shape", HEAD, "0c");
    assertMalformed("shape", HEAD, "70");
    assertMalformed("shape", HEAD, "80");
    assertMalformed("session id", HEAD, "01", ALICE, "00");
    assertMalformed("lane", HEAD, "00", ALICE, "40");
    assertMalformed("resource limit", HEAD, "00", ALICE, "00", "00", "00", "81808080808040");
    assertMalformed("tip", HEAD, "40", ALICE, "00", "00", "00", "00000000", "05", "06");
    assertMalformed("spends", HEAD, "00", ALICE, terms, "41");
    assertMalformed("asset", HEAD, "00", ALICE, terms, "01", "01", "01", rest);
    assertMalformed("asset index", HEAD, "00", ALICE, terms, "01", "8002", "01", rest);
    assertMalformed("quanta", HEAD, "00", ALICE, terms, "01", "00", "00", rest);
    assertMalformed("commands", HEAD, "00", ALICE, terms, "00", "00");
    assertMalformed("commands", HEAD, "00", ALICE, terms, "00", "8101");
    assertMalformed("wire type", HEAD, "00", ALICE, terms, "00", "01", "808044");
    assertMalformed("command", HEAD, "00", ALICE, terms, "00", "01", "10", "818004");
    assertMalformed("scheme", HEAD, "00", ALICE, terms, "00", "01", "10", "00", "00");
    assertMalformed("scheme", HEAD, "00", ALICE, terms, "00", "01", "10", "00", "04");
    assertMalformed("64 bytes", HEAD, "00", ALICE, terms, "00", "01", "10", "00", "01", "00");
  }

  private static void assertMalformed(String what, String... hex) {
    assertThatThrownBy(() -> Chains.FORMAT.decode(bytes(hex)))
        .hasMessageContaining(what)
        .isInstanceOfSatisfying(
            DecodeException.class, e -> assertThat(e.isNonCanonical()).isFalse());
  }

  @Test
  void partsHaveTheirLimits() {
    List<Command> commands = new ArrayList<>(List.of(new Command(0, Bytes.EMPTY)));
    while (commands.size() < CommandList.MAX_COMMANDS - 1) {
      commands.add(new Command(0, Bytes.EMPTY));
    }
    assertThat(new CommandList(false, commands).commands()).hasSize(63);
    commands.add(new Command(0, Bytes.EMPTY));
    assertThat(new CommandList(false, commands).commands()).hasSize(64);
    commands.add(new Command(0, Bytes.EMPTY));
    assertThatThrownBy(() -> new CommandList(true, commands)).hasMessageContaining("actual 65");
    assertThatThrownBy(() -> new CommandList(true, List.of())).hasMessageContaining("actual 0");

    List<SpendLimit> spends = new ArrayList<>();
    for (int i = 0; i < Transaction.MAX_SPENDS; i++) {
      spends.add(new SpendLimit.Quanta(i, 1));
    }
    assertThat(withSpends(spends.subList(0, 63)).spends()).hasSize(63);
    assertThat(withSpends(spends).spends()).hasSize(64);
    spends.add(new SpendLimit.Quanta(64, 1));
    assertThatThrownBy(() -> withSpends(spends)).hasMessageContaining("actual 65");

    assertThat(new Nonce.Ordered(63, 0).lane()).isEqualTo(63);
    assertThatThrownBy(() -> new Nonce.Ordered(64, 0)).hasMessageContaining("actual 64");
  }

  @Test
  void whatAPasskeyAnswersHasItsLimits() {
    for (int[] sizes : new int[][] {{1_023, 2_047}, {1_024, 2_048}}) {
      SignedTransaction signed =
          SignedTransaction.of(Chains.climb(Chains.ALICE, 0, 1), passkey(sizes[0], sizes[1]));
      assertThat(Chains.FORMAT.decode(Chains.FORMAT.encode(signed))).isEqualTo(signed);
    }
    assertThatThrownBy(() -> passkey(1_025, 0)).hasMessageContaining("actual 1025");
    assertThatThrownBy(() -> passkey(0, 2_049)).hasMessageContaining("actual 2049");
    String terms = "00" + "ac02" + UNTIL + LIMITS + "00" + "00" + "01" + "10" + "00";
    assertMalformed("authenticator data", HEAD, "00", ALICE, terms, "03", "8108");
    assertMalformed("client data", HEAD, "00", ALICE, terms, "03", "00", "8110");
  }

  private static Signature passkey(int authenticatorBytes, int clientBytes) {
    return new Signature.P256(
        Bytes.repeat((byte) 1, authenticatorBytes),
        Bytes.repeat((byte) 2, clientBytes),
        Bytes.repeat((byte) 3, Signature.P256.BYTES));
  }

  private static Transaction withSpends(List<SpendLimit> spends) {
    Transaction climb = Chains.climb(Chains.ALICE, 0, 1);
    return new Transaction(
        climb.sender(),
        climb.authorisation(),
        climb.nonce(),
        climb.validUntilMs(),
        climb.limits(),
        climb.fee(),
        spends,
        climb.commands());
  }

  @Test
  void aSpendOfTheWrongKindIsNeverWritten() {
    assertThatThrownBy(
            () -> Chains.FORMAT.id(withSpends(List.of(new SpendLimit.Item(0, Bytes32.ZERO)))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Chains.FORMAT.id(withSpends(List.of(new SpendLimit.Quanta(3, 1)))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Chains.FORMAT.id(withSpends(List.of(new SpendLimit.Quanta(1, 1)))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static final String ID =
      "0x4e0bf8606543d9e3bfd5428089bac9868e38aa82e791245d58d9f76bf45c6035";
}
