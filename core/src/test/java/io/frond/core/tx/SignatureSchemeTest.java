package io.frond.core.tx;

import static io.frond.core.tx.SignatureScheme.NO_HINT;
import static io.frond.core.tx.SignatureVerdict.HIGH_S;
import static io.frond.core.tx.SignatureVerdict.INVALID;
import static io.frond.core.tx.SignatureVerdict.VALID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.vm.Account;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What both ways to compute the scheme guarantee, on inputs chosen to part them. */
class SignatureSchemeTest {
  private static final BigInteger ORDER = Secp256k1.ORDER;
  private static final BigInteger HALF = ORDER.shiftRight(1);
  private static final BigInteger GENERATOR_X =
      new BigInteger("79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798", 16);

  private static final Secp256k1Engine NATIVE = NativeEngine.load();
  private static final Secp256k1Engine JAVA = new BouncyCastleEngine();

  static Bytes32 word(BigInteger number) {
    return Bytes32.wrap(Secp256k1.scalar(number));
  }

  static Bytes32 word(long number) {
    return word(BigInteger.valueOf(number));
  }

  static Bytes signature(BigInteger r, BigInteger s) {
    return Bytes.concatenate(word(r), word(s));
  }

  /** The answer of new schemes, which must be one. */
  static SignatureVerdict verify(Bytes32 digest, Account sender, Bytes signature, int hint) {
    SignatureVerdict inJava = new Secp256k1Scheme(JAVA).verify(digest, sender, signature, hint);
    SignatureVerdict natively = new Secp256k1Scheme(NATIVE).verify(digest, sender, signature, hint);
    assertThat(natively).isEqualTo(inJava);
    return inJava;
  }

  private static byte @Nullable [] recover(Bytes32 digest, Bytes signature, int candidate) {
    byte[] inJava = JAVA.recover(digest.toArray(), signature.toArray(), candidate);
    byte[] natively = NATIVE.recover(digest.toArray(), signature.toArray(), candidate);
    assertThat(natively).isEqualTo(inJava);
    return inJava;
  }

  @ParameterizedTest
  @CsvSource({
    // The address of the smallest secrets, as every wallet shows them.
    "1, 7e5f4552091a69125d5dfcb7b8c2659029395bdf",
    "2, 2b5ad5c4795c026514f8317c7a215e218dccd6cf",
    "3, 6813eb9362372eef6200f3b1dbc3f819671cba69"
  })
  void theAddressOfASecretIsTheWallets(long secret, String address) {
    assertThat(KeyPair.of(word(secret), JAVA).address()).isEqualTo(Account.fromHex(address));
    assertThat(KeyPair.of(word(secret), NATIVE).address()).isEqualTo(Account.fromHex(address));
  }

  @ParameterizedTest
  @CsvSource({
    // Deterministic signatures of SHA-256 of a text, published with RFC 6979 nonces for this curve.
    "Satoshi Nakamoto, 1,"
        + " 934b1ea10a4b3c1757e2b0c017d0b6143ce3c9a7e6a4a49860d7a6ab210ee3d8"
        + "2442ce9d2b916064108014783e923ec36b49743e2ffa1c4496f01a512aafd9e5",
    "'All those moments will be lost in time, like tears in rain. Time to die...', 1,"
        + " 8600dbd41e348fe5c9465ab92d23e3db8b98b873beecd930736488696438cb6b"
        + "547fe64427496db33bf66019dacbf0039c04199abb0122918601db38a72cfc21"
  })
  void signaturesAreThoseOfRfc6979(String text, long secret, String signature) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    for (Secp256k1Engine engine : new Secp256k1Engine[] {JAVA, NATIVE}) {
      assertThat(KeyPair.of(word(secret), engine).sign(Bytes32.wrap(hash)).bytes())
          .isEqualTo(Bytes.fromHexString(signature));
    }
  }

  @Test
  void digestsAtTheEdgesAreSignedAlikeAndVerify() {
    KeyPair key = KeyPair.of(word(0xf00d), JAVA);
    KeyPair twin = KeyPair.of(word(0xf00d), NATIVE);
    BigInteger most = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    for (BigInteger digest :
        new BigInteger[] {
          BigInteger.ZERO,
          BigInteger.ONE,
          ORDER.subtract(BigInteger.ONE),
          ORDER,
          ORDER.add(BigInteger.ONE),
          most
        }) {
      Bytes signature = key.sign(word(digest)).bytes();
      assertThat(twin.sign(word(digest)).bytes()).isEqualTo(signature);
      assertThat(verify(word(digest), key.address(), signature, NO_HINT)).isEqualTo(VALID);
      assertThat(verify(word(7), key.address(), signature, NO_HINT)).isEqualTo(INVALID);
    }
  }

  @Test
  void numbersOutOfRangeAreInvalidAndTheUpperHalfIsHighS() {
    KeyPair key = KeyPair.of(word(0xbeef), JAVA);
    Bytes32 digest = word(99);
    Bytes valid = key.sign(digest).bytes();
    BigInteger r = valid.slice(0, 32).toUnsignedBigInteger();
    BigInteger s = valid.slice(32).toUnsignedBigInteger();
    BigInteger most = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

    assertThat(verify(digest, key.address(), signature(r, s), NO_HINT)).isEqualTo(VALID);
    assertThat(verify(digest, key.address(), signature(r, ORDER.subtract(s)), NO_HINT))
        .isEqualTo(HIGH_S);
    for (BigInteger outside : new BigInteger[] {BigInteger.ZERO, ORDER, most}) {
      assertThat(verify(digest, key.address(), signature(outside, s), 0)).isEqualTo(INVALID);
      assertThat(verify(digest, key.address(), signature(r, outside), 0)).isEqualTo(INVALID);
    }
    assertThat(verify(digest, key.address(), signature(r, HALF), 0)).isEqualTo(INVALID);
    assertThat(verify(digest, key.address(), signature(r, HALF.add(BigInteger.ONE)), 0))
        .isEqualTo(HIGH_S);
    assertThat(verify(digest, key.address(), signature(ORDER.subtract(BigInteger.ONE), s), NO_HINT))
        .isEqualTo(INVALID);
  }

  @Test
  void anyOtherLengthIsInvalid() {
    KeyPair key = KeyPair.of(word(0xbeef), JAVA);
    Bytes valid = key.sign(word(5)).bytes();
    for (Bytes wrong :
        new Bytes[] {
          Bytes.EMPTY, valid.slice(0, 63), Bytes.concatenate(valid, Bytes.of(0)), valid.slice(1)
        }) {
      assertThat(verify(word(5), key.address(), wrong, 0)).isEqualTo(INVALID);
    }
  }

  @Test
  void everySignatureOfAnEdgeVerifiesForExactlyTheKeysBehindIt() {
    Bytes32 digest = word(0xd16e57);
    int wrapped = 0;
    for (int r = 1; r <= 8; r++) {
      Bytes signature = signature(BigInteger.valueOf(r), BigInteger.valueOf(3));
      for (int candidate = 0; candidate < 4; candidate++) {
        byte[] key = recover(digest, signature, candidate);
        if (key == null) {
          continue;
        }
        wrapped += candidate / 2;
        for (int hint = -2; hint < 6; hint++) {
          assertThat(verify(digest, Secp256k1.address(key), signature, hint)).isEqualTo(VALID);
        }
        assertThat(JAVA.verify(digest.toArray(), signature.toArray(), key)).isTrue();
        assertThat(NATIVE.verify(digest.toArray(), signature.toArray(), key)).isTrue();
      }
    }
    assertThat(wrapped).as("keys behind an x that is r plus the order").isPositive();
  }

  @Test
  void theKeyAtInfinityIsNoKey() {
    // With the nonce 1 the point is the generator, and s = digest leaves nothing for the key.
    Bytes signature = signature(GENERATOR_X, BigInteger.valueOf(77));
    assertThat(recover(word(77), signature, 0)).isNull();
    assertThat(recover(word(77), signature, 1)).isNotNull();
    assertThat(recover(word(78), signature, 0)).isNotNull();
  }

  @Test
  void aKnownKeyChangesNoAnswer() {
    KeyPair alice = KeyPair.of(word(11), JAVA);
    KeyPair bob = KeyPair.of(word(12), JAVA);
    for (Secp256k1Engine engine : new Secp256k1Engine[] {JAVA, NATIVE}) {
      Secp256k1Scheme scheme = new Secp256k1Scheme(engine);
      for (int round = 0; round < 3; round++) {
        Bytes32 digest = word(round);
        Bytes signature = alice.sign(digest).bytes();
        assertThat(scheme.verify(digest, alice.address(), signature, 3)).isEqualTo(VALID);
        assertThat(scheme.verify(digest, bob.address(), signature, 0)).isEqualTo(INVALID);
        assertThat(scheme.verify(word(50), alice.address(), signature, 0)).isEqualTo(INVALID);
      }
    }
  }

  @Test
  void aSecretOutOfRangeIsRefused() {
    assertThatThrownBy(() -> KeyPair.of(Bytes32.ZERO)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> KeyPair.of(word(ORDER))).isInstanceOf(IllegalArgumentException.class);
    KeyPair last = KeyPair.of(word(ORDER.subtract(BigInteger.ONE)));
    assertThat(last.publicKey().slice(0, 32).toUnsignedBigInteger()).isEqualTo(GENERATOR_X);
    assertThat(last).hasToString("KeyPair of " + last.address());
  }

  @Test
  void theSchemesOfTheLibraryAgree() {
    KeyPair key = KeyPair.of(word(5));
    Bytes signature = key.sign(word(6)).bytes();
    assertThat(SignatureSchemes.secp256k1().verify(word(6), key.address(), signature, NO_HINT))
        .isEqualTo(VALID);
    assertThat(SignatureSchemes.bouncyCastle().verify(word(6), key.address(), signature, NO_HINT))
        .isEqualTo(VALID);
  }
}
