package io.frond.core.admission;

import io.frond.core.ordering.Candidate;
import io.frond.core.tx.Refusal;
import io.frond.core.tx.TransactionVerifier;
import io.frond.core.tx.Verification;
import io.frond.core.tx.VerifiedTransaction;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.tuweni.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/** One submitted transaction on its way to a block, and the promise of a result. */
public final class PooledTransaction implements Candidate {
  private final CompletableFuture<TransactionResult> result = new CompletableFuture<>();
  private @Nullable Bytes wire;
  private @Nullable Verification verification;
  private long accepted;
  private long untilMs;

  private PooledTransaction(@Nullable Bytes wire, @Nullable Verification verification) {
    this.wire = wire;
    this.verification = verification;
  }

  /** As submitted; the bytes are copied. */
  static PooledTransaction of(Bytes wire) {
    return new PooledTransaction(Bytes.wrap(wire.toArray()), null);
  }

  /** Verified before. */
  static PooledTransaction of(VerifiedTransaction verified) {
    return new PooledTransaction(null, verified);
  }

  /** Checks what was submitted. */
  void verify(TransactionVerifier verifier) {
    verification = verifier.verify(Objects.requireNonNull(wire));
    wire = null;
  }

  Verification verification() {
    return Objects.requireNonNull(verification);
  }

  void accept(long number, long acceptedUntilMs) {
    accepted = number;
    untilMs = acceptedUntilMs;
  }

  @Override
  public VerifiedTransaction transaction() {
    return (VerifiedTransaction) verification();
  }

  @Override
  public long accepted() {
    return accepted;
  }

  long untilMs() {
    return untilMs;
  }

  /** What becomes of it. */
  public CompletableFuture<TransactionResult> result() {
    return result;
  }

  /** Tells whoever submitted it that it is in no block. */
  void refuse(Refusal refusal) {
    result.complete(new TransactionResult.Refused(refusal));
  }
}
