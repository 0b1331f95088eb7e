package io.frond.core.tx;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.jspecify.annotations.Nullable;

/** The curve in Java. */
final class BouncyCastleEngine implements Secp256k1Engine {
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
  private static final ECDomainParameters DOMAIN =
      new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH());
  private static final BigInteger ORDER = Secp256k1.ORDER;

  @Override
  public byte @Nullable [] recover(byte[] digest, byte[] signature, int candidate) {
    BigInteger r = r(signature);
    ECPoint nonce = pointOf((candidate & 2) == 0 ? r : r.add(ORDER), candidate & 1);
    if (nonce == null) {
      return null;
    }
    BigInteger inverse = r.modInverse(ORDER);
    BigInteger base = new BigInteger(1, digest).negate().multiply(inverse).mod(ORDER);
    BigInteger point = s(signature).multiply(inverse).mod(ORDER);
    ECPoint key = ECAlgorithms.sumOfTwoMultiplies(CURVE.getG(), base, nonce, point);
    return key.isInfinity() ? null : encode(key);
  }

  @Override
  public boolean verify(byte[] digest, byte[] signature, byte[] key) {
    BigInteger inverse = s(signature).modInverse(ORDER);
    BigInteger base = new BigInteger(1, digest).multiply(inverse).mod(ORDER);
    BigInteger point = r(signature).multiply(inverse).mod(ORDER);
    ECPoint nonce = ECAlgorithms.sumOfTwoMultiplies(CURVE.getG(), base, decode(key), point);
    return !nonce.isInfinity()
        && nonce.normalize().getAffineXCoord().toBigInteger().mod(ORDER).equals(r(signature));
  }

  @Override
  public byte[] publicKey(byte[] secret) {
    return encode(new FixedPointCombMultiplier().multiply(CURVE.getG(), new BigInteger(1, secret)));
  }

  @Override
  public byte[] sign(byte[] digest, byte[] secret) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(new BigInteger(1, secret), DOMAIN));
    BigInteger[] parts = signer.generateSignature(digest);
    boolean low = parts[1].compareTo(ORDER.shiftRight(1)) <= 0;
    byte[] signature = Arrays.copyOf(Secp256k1.scalar(parts[0]), Secp256k1.SIGNATURE_BYTES);
    byte[] s = Secp256k1.scalar(low ? parts[1] : ORDER.subtract(parts[1]));
    System.arraycopy(s, 0, signature, Secp256k1.SCALAR_BYTES, s.length);
    return signature;
  }

  private static @Nullable ECPoint pointOf(BigInteger x, int parity) {
    byte[] compressed = new byte[1 + Secp256k1.SCALAR_BYTES];
    if (x.bitLength() > Secp256k1.SCALAR_BYTES * 8) {
      return null;
    }
    compressed[0] = (byte) (2 | parity);
    System.arraycopy(Secp256k1.scalar(x), 0, compressed, 1, Secp256k1.SCALAR_BYTES);
    try {
      return CURVE.getCurve().decodePoint(compressed);
    } catch (IllegalArgumentException notOnTheCurve) {
      return null;
    }
  }

  private static ECPoint decode(byte[] key) {
    return CURVE.getCurve().createPoint(scalar(key, 0), scalar(key, Secp256k1.SCALAR_BYTES));
  }

  private static byte[] encode(ECPoint key) {
    byte[] prefixed = key.normalize().getEncoded(false);
    return Arrays.copyOfRange(prefixed, 1, prefixed.length);
  }

  private static BigInteger r(byte[] signature) {
    return scalar(signature, 0);
  }

  private static BigInteger s(byte[] signature) {
    return scalar(signature, Secp256k1.SCALAR_BYTES);
  }

  private static BigInteger scalar(byte[] bytes, int offset) {
    return new BigInteger(1, bytes, offset, Secp256k1.SCALAR_BYTES);
  }
}
