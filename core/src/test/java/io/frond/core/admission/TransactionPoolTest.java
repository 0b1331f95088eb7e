package io.frond.core.admission;

import static io.frond.core.admission.Transactions.ALICE;
import static io.frond.core.admission.Transactions.BOB;
import static io.frond.core.admission.Transactions.ping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.core.environment.SimulatedClock;
import io.frond.core.ordering.Candidate;
import io.frond.core.ordering.OrderingPolicy;
import io.frond.core.tx.KeyPair;
import io.frond.core.tx.Refusal;
import io.frond.core.tx.RefusalCode;
import io.frond.core.tx.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.tuweni.bytes.Bytes;
import org.junit.jupiter.api.Test;

class TransactionPoolTest {
  private static final Refusal GAP =
      new Refusal(RefusalCode.NONCE_GAP, Stage.INCLUDE, Refusal.AT_ONCE, "0", "1");

  private final SimulatedClock clock = new SimulatedClock();
  private final Intake intake = new Intake(Transactions.VERIFIER, 100, 7);

  private TransactionPool pool(int total, int perSender) {
    return pool(total, perSender, OrderingPolicy.firstComeFirstServed());
  }

  private TransactionPool pool(int total, int perSender, OrderingPolicy ordering) {
    return new TransactionPool(
        AdmissionPolicy.bounded(new PoolBounds(total, perSender, 1_000, 7)), ordering, clock);
  }

  private CompletableFuture<TransactionResult> submit(TransactionPool pool, Bytes wire) {
    CompletableFuture<TransactionResult> result = intake.submit(wire).result();
    assertThat(intake.verify(Runnable::run)).isTrue();
    assertThat(pool.admit(intake)).isTrue();
    return result;
  }

  private CompletableFuture<TransactionResult> submit(
      TransactionPool pool, KeyPair sender, long sequence) {
    return submit(pool, ping(sender, sequence, 100_000));
  }

  private static RefusalCode code(CompletableFuture<TransactionResult> result) {
    return ((TransactionResult.Refused) result.join()).refusal().code();
  }

  @Test
  void theTotalIsALimit() {
    TransactionPool pool = pool(2, 2);
    assertThat(submit(pool, ALICE, 0)).isNotDone();
    assertThat(submit(pool, BOB, 0)).isNotDone();
    CompletableFuture<TransactionResult> third = submit(pool, BOB, 1);
    assertThat(((TransactionResult.Refused) third.join()).refusal())
        .isEqualTo(
            new Refusal(RefusalCode.POOL_FULL, Stage.ADMIT, 7, "fewer than 2 in the pool", "2"));
    assertThat(pool.size()).isEqualTo(2);
  }

  @Test
  void theNumberOfOneSenderIsALimit() {
    TransactionPool pool = pool(10, 2);
    assertThat(submit(pool, ALICE, 0)).isNotDone();
    assertThat(submit(pool, ALICE, 1)).isNotDone();
    assertThat(code(submit(pool, ALICE, 2))).isEqualTo(RefusalCode.RATE_LIMITED);
    assertThat(submit(pool, BOB, 0)).isNotDone();
    pool.refuse(pool.take(1).get(0), GAP);
    assertThat(submit(pool, ALICE, 3)).isNotDone();
  }

  @Test
  void whatIsNotValidAnyMoreIsNotAdmitted() {
    TransactionPool pool = pool(10, 10);
    clock.set(100);
    assertThat(submit(pool, ping(ALICE, 0, 101))).isNotDone();
    assertThat(code(submit(pool, ping(ALICE, 1, 100)))).isEqualTo(RefusalCode.EXPIRED);
  }

  @Test
  void whatWaitedTooLongIsToldSo() {
    TransactionPool pool = pool(10, 10);
    CompletableFuture<TransactionResult> ready = submit(pool, ALICE, 0);
    CompletableFuture<TransactionResult> early = submit(pool, BOB, 5);
    pool.putBack(pool.take(1));
    PooledTransaction bob = pool.take(2).get(1);
    pool.setAside(bob, GAP);
    clock.set(999);
    pool.sweep();
    assertThat(early).isNotDone();
    clock.set(1_249);
    pool.sweep();
    assertThat(code(early)).isEqualTo(RefusalCode.EXPIRED_IN_POOL);
    assertThat(ready).isNotDone();
  }

  @Test
  void whatWaitsForANonceIsGivenOutWhenItsTurnComes() {
    TransactionPool pool = pool(10, 10);
    CompletableFuture<TransactionResult> second = submit(pool, ALICE, 1);
    CompletableFuture<TransactionResult> rival = submit(pool, ping(ALICE, 1, 90_000));
    PooledTransaction one = pool.take(1).get(0);
    PooledTransaction other = pool.take(1).get(0);
    pool.setAside(one, GAP);
    pool.setAside(other, GAP);
    assertThat(code(rival)).isEqualTo(RefusalCode.NONCE_GAP);
    var first = submit(pool, ALICE, 0);
    assertThat(pool.included(pool.take(1).get(0))).contains(one);
    assertThat(pool.included(one)).isEmpty();
    assertThat(pool.size()).isZero();
    assertThat(List.of(first, second)).noneMatch(CompletableFuture::isDone);
  }

  @Test
  void whoWaitsWithANonceThatIsUsedMeanwhileIsToldSo() {
    TransactionPool pool = pool(10, 10);
    CompletableFuture<TransactionResult> waiting = submit(pool, ALICE, 0);
    pool.setAside(pool.take(1).get(0), GAP);
    var unused = submit(pool, ping(ALICE, 0, 90_000));
    assertThat(pool.included(pool.take(1).get(0))).isEmpty();
    assertThat(code(waiting)).isEqualTo(RefusalCode.NONCE_USED);
  }

  @Test
  void aPolicyGivesAnOrderAndWhatItLeavesOutGoesOnWaiting() {
    TransactionPool pool = pool(10, 10, policy(list -> List.of(list.get(2), list.get(0))));
    for (int i = 0; i < 4; i++) {
      assertThat(submit(pool, ALICE, i)).isNotDone();
    }
    assertThat(pool.take(3)).extracting(PooledTransaction::accepted).containsExactly(2L, 0L);
    assertThat(pool.readyCount()).isEqualTo(2);
  }

  @Test
  void aPolicyThatInventsOrRepeatsIsABug() {
    TransactionPool pool = pool(10, 10, policy(list -> Collections.nCopies(2, list.get(0))));
    assertThat(submit(pool, ALICE, 0)).isNotDone();
    assertThatThrownBy(() -> pool.take(3)).isInstanceOf(IllegalStateException.class);
  }

  private static OrderingPolicy policy(java.util.function.UnaryOperator<List<Candidate>> order) {
    return new OrderingPolicy() {
      @Override
      public String canonicalName() {
        return "test";
      }

      @Override
      public List<Candidate> order(List<Candidate> candidates) {
        return order.apply(new ArrayList<>(candidates));
      }
    };
  }
}
