package io.frond.core.tx;

import org.apache.tuweni.bytes.Bytes;

/** Temporary. */
public interface TransactionVerifier {
  sealed interface Result {}

  record Verified(VerifiedTransaction verified) implements Result {}

  record Refused(Refusal refusal) implements Result {}

  Result verify(SignedTransaction transaction);

  Result verifyForced(Bytes wire);
}
