package io.frond.core.transition;

import static io.frond.core.transition.ScriptModule.caught;
import static io.frond.core.transition.ScriptModule.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.fee.Dimension;
import io.frond.core.fee.Usage;
import io.frond.core.outcome.Outcome;
import io.frond.core.outcome.Status;
import io.frond.core.transition.ScriptModule.Op;
import io.frond.core.transition.ScriptModule.Step;
import io.frond.core.tx.SignedTransaction;
import io.frond.vm.Account;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a transaction can end, and that everything but success leaves only its nonce and bill. */
class TransactionStatusTest {
  private static final Account ALICE = TestChain.account(1);
  private static final Account BOB = TestChain.account(2);

  private final TestChain chain = TestChain.create().funded(2);

  @Test
  void aPaymentWithinTheSignedLimitMovesValue() {
    Outcome outcome = chain.run(draft(300).script(pay(300)));
    assertThat(outcome.status()).isEqualTo(new Status.Success());
    assertThat(outcome.operationCount()).isEqualTo(1);
    assertThat(chain.gold(ALICE)).isEqualTo(9_700);
    assertThat(chain.gold(BOB)).isEqualTo(10_300);
  }

  @Test
  void oneQuantumAboveTheSignedLimitMovesNothing() {
    undone(draft(300).script(step(Op.SET, 5, 0), pay(301)), new Status.SpendLimit(0));
  }

  @Test
  void limitsAreUsedUpByWhatIsSpent() {
    undone(draft(300).script(pay(200), pay(101)), new Status.SpendLimit(0));
  }

  @Test
  void anAssetWithoutALimitCannotBeSpent() {
    Step gems = step(Op.PAY, 1, 1, BOB);
    undone(draft(300).script(gems), new Status.SpendLimit(TestChain.GEM_INDEX));
  }

  @Test
  void moreThanTheBalanceIsInsufficient() {
    undone(draft(20_000).script(pay(10_001)), new Status.Insufficient(0));
  }

  @Test
  void whatTheLedgerRefusedStandsThoughTheModuleSwallowedIt() {
    undone(
        draft(300).script(pay(100), caught(pay(201)), step(Op.SET, 5, 0)),
        new Status.SpendLimit(0));
  }

  @Test
  void aRevertLeavesItsTemplateAndArguments() {
    undone(
        draft(300).script(pay(100), step(Op.SET, 5, 0), step(Op.REVERT, 42, 0)),
        new Status.Reverted("no %d", List.of(42L)));
  }

  @Test
  void aRevertThatTheModuleSwallowsIsItsOwnAffair() {
    Outcome outcome = chain.run(draft(300).script(pay(100), caught(step(Op.REVERT, 42, 0))));
    assertThat(outcome.status()).isEqualTo(new Status.Success());
    assertThat(chain.cell()).isEqualTo(-1);
  }

  @Test
  void anExceptionIsRecordedByItsClass() {
    undone(
        draft(300).script(pay(100), step(Op.FAIL, 0, 0)),
        new Status.Failed("java.lang.UnsupportedOperationException"));
  }

  @Test
  void exhaustionStandsThoughTheModuleSwallowedIt() {
    undone(
        draft(300).script(pay(100), caught(step(Op.STEP, 20_000_000, 0)), step(Op.SET, 1, 0)),
        new Status.OutOfResource(Dimension.COMPUTE));
  }

  @Test
  void theLastStepIsFreeAndTheNextIsOneTooMany() {
    long used = chain.run(draft(0).script(step(Op.SET, 1, 0))).used().compute();
    SignedTransaction exact =
        draft(1).limits(new Usage(used, 64, 1 << 16, 0)).script(step(Op.SET, 2, 0));
    assertThat(chain.run(exact).status()).isEqualTo(new Status.Success());
    undone(
        draft(1).limits(new Usage(used - 1, 64, 1 << 16, 0)).script(step(Op.SET, 3, 0)),
        new Status.OutOfResource(Dimension.COMPUTE));
    undone(
        draft(1).limits(new Usage(used, 63, 1 << 16, 0)).script(step(Op.SET, 3, 0)),
        new Status.OutOfResource(Dimension.STATE_BYTES));
  }

  @Test
  void theDataLimitIsTheSizeOfTheTransactionItself() {
    int size = chain.verified(draft(0).limits(data(200)).script(step(Op.SET, 1, 0))).sizeBytes();
    assertThat(chain.run(draft(0).limits(data(size)).script(step(Op.SET, 1, 0))).status())
        .isEqualTo(new Status.Success());
    undone(
        draft(0).limits(data(size - 1)).script(step(Op.SET, 2, 0)),
        new Status.OutOfResource(Dimension.DATA_BYTES));
  }

  private static Usage data(int bytes) {
    return new Usage(1_000_000, 1_000, bytes, 0);
  }

  private TestChain.Draft draft(long limit) {
    TestChain.Draft draft = chain.from(ALICE).nonce(chain.state().laneNonce(ALICE, 0));
    return limit == 0 ? draft : draft.spend(TestChain.GOLD_INDEX, limit);
  }

  private static Step pay(long quanta) {
    return step(Op.PAY, 0, quanta, BOB);
  }

  private void undone(SignedTransaction transaction, Status expected) {
    long cell = chain.cell();
    long gold = chain.gold(ALICE);
    long nonce = chain.state().laneNonce(ALICE, 0);
    Outcome outcome = chain.run(transaction);
    assertThat(outcome.status()).isEqualTo(expected);
    assertThat(outcome.operationCount()).isZero();
    assertThat(outcome.operations().isEmpty()).isTrue();
    assertThat(chain.cell()).isEqualTo(cell);
    assertThat(chain.gold(ALICE)).isEqualTo(gold);
    assertThat(chain.state().laneNonce(ALICE, 0)).isEqualTo(nonce + 1);
  }
}
