package io.frond.core.tx;

import io.frond.vm.Account;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Decides whether an account signed a digest. Part of consensus: every implementation of one scheme
 * gives the same answer to every input. Safe for several threads.
 */
public interface SignatureScheme {
  /** A hint that says nothing. */
  int NO_HINT = -1;

  /**
   * Whether some key whose address is {@code sender} made this signature of the digest. Total: it
   * never throws, whatever the bytes.
   *
   * @param signature the bytes of the signature, of any length
   * @param hint which of the possible keys to try first, {@link #NO_HINT} or any other number; it
   *     may save time and never changes the answer
   */
  SignatureVerdict verify(Bytes32 digest, Account sender, Bytes signature, int hint);
}
