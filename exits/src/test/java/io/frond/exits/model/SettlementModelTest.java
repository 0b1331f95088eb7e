package io.frond.exits.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.ordering.TrustLabel;
import io.frond.core.parent.SettlementStatus;
import io.frond.exits.settlement.SettlementParams;
import io.frond.exits.settlement.SettlementView;
import io.frond.exits.settlement.World;
import io.frond.vm.Account;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The settlement and the naive model agree, on every answer and on every book. A failure prints the
 * seed of its trace and the trace.
 */
class SettlementModelTest {
  private static final long TRACES = 100_000;
  private static final SettlementParams TIGHT =
      new SettlementParams(
          TrustLabel.REEXECUTION,
          new SettlementParams.Deadlines(2, 6, 24, 7, 0, 5),
          new SettlementParams.Capacity(1, 3, 2),
          new SettlementParams.Protection(60, 0, 15, 0, 0));

  @Test
  void theSettlementDoesWhatTheNaiveModelDoes() {
    Map<String, LongAdder> reached = new ConcurrentSkipListMap<>();
    LongStream.range(0, TRACES).parallel().forEach(seed -> run(seed, reached));
    requireReach(reached);
  }

  @Test
  @Tag("deep")
  void theSettlementDoesWhatTheNaiveModelDoesForLong() {
    Map<String, LongAdder> reached = new ConcurrentSkipListMap<>();
    LongStream.range(1_000_000, 3_000_000).parallel().forEach(seed -> run(seed, reached));
  }

  private static void run(long seed, Map<String, LongAdder> reached) {
    SplittableRandom random = new SplittableRandom(seed);
    SettlementParams params = seed % 2 == 0 ? SettlementParams.IN_PROCESS : TIGHT;
    World world = new World(World.config(params));
    ReferenceModel model = model(params);
    endow(world, model);
    TraceGenerator generator = new TraceGenerator(random, model);
    TraceRunner runner = new TraceRunner(world);
    List<Action> trace = new ArrayList<>();
    int length = 20 + random.nextInt(41);
    try {
      for (int i = 0; i < length; i++) {
        Action action = generator.next();
        trace.add(action);
        String expected = model.apply(action);
        String actual = runner.run(action);
        if (!actual.equals(expected)) {
          throw new AssertionError("expected " + expected + ", actual " + actual);
        }
        count(reached, action.getClass().getSimpleName() + " " + expected);
        if (action instanceof Action.Escape a && expected.equals(ReferenceModel.OK)) {
          Stake stake = model.all.get(a.batch()).says.stakes().get(a.claim());
          count(reached, "escaped " + stake.getClass().getSimpleName());
        }
        if (action instanceof Action.Commit && expected.equals(ReferenceModel.OK)) {
          generator.committed();
        }
        compareProgress(world, model);
        if (i % 8 == 7) {
          compareBooks(world, model, generator);
        }
      }
      compareBooks(world, model, generator);
      compareTokens(world, model);
      count(reached, "world " + model.mode);
      if (model.all.stream().anyMatch(batch -> batch.culprit >= 0)) {
        count(reached, "world rewound");
      }
    } catch (AssertionError | RuntimeException e) {
      StringBuilder story = new StringBuilder("seed " + seed + "\n");
      trace.forEach(action -> story.append(action).append('\n'));
      throw new AssertionError(story.append(e).toString(), e);
    }
  }

  /** A trace that never gets anywhere proves nothing. */
  private static void requireReach(Map<String, LongAdder> reached) {
    Map.of(
            "world FROZEN", TRACES / 20,
            "world rewound", TRACES / 20,
            "escaped Balances", TRACES / 100,
            "escaped Item", TRACES / 400,
            "escaped Share", TRACES / 400,
            "escaped Escrow", TRACES / 400,
            "escaped Residual", TRACES / 400,
            "SettleBond OK", TRACES / 400,
            "Withdraw OK", TRACES / 100)
        .forEach(
            (what, least) ->
                assertThat(reached.getOrDefault(what, new LongAdder()).sum())
                    .as(what)
                    .isGreaterThanOrEqualTo(least));
  }

  private static void count(Map<String, LongAdder> reached, String what) {
    reached.computeIfAbsent(what, key -> new LongAdder()).increment();
  }

  private static ReferenceModel model(SettlementParams params) {
    SettlementParams.Deadlines d = params.deadlines();
    SettlementParams.Capacity c = params.capacity();
    return new ReferenceModel(
        new ReferenceModel.Times(
            d.confirmations(),
            d.inclusion(),
            d.freeze(),
            d.window(),
            d.maxLag(),
            c.entriesPerBlock(),
            c.maxBatchEntries(),
            c.maxPending(),
            params.protection().fraudWindow(),
            World.BASE_FEE,
            World.BOND));
  }

  private static void endow(World world, ReferenceModel model) {
    for (int account = 0; account < 4; account++) {
      model.tokens.put(account + "/0", 1_000_000L);
      model.tokens.put(account + "/1", 100_000L);
      model.tokens.put(account + "/4", account < 2 ? 900_000L : 1_000_000L);
      model.owners.put("2/" + account, account);
      world.bank.setOwner(
          World.RELIC, TraceRunner.item(account), TraceRunner.ACCOUNTS.get(account));
    }
    for (int operator = 0; operator < 2; operator++) {
      model.funds.put(operator, 100_000L);
    }
    model.tokens.put(ReferenceModel.CUSTODIAN + "/4", 200_000L);
  }

  private static void compareProgress(World world, ReferenceModel model) {
    SettlementStatus status = world.view().status(world.now);
    if (status.mode().name().equals(model.mode)
        && status.epoch() == model.epoch
        && status.batches().lastCommitted() == model.chain.size()
        && status.batches().lastFinal() == model.lastFinal
        && status.inbox().length() == model.entries.size()
        && status.inbox().committedTo() == model.committedTo
        && status.inbox().finalizedTo() == model.finalizedTo
        && world.view().isProposerOpen() == model.proposerOpen) {
      return;
    }
    throw new AssertionError("progress differs: " + status + " " + model.mode + model.epoch);
  }

  private static void compareBooks(World world, ReferenceModel model, TraceGenerator generator) {
    SettlementView view = world.view();
    for (int asset = 0; asset < 2; asset++) {
      SettlementView.AssetBooks books = view.books(TraceRunner.ASSETS.get(asset));
      same("custody", books.custody(), model.custody[asset]);
      same("credits", books.credits(), model.credits(asset));
      same("open", books.openWithdrawals(), model.opened(asset));
      same("pending", books.pendingDeposits(), model.pendingDeposits(asset, model.finalizedTo));
      same("free", books.free(), model.free(asset));
      ChainState last = generator.finalState();
      if (last != null) {
        same("claims", books.free(), last.coverage(asset) - model.escaped[asset]);
      }
      for (int account = 0; account < ChainState.USERS; account++) {
        same(
            "credit",
            view.credit(TraceRunner.ACCOUNTS.get(account), TraceRunner.ASSETS.get(asset)),
            model.credits.getOrDefault(account + "/" + asset, 0L));
      }
    }
    for (int account = 0; account < ChainState.USERS; account++) {
      same(
          "funds",
          view.funds(TraceRunner.ACCOUNTS.get(account)),
          model.funds.getOrDefault(account, 0L));
    }
    same("burned", view.burned(), model.burned);
    for (int i = 0; i < model.entries.size(); i++) {
      same("due", view.entry(i).orElseThrow().due(), model.entries.get(i).due);
    }
  }

  private static void compareTokens(World world, ReferenceModel model) {
    BigInteger held = world.bank.balance(World.CUSTODIAN, World.SILVER);
    same("silver held", held.longValueExact(), 10 * model.custody[1]);
    for (int account = 0; account < 4; account++) {
      Account holder = TraceRunner.ACCOUNTS.get(account);
      same(
          "gold",
          world.bank.balance(holder, World.GOLD).longValueExact(),
          model.tokens(account, 0));
      same(
          "native",
          world.bank.balance(holder, World.NATIVE).longValueExact(),
          model.tokens(account, 4));
    }
    for (int asset = 2; asset < 4; asset++) {
      for (int item = 0; item < 4; item++) {
        String state = model.items.getOrDefault(asset + "/" + item, "");
        Optional<Integer> credited =
            state.startsWith("credit ")
                ? Optional.of(Integer.parseInt(state.split(" ", -1)[1]))
                : Optional.empty();
        assertThat(world.view().creditedItem(TraceRunner.ASSETS.get(asset), TraceRunner.item(item)))
            .isEqualTo(credited.map(TraceRunner.ACCOUNTS::get));
      }
    }
  }

  private static void same(String what, long actual, long expected) {
    if (actual != expected) {
      throw new AssertionError(what + ": expected " + expected + ", actual " + actual);
    }
  }
}
