package io.frond.testkit;

import io.frond.core.hash.HashSuite;
import io.frond.core.hash.Hasher;
import io.frond.core.tx.FeeOffer;
import io.frond.core.tx.KeyPair;
import io.frond.core.tx.Signer;
import io.frond.core.tx.TransactionBuilder;
import io.frond.core.tx.TransactionRules;
import io.frond.vm.Account;
import java.nio.charset.StandardCharsets;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * A key with a name, and the next number of its nonce lane 0. The same seed and name give the same
 * account everywhere, so such keys are for tests and examples alone.
 *
 * <p>{@link #signAt} may be called by several threads; the counter is for one.
 */
public final class Wallet {
  private static final Bytes TAG =
      Bytes.wrap("frond.testkit.wallet".getBytes(StandardCharsets.US_ASCII));

  private final String name;
  private final Signer signer;
  private long nextNonce;

  private Wallet(String name, Signer signer) {
    this.name = name;
    this.signer = signer;
  }

  /** The wallet of this name in the world of this seed. */
  public static Wallet of(long seed, String name) {
    return new Wallet(name, KeyPair.of(secret(seed, name)));
  }

  /** A wallet of a key that the host has. */
  public static Wallet of(String name, Signer signer) {
    return new Wallet(name, signer);
  }

  /** Redraws in the one case of 2^128 in which a hash is no secret. */
  private static Bytes32 secret(long seed, String name) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    for (int draw = 0; ; draw++) {
      Hasher hasher = HashSuite.sha256().newHasher().raw(TAG).u64(seed).u32(draw);
      Bytes32 secret = hasher.raw(text, 0, text.length).digest();
      if (!secret.isZero() && secret.get(0) != -1) {
        return secret;
      }
    }
  }

  /** What people call it. */
  public String name() {
    return name;
  }

  /** Its account, on the chain and on the parent. */
  public Account address() {
    return signer.address();
  }

  /** What signs for it. */
  public Signer signer() {
    return signer;
  }

  /** The number that the next transaction takes. */
  public long nextNonce() {
    return nextNonce;
  }

  /** Sets the counter to what the chain says. */
  public void setNextNonce(long nonce) {
    nextNonce = nonce;
  }

  /**
   * The signed wire form of a command, with the next number, which is used up by it.
   *
   * @param module the module that understands the command
   * @param validUntilMs it runs only in a block of an earlier time
   * @param fee what it may cost
   */
  public Bytes sign(
      TransactionRules rules,
      String module,
      Object command,
      long validUntilMs,
      FeeOffer fee,
      Spend... spends) {
    TransactionBuilder builder = builder(nextNonce++, rules, module, command, validUntilMs, spends);
    return builder.fee(fee).sign(signer);
  }

  /** The signed wire form of a free command with this number; the counter stays as it is. */
  public Bytes signAt(
      long nonce,
      TransactionRules rules,
      String module,
      Object command,
      long validUntilMs,
      Spend... spends) {
    return builder(nonce, rules, module, command, validUntilMs, spends).sign(signer);
  }

  private static TransactionBuilder builder(
      long nonce,
      TransactionRules rules,
      String module,
      Object command,
      long validUntilMs,
      Spend... spends) {
    TransactionBuilder builder =
        TransactionBuilder.of(rules)
            .command(module, command)
            .ordered(0, nonce)
            .validUntilMs(validUntilMs);
    for (Spend spend : spends) {
      builder.spend(spend.asset(), spend.quanta());
    }
    return builder;
  }

  @Override
  public String toString() {
    return name + " " + address();
  }
}
