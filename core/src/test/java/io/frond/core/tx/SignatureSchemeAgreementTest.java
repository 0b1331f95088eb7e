package io.frond.core.tx;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.vm.Account;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** The native library and the one in Java answer alike, whatever they are asked. */
class SignatureSchemeAgreementTest {
  private static final Secp256k1Scheme NATIVE = new Secp256k1Scheme(NativeEngine.load());
  private static final Secp256k1Scheme JAVA = new Secp256k1Scheme(new BouncyCastleEngine());

  @Property(tries = 300)
  void everyInputGetsOneAnswer(@ForAll long seed) {
    assertOneAnswer(new Random(seed));
  }

  @Tag("deep")
  @Property(tries = 100_000)
  void everyInputOfALongRunGetsOneAnswer(@ForAll long seed) {
    assertOneAnswer(new Random(seed));
  }

  private static void assertOneAnswer(Random random) {
    Bytes32 secret = Bytes32.random(random);
    Bytes32 digest = Bytes32.random(random);
    KeyPair key = KeyPair.of(secret, new BouncyCastleEngine());
    Bytes signature = key.sign(digest).bytes();
    assertThat(KeyPair.of(secret, NativeEngine.load()).sign(digest).bytes()).isEqualTo(signature);

    Bytes mutated = mutate(signature, random);
    Account sender = random.nextInt(8) == 0 ? Chains.ALICE : key.address();
    int hint = random.nextInt(7) - 2;
    SignatureVerdict answer = JAVA.verify(digest, sender, mutated, hint);
    assertThat(NATIVE.verify(digest, sender, mutated, hint)).isEqualTo(answer);
    assertThat(answer == SignatureVerdict.VALID)
        .isEqualTo(mutated.equals(signature) && sender.equals(key.address()));
  }

  private static Bytes mutate(Bytes signature, Random random) {
    byte[] bytes = signature.toArray();
    switch (random.nextInt(7)) {
      case 0 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      case 1 -> random.nextBytes(bytes);
      case 2 -> Arrays.fill(bytes, random.nextBoolean() ? 0 : 32, 64, (byte) 0);
      case 3 -> {
        BigInteger s = signature.slice(32).toUnsignedBigInteger();
        return SignatureSchemeTest.signature(
            signature.slice(0, 32).toUnsignedBigInteger(), Secp256k1.ORDER.subtract(s));
      }
      case 4 -> {
        return signature.slice(0, random.nextInt(64));
      }
      default -> {
        return signature;
      }
    }
    return Bytes.wrap(bytes);
  }
}
