package io.frond.examples.chess.run;

import io.frond.core.tx.SignatureScheme;
import io.frond.core.tx.SignatureVerdict;
import io.frond.vm.Account;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.LongAdder;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Measures the processor time of verifying signatures; the answers are those of the scheme behind
 * it.
 */
final class TimedSignatures implements SignatureScheme {
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private final SignatureScheme scheme;
  private final LongAdder count = new LongAdder();
  private final LongAdder nanos = new LongAdder();

  TimedSignatures(SignatureScheme scheme) {
    this.scheme = scheme;
  }

  @Override
  public SignatureVerdict verify(Bytes32 digest, Account sender, Bytes signature, int hint) {
    long start = CPU.getCurrentThreadCpuTime();
    SignatureVerdict verdict = scheme.verify(digest, sender, signature, hint);
    nanos.add(CPU.getCurrentThreadCpuTime() - start);
    count.increment();
    return verdict;
  }

  /** Verifications in a second of one core; 0 before the first. */
  double perSecond() {
    long spent = nanos.sum();
    return spent == 0 ? 0 : count.sum() * 1e9 / spent;
  }
}
