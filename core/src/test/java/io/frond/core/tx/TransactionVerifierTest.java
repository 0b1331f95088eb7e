package io.frond.core.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.core.hash.HashSuite;
import io.frond.vm.ByteReader;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

class TransactionVerifierTest {
  private static final TransactionVerifier VERIFIER =
      TransactionVerifier.of(Chains.RULES, SignatureSchemes.secp256k1());
  private static final TransactionVerifier IN_JAVA =
      TransactionVerifier.of(Chains.RULES, SignatureSchemes.bouncyCastle());

  private static final TransactionRules ELSEWHERE =
      TransactionRules.of(
          TransactionFormat.of(HashSuite.sha256(), Chains.OTHER_DOMAIN, Chains.ASSETS),
          Chains.CATALOG,
          SigningDomain.of("Hill", Chains.OTHER_DOMAIN));

  private static TransactionBuilder move() {
    return TransactionBuilder.of(Chains.RULES)
        .command("chess", new Chains.Move(7, "e2e4"))
        .ordered(0, 3)
        .validUntilMs(1_000)
        .limits(Chains.LIMITS);
  }

  private static Transaction transaction() {
    return move().build(Chains.KEY.address());
  }

  private static void assertRefused(RefusalCode code, Bytes wire) {
    Refusal refusal = VERIFIER.verify(wire).fold(v -> fail(v.toString()), refused -> refused);
    assertThat(refusal.code()).as(refusal.toString()).isEqualTo(code);
    assertThat(refusal.retryAfterMs()).isEqualTo(Refusal.NEVER);
    assertThat(IN_JAVA.verify(wire)).isEqualTo(new Verification.Refused(refusal));
  }

  private static void assertRefused(RefusalCode code, SignedTransaction signed) {
    assertRefused(code, Chains.FORMAT.encode(signed));
    assertThat(VERIFIER.verify(signed)).isEqualTo(VERIFIER.verify(Chains.FORMAT.encode(signed)));
  }

  private static Refusal fail(String verified) {
    throw new AssertionError("verified: " + verified);
  }

  @Test
  void whatItsOwnerSignedIsVerifiedWithAllThatIsKnownOfIt() {
    Bytes wire = move().spend(Chains.GEM, 9).spend(Chains.GOLD, 5).sign(Chains.KEY);
    VerifiedTransaction verified = (VerifiedTransaction) VERIFIER.verify(wire, 1);
    assertThat(verified.transaction().sender()).isEqualTo(Chains.KEY.address());
    assertThat(verified.transaction().spends())
        .containsExactly(new SpendLimit.Quanta(0, 5), new SpendLimit.Quanta(200, 9));
    assertThat(verified.wire()).isEqualTo(wire);
    assertThat(verified.sizeBytes()).isEqualTo(wire.size());
    assertThat(verified.id()).isEqualTo(Chains.FORMAT.id(verified.transaction()));
    assertThat(verified.digest())
        .isEqualTo(Chains.RULES.typedData(verified.transaction()).digest());
    assertThat(verified.commands())
        .containsExactly(
            new DecodedCommand(
                Chains.CATALOG.find(35).orElseThrow(), new Chains.Move(7, "e2e4"), 13));
    assertThat(IN_JAVA.verify(wire)).isInstanceOf(VerifiedTransaction.class);
    assertThat(VERIFIER.verify(verified.signed())).isInstanceOf(VerifiedTransaction.class);
  }

  @Test
  void aForcedNonceIsSupported() {
    assertThat(VERIFIER.verify(move().forced(0).sign(Chains.KEY)))
        .isInstanceOf(VerifiedTransaction.class);
  }

  @Test
  void bytesThatAreNoTransactionAreMalformed() {
    Bytes wire = move().sign(Chains.KEY);
    assertRefused(RefusalCode.MALFORMED, Bytes.EMPTY);
    assertRefused(RefusalCode.MALFORMED, wire.slice(0, wire.size() - 1));
    assertRefused(
        RefusalCode.MALFORMED,
        withCommand(new Command(35, Bytes.fromHexString("0x00000000000000070565326534"))));
  }

  @Test
  void aSecondWayToWriteItIsNonCanonical() {
    assertRefused(
        RefusalCode.NON_CANONICAL, Bytes.concatenate(move().sign(Chains.KEY), Bytes.of(0)));
    assertRefused(
        RefusalCode.NON_CANONICAL,
        withCommand(
            new Command(35, Bytes.fromHexString("0x0000000000000007" + "0465326534" + "00"))));
  }

  private static SignedTransaction withCommand(Command command) {
    Transaction move = transaction();
    return SignedTransaction.of(
        new Transaction(
            move.sender(),
            move.authorisation(),
            move.nonce(),
            move.validUntilMs(),
            move.limits(),
            move.fee(),
            move.spends(),
            CommandList.of(command)),
        Chains.filledSignature(1));
  }

  @Test
  void anotherVersionIsUnknown() {
    byte[] wire = move().sign(Chains.KEY).toArray();
    wire[0] = 2;
    assertRefused(RefusalCode.UNKNOWN_VERSION, Bytes.wrap(wire));
    assertRefused(RefusalCode.UNKNOWN_VERSION, Bytes.of(0));
  }

  @Test
  void aCommandThatNoModuleHasIsUnknown() {
    assertRefused(RefusalCode.UNKNOWN_COMMAND, withCommand(new Command(34, Bytes.EMPTY)));
  }

  @Test
  void aTransactionHasAtMostSoManyBytes() {
    int around = Transaction.MAX_BYTES - noteOf(0).size();
    // The two lengths before the body grow by two bytes each.
    assertThat(noteOf(around - 5).size()).isEqualTo(Transaction.MAX_BYTES - 1);
    assertThat(VERIFIER.verify(noteOf(around - 5))).isInstanceOf(VerifiedTransaction.class);
    assertThat(VERIFIER.verify(noteOf(around - 4))).isInstanceOf(VerifiedTransaction.class);
    assertRefused(RefusalCode.TOO_LARGE, noteOf(around - 3));
    assertRefused(RefusalCode.TOO_LARGE, Chains.FORMAT.decode(noteOf(around - 3)));
  }

  private static Bytes noteOf(int bytes) {
    Chains.Note note =
        new Chains.Note(
            List.of(), Optional.empty(), Bytes.repeat((byte) 1, bytes), Chains.Colour.WHITE, false);
    return TransactionBuilder.of(Chains.RULES)
        .command("chess", note)
        .ordered(0, 0)
        .validUntilMs(1)
        .sign(Chains.KEY);
  }

  @Test
  void aTransactionOfAnotherChainIsNamedSoByItsTag() {
    Bytes there =
        TransactionBuilder.of(ELSEWHERE)
            .command("hill", new Chains.Climb(1))
            .ordered(0, 0)
            .validUntilMs(1)
            .sign(Chains.KEY);
    assertRefused(RefusalCode.WRONG_DOMAIN, there);
    Bytes forged = Bytes.concatenate(there.slice(0, 1), Chains.FORMAT.tag(), there.slice(5));
    assertRefused(RefusalCode.BAD_SIGNATURE, forged);
  }

  @Test
  void aChainThatSharesTheTagIsStillAnother() {
    Bytes32 twin = Bytes32.wrap(Bytes.concatenate(Chains.DOMAIN.slice(0, 31), Bytes.of(0)));
    TransactionRules rules =
        TransactionRules.of(
            TransactionFormat.of(HashSuite.sha256(), twin, Chains.ASSETS),
            Chains.CATALOG,
            SigningDomain.of("Hill", twin));
    assertRefused(
        RefusalCode.BAD_SIGNATURE,
        TransactionBuilder.of(rules)
            .command("hill", new Chains.Climb(1))
            .ordered(0, 0)
            .validUntilMs(1)
            .sign(Chains.KEY));
  }

  @Test
  void aSignatureOfSomebodyElseIsBad() {
    KeyPair mallory = KeyPair.of(Bytes32.leftPad(Bytes.of(0x66)));
    Bytes32 digest = Chains.RULES.typedData(transaction()).digest();
    assertRefused(
        RefusalCode.BAD_SIGNATURE, SignedTransaction.of(transaction(), mallory.sign(digest)));
    assertRefused(
        RefusalCode.BAD_SIGNATURE,
        SignedTransaction.of(
            transaction(), new Signature.Ed25519(Chains.KEY.sign(digest).bytes())));
  }

  @Test
  void aSignatureInTheUpperHalfIsRefusedByName() {
    Bytes low = Chains.KEY.sign(Chains.RULES.typedData(transaction()).digest()).bytes();
    BigInteger s = Secp256k1.ORDER.subtract(low.slice(32).toUnsignedBigInteger());
    assertRefused(
        RefusalCode.HIGH_S,
        SignedTransaction.of(
            transaction(),
            new Signature.Secp256k1(
                SignatureSchemeTest.signature(low.slice(0, 32).toUnsignedBigInteger(), s))));
  }

  @Test
  void whatIsNotCarriedOutYetIsUnsupported() {
    Transaction move = transaction();
    assertUnsupported(move, new Authorisation.Session(1), move.nonce(), move.fee());
    assertUnsupported(move, Authorisation.PASSKEY, move.nonce(), move.fee());
    assertUnsupported(move, move.authorisation(), new Nonce.Expiring(1), move.fee());
    assertUnsupported(move, move.authorisation(), new Nonce.Ordered(8, 0), move.fee());
    assertUnsupported(
        move, move.authorisation(), move.nonce(), new FeeOffer(new Payer.Vault(1), 1, 0));
    assertUnsupported(
        move, move.authorisation(), move.nonce(), new FeeOffer(Payer.QUOTA_ONLY, 0, 0));
    assertRefused(
        RefusalCode.UNSUPPORTED, move().command("hill", new Chains.Climb(1)).sign(Chains.KEY));
    assertRefused(
        RefusalCode.UNSUPPORTED,
        move().command("hill", new Chains.Climb(1)).eachOnItsOwn().sign(Chains.KEY));
    assertThat(VERIFIER.verify(move().ordered(7, 0).sign(Chains.KEY)))
        .isInstanceOf(VerifiedTransaction.class);
  }

  @Test
  void aSponsorIsUnsupported() {
    Transaction sponsored =
        move()
            .fee(new FeeOffer(new Payer.Sponsor(Chains.BOB, 1), 1, 0))
            .build(Chains.KEY.address());
    Signature signature = Chains.KEY.sign(Chains.RULES.typedData(sponsored).digest());
    assertRefused(
        RefusalCode.UNSUPPORTED,
        new SignedTransaction(sponsored, signature, Optional.of(signature)));
  }

  private static void assertUnsupported(
      Transaction move, Authorisation authorisation, Nonce nonce, FeeOffer fee) {
    assertRefused(
        RefusalCode.UNSUPPORTED,
        Chains.sign(
            new Transaction(
                move.sender(),
                authorisation,
                nonce,
                move.validUntilMs(),
                move.limits(),
                fee,
                move.spends(),
                move.commands()),
            Chains.KEY));
  }

  @Test
  void everyFlippedBitOfASignedTransactionIsRefused() {
    Bytes wire = move().spend(Chains.GOLD, 5).sign(Chains.KEY);
    for (int bit = 0; bit < wire.size() * 8; bit++) {
      byte[] flipped = wire.toArray();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(VERIFIER.verify(Bytes.wrap(flipped))).isInstanceOf(Verification.Refused.class);
    }
  }

  @Provide
  Arbitrary<SignedTransaction> anySigned() {
    return TransactionArbitraries.signed();
  }

  @Property(tries = 500)
  void anyBytesGetAnAnswerAndTheSameFromBlockData(
      @ForAll("anySigned") SignedTransaction signed, @ForAll long seed) {
    Bytes wire = Chains.FORMAT.encode(signed);
    byte[] mutated = wire.toArray();
    mutated[new Random(seed).nextInt(mutated.length)] ^= 1;
    VERIFIER.verify(Bytes.wrap(mutated));
    assertThat(VERIFIER.verify(wire)).isEqualTo(VERIFIER.verify(signed));
  }

  @Test
  void whatTheCallerChangesLaterChangesNothing() {
    byte[] wire = move().sign(Chains.KEY).toArray();
    VerifiedTransaction verified = (VerifiedTransaction) VERIFIER.verify(Bytes.wrap(wire));
    Bytes before = Bytes.wrap(verified.wire().toArray());
    Arrays.fill(wire, (byte) 0);
    assertThat(verified.wire()).isEqualTo(before);
    assertThat(Chains.FORMAT.encode(verified.signed())).isEqualTo(before);
    assertThat(ByteReader.of(verified.wire()).u8()).isEqualTo(1);
  }

  @Test
  void aBuilderNamesAllThatIsMissing() {
    assertThatThrownBy(() -> TransactionBuilder.of(Chains.RULES).build(Chains.ALICE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("[command, validUntilMs, nonce]");
    assertThatThrownBy(() -> move().spend(Chains.SWORDS, 1)).hasMessageContaining("fungible asset");
    assertThatThrownBy(() -> move().spendItem(Chains.GOLD, Bytes32.ZERO))
        .hasMessageContaining("collection");
  }

  @Test
  void aBuilderKeepsTheLastWordOnAnAsset() {
    TransactionBuilder builder = move().spend(Chains.GOLD, 5).spend(Chains.GOLD, 6);
    assertThat(builder.build(Chains.ALICE).spends()).containsExactly(new SpendLimit.Quanta(0, 6));
    builder.spend(Chains.GOLD, 0).spendItem(Chains.SWORDS, Bytes32.ZERO);
    assertThat(builder.build(Chains.ALICE).spends())
        .containsExactly(new SpendLimit.Item(3, Bytes32.ZERO));
  }
}
