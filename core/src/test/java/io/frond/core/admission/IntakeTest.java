package io.frond.core.admission;

import static io.frond.core.admission.Transactions.ALICE;
import static io.frond.core.admission.Transactions.ping;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.tx.Refusal;
import io.frond.core.tx.RefusalCode;
import io.frond.core.tx.Stage;
import io.frond.core.tx.Transaction;
import io.frond.core.tx.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.apache.tuweni.bytes.Bytes;
import org.junit.jupiter.api.Test;

class IntakeTest {
  private static final Refusal CLOSED =
      new Refusal(RefusalCode.OVERLOADED, Stage.ADMIT, Refusal.NEVER, "open", "closed");

  private static RefusalCode code(Submission submission) {
    return ((Submission.Refused) submission).refusal().code();
  }

  @Test
  void theNumberOfSubmissionsIsALimit() {
    Intake intake = new Intake(Transactions.VERIFIER, 2, 7);
    assertThat(intake.submit(Bytes.of(1))).isInstanceOf(Submission.Pending.class);
    assertThat(intake.submit(Bytes.of(2))).isInstanceOf(Submission.Pending.class);
    Submission third = intake.submit(Bytes.of(3));
    assertThat(code(third)).isEqualTo(RefusalCode.OVERLOADED);
    assertThat(((Submission.Refused) third).refusal().retryAfterMs()).isEqualTo(7);
    assertThat(intake.verify(Runnable::run)).isTrue();
    assertThat(intake.submit(Bytes.of(3))).isInstanceOf(Submission.Pending.class);
  }

  @Test
  void theSizeOfASubmissionIsALimit() {
    Intake intake = new Intake(Transactions.VERIFIER, 2, 7);
    assertThat(intake.submit(Bytes.wrap(new byte[Transaction.MAX_BYTES])))
        .isInstanceOf(Submission.Pending.class);
    assertThat(code(intake.submit(Bytes.wrap(new byte[Transaction.MAX_BYTES + 1]))))
        .isEqualTo(RefusalCode.TOO_LARGE);
  }

  @Test
  void theOrderOfSubmissionIsKeptWhateverTheExecutorDoes() {
    Intake intake = new Intake(Transactions.VERIFIER, 1_000, 7);
    List<Bytes> wires = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      wires.add(ping(ALICE, i, 1_000));
      assertThat(intake.submit(wires.get(i))).isInstanceOf(Submission.Pending.class);
    }
    List<Runnable> tasks = new ArrayList<>();
    assertThat(intake.verify(tasks::add)).isTrue();
    for (int i = tasks.size() - 1; i > 0; i--) {
      tasks.get(i).run();
      assertThat(intake.takeVerified()).isEmpty();
    }
    tasks.get(0).run();
    List<Bytes> verified = new ArrayList<>();
    List<PooledTransaction> next = intake.takeVerified();
    while (!next.isEmpty()) {
      next.forEach(transaction -> verified.add(transaction.transaction().wire()));
      next = intake.takeVerified();
    }
    assertThat(verified).isEqualTo(wires);
    assertThat(intake.isIdle()).isTrue();
  }

  @Test
  void anExecutorThatIsFullCostsTimeAndNothingElse() {
    Intake intake = new Intake(Transactions.VERIFIER, 10, 7);
    assertThat(intake.submit(ping(ALICE, 0, 1))).isInstanceOf(Submission.Pending.class);
    assertThat(
            intake.verify(
                task -> {
                  throw new RejectedExecutionException();
                }))
        .isTrue();
    assertThat(intake.takeVerified()).hasSize(1);
  }

  @Test
  void whatNobodySignedIsRefusedByVerification() {
    Intake intake = new Intake(Transactions.VERIFIER, 10, 7);
    byte[] wire = ping(ALICE, 0, 1).toArray();
    wire[wire.length - 40] ^= 1;
    assertThat(intake.submit(Bytes.wrap(wire))).isInstanceOf(Submission.Pending.class);
    assertThat(intake.verify(Runnable::run)).isTrue();
    assertThat(intake.takeVerified().get(0).verification())
        .isInstanceOf(Verification.Refused.class);
  }

  @Test
  void theBytesOfASubmissionAreItsOwn() {
    Intake intake = new Intake(Transactions.VERIFIER, 10, 7);
    byte[] wire = ping(ALICE, 0, 1).toArray();
    assertThat(intake.submit(Bytes.wrap(wire))).isInstanceOf(Submission.Pending.class);
    wire[0] = 9;
    assertThat(intake.verify(Runnable::run)).isTrue();
    assertThat(intake.takeVerified().get(0).transaction().transaction().sender())
        .isEqualTo(ALICE.address());
  }

  @Test
  void afterClosingEverybodyIsRefused() {
    Intake intake = new Intake(Transactions.VERIFIER, 10, 7);
    Submission waiting = intake.submit(Bytes.of(1));
    intake.close(CLOSED);
    assertThat(waiting.result().join()).isEqualTo(new TransactionResult.Refused(CLOSED));
    assertThat(intake.submit(Bytes.of(1))).isEqualTo(new Submission.Refused(CLOSED));
  }
}
