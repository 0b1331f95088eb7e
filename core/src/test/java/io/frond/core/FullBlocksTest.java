package io.frond.core;

import static io.frond.core.ChainWorld.ALICE;
import static io.frond.core.ChainWorld.BOB;
import static io.frond.core.ChainWorld.included;
import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.admission.TransactionResult;
import io.frond.core.chain.BlockLimits;
import io.frond.core.log.ChainLog;
import io.frond.core.ordering.Receipt;
import io.frond.core.ordering.SignedReceipt;
import io.frond.core.transition.ChainRules;
import io.frond.core.tx.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.tuweni.bytes.Bytes;
import org.junit.jupiter.api.Test;

class FullBlocksTest {
  private static ChainRules rules(int transactions, int dataBytes, long steps) {
    return ChainRules.of(
        ChainWorld.definition(
            new BlockLimits(
                transactions,
                dataBytes,
                64,
                steps,
                steps / 4,
                Math.min(steps / 4, 100_000),
                1 << 16)));
  }

  private static List<SignedReceipt> receiptsOf(ChainWorld world, ChainRules rules, int count) {
    AppChain chain = world.open();
    List<CompletableFuture<TransactionResult>> results = submit(chain, rules, count);
    world.run(chain, 20);
    chain.close();
    return results.stream().map(result -> included(result).receipt()).toList();
  }

  private static List<CompletableFuture<TransactionResult>> submit(
      AppChain chain, ChainRules rules, int count) {
    List<CompletableFuture<TransactionResult>> results = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Bytes wire = ChainWorld.add(rules.transactionRules(), ALICE, i, 1);
      results.add(ChainWorld.submit(chain, wire));
    }
    return results;
  }

  private static List<Long> blocks(List<SignedReceipt> receipts) {
    return receipts.stream()
        .map(SignedReceipt::receipt)
        .map(Receipt::place)
        .map(Receipt.Place::block)
        .toList();
  }

  @Test
  void whatDoesNotFitABlockComesInTheNextInTheSameOrder() {
    ChainRules rules = rules(2, 1 << 20, 500_000_000);
    List<SignedReceipt> receipts = receiptsOf(new ChainWorld(1, rules), rules, 5);
    assertThat(blocks(receipts)).containsExactly(1L, 1L, 2L, 2L, 3L);
    assertThat(receipts)
        .extracting(receipt -> receipt.receipt().sequence())
        .containsExactly(0L, 1L, 2L, 3L, 4L);
  }

  @Test
  void theStepsOfABlockAreALimit() {
    // 2,100,000 for transactions, of which each wants 2,000,000 to be left and uses some 60,000.
    ChainRules rules = rules(100, 1 << 20, 2_800_000);
    List<SignedReceipt> receipts = receiptsOf(new ChainWorld(2, rules), rules, 7);
    assertThat(blocks(receipts)).containsExactly(1L, 1L, 2L, 2L, 3L, 3L, 4L);
  }

  @Test
  void theBytesOfABlockAreALimit() {
    ChainRules any = rules(100, 1 << 20, 500_000_000);
    int size = ChainWorld.add(any.transactionRules(), ALICE, 0, 1).size();
    for (int tooFew = 0; tooFew < 2; tooFew++) {
      ChainRules rules = rules(100, 96 + 2 * size - tooFew, 500_000_000);
      List<SignedReceipt> receipts = receiptsOf(new ChainWorld(3, rules), rules, 4);
      assertThat(blocks(receipts))
          .isEqualTo(tooFew == 0 ? List.of(1L, 1L, 2L, 2L) : List.of(1L, 2L, 3L, 4L));
    }
  }

  @Test
  void aTransactionThatNoBlockHasRoomForIsRefused() {
    ChainRules any = rules(100, 1 << 20, 500_000_000);
    int size = ChainWorld.add(any.transactionRules(), ALICE, 0, 1).size();
    ChainRules rules = rules(100, 96 + size - 1, 500_000_000);
    ChainWorld world = new ChainWorld(4, rules);
    AppChain chain = world.open();
    CompletableFuture<TransactionResult> result = submit(chain, rules, 1).get(0);
    world.run(chain, 2);
    assertThat(((TransactionResult.Refused) result.join()).refusal().code())
        .isEqualTo(RefusalCode.TOO_LARGE);
    chain.close();
  }

  @Test
  void underLoadSeveralBlocksShareOneSyncAndOneSignature() {
    ChainRules rules = rules(2, 1 << 20, 500_000_000);
    ChainOptions.Pace pace = new ChainOptions.Pace(10, 4, 100, 1_000, 100);
    ChainWorld world =
        new ChainWorld(5, rules)
            .options(new ChainOptions(pace, ChainWorld.OPTIONS.parent(), 1_000));
    CountingLog log = new CountingLog();
    AppChain chain = world.builder().log(log).open();
    List<CompletableFuture<TransactionResult>> results = submit(chain, rules, 8);
    world.environment().clock().advance(10);
    for (int i = 0; i < 4; i++) {
      assertThat(results).noneMatch(CompletableFuture::isDone);
      assertThat(chain.step()).isTrue();
    }
    assertThat(results).allMatch(CompletableFuture::isDone);
    assertThat(log.syncs).isEqualTo(1);
    assertThat(results.stream().map(result -> included(result).receipt().signature()).distinct())
        .hasSize(1);
    assertThat(blocks(results.stream().map(result -> included(result).receipt()).toList()))
        .containsExactly(1L, 1L, 2L, 2L, 3L, 3L, 4L, 4L);
    chain.close();
  }

  @Test
  void aBatchTakesSoManyEntriesAndNoMore() {
    ChainWorld world =
        new ChainWorld(6)
            .options(
                new ChainOptions(
                    ChainWorld.OPTIONS.pace(),
                    new ChainOptions.ParentTerms(0, 2, 2, 100, 50),
                    1_000));
    AppChain chain = world.open();
    for (int i = 0; i < 5; i++) {
      world.deposit(BOB.address(), 1);
    }
    world.parent().mine(1_000);
    world.run(chain, 130);
    assertThat(world.parent().everCommitted())
        .extracting(batch -> batch.header().inbox().to() - batch.header().inbox().from())
        .containsExactly(2L, 2L, 1L);
    chain.close();
  }

  private static final class CountingLog implements ChainLog {
    private final ChainLog log = ChainLog.inMemory();
    private int syncs;

    @Override
    public long append(Bytes record) {
      return log.append(record);
    }

    @Override
    public long sync() {
      syncs++;
      return log.sync();
    }

    @Override
    public long end() {
      return log.end();
    }

    @Override
    public void replay(long from, Visitor visitor) {
      log.replay(from, visitor);
    }

    @Override
    public void cut(long end) {
      log.cut(end);
    }

    @Override
    public void close() {
      log.close();
    }
  }
}
