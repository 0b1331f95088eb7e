package io.frond.core;

import static io.frond.core.ChainWorld.ALICE;
import static io.frond.core.ChainWorld.BOB;
import static io.frond.core.ChainWorld.add;
import static io.frond.core.ChainWorld.included;
import static io.frond.core.ChainWorld.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.core.admission.TransactionResult;
import io.frond.core.ordering.SignedReceipt;
import io.frond.core.outcome.Status;
import io.frond.core.settling.ChainEvent;
import io.frond.core.tx.RefusalCode;
import io.frond.core.tx.SignatureSchemes;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AppChainTest {
  @Test
  void aTransactionIsExecutedPromisedAndSettled() {
    ChainWorld world = new ChainWorld(1);
    AppChain chain = world.open();
    CompletableFuture<TransactionResult> result = submit(chain, add(ALICE, 0, 5));
    world.run(chain, 1);
    TransactionResult.Included included = included(result);
    assertThat(included.outcome().status()).isEqualTo(new Status.Success());
    assertThat(ChainWorld.sum(chain)).isEqualTo(5);
    SignedReceipt receipt = included.receipt();
    assertThat(
            receipt.verify(
                ChainWorld.SUITE,
                ChainWorld.SIGNING,
                SignatureSchemes.bouncyCastle(),
                chain.operator()))
        .isTrue();
    world.run(chain, 120);
    assertThat(world.parent().committedCount()).isEqualTo(1);
    assertThat(world.events())
        .anyMatch(event -> event.equals(new ChainEvent.Finalized(1)))
        .noneMatch(event -> event instanceof ChainEvent.NotCommitted);
    chain.close();
  }

  @Test
  void anIdleChainMakesNoBlocks() {
    ChainWorld world = new ChainWorld(2);
    AppChain chain = world.open();
    world.run(chain, 500);
    assertThat(chain.blockNumber()).isZero();
    assertThat(world.parent().committedCount()).isZero();
    chain.close();
  }

  @Test
  void theBuilderNamesEverythingThatIsMissingInOneMessage() {
    assertThatThrownBy(() -> AppChain.builder().open())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "chain: still to be given [rules, environment, parent, data, proofs,"
                + " signatures, operator, admission, ordering, log, states, options]");
  }

  @Test
  void inboxEntriesComeBeforeTransactions() {
    ChainWorld world = new ChainWorld(3);
    AppChain chain = world.open();
    world.deposit(ALICE.address(), 70);
    world.parent().mine(1_000);
    CompletableFuture<TransactionResult> result = submit(chain, add(BOB, 0, 1));
    world.run(chain, 1);
    assertThat(included(result).receipt().receipt().place().position()).isEqualTo(1);
    chain.close();
  }

  @Test
  void aTransactionAheadOfItsNonceWaitsForTheOneBefore() {
    ChainWorld world = new ChainWorld(4);
    AppChain chain = world.open();
    CompletableFuture<TransactionResult> third = submit(chain, add(ALICE, 2, 100));
    CompletableFuture<TransactionResult> second = submit(chain, add(ALICE, 1, 10));
    world.run(chain, 2);
    assertThat(second).isNotDone();
    CompletableFuture<TransactionResult> first = submit(chain, add(ALICE, 0, 1));
    world.run(chain, 1);
    assertThat(included(first).receipt().receipt().sequence()).isEqualTo(0);
    assertThat(included(second).receipt().receipt().sequence()).isEqualTo(1);
    assertThat(included(third).receipt().receipt().sequence()).isEqualTo(2);
    assertThat(ChainWorld.sum(chain)).isEqualTo(111);
    chain.close();
  }

  @Test
  void aUsedNonceIsRefused() {
    ChainWorld world = new ChainWorld(5);
    AppChain chain = world.open();
    var unused = submit(chain, add(ALICE, 0, 1));
    CompletableFuture<TransactionResult> again = submit(chain, add(ALICE, 0, 2));
    world.run(chain, 1);
    assertThat(((TransactionResult.Refused) again.join()).refusal().code())
        .isEqualTo(RefusalCode.NONCE_USED);
    chain.close();
  }
}
