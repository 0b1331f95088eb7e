package io.frond.core.transition;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.outcome.Status;
import io.frond.core.transition.ScriptModule.Op;
import io.frond.core.transition.ScriptModule.Step;
import io.frond.vm.Account;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random sequences of module calls against naive books: a map for each thing, a copy for each
 * rollback. Whoever is not the sender never loses, the sender loses no more than was signed, and
 * nothing appears or vanishes.
 */
class LedgerAuthorityTest {
  private static final int ACCOUNTS = 5;
  private static final int SEQUENCES = 100_000;
  private static final int OF_A_WORLD = 500;
  private static final int OF_A_BLOCK = 50;
  private static final int SLOTS = 8;
  private static final List<Op> OPS =
      List.of(
          Op.PAY,
          Op.PAY,
          Op.OPEN_ESCROW,
          Op.LOCK,
          Op.RELEASE,
          Op.RELEASE_ALL,
          Op.OPEN_POOL,
          Op.ADD,
          Op.ADD,
          Op.POOL_PAY,
          Op.MINT,
          Op.BURN);

  /** Who holds what, and the module's escrows and pools by the slot that keeps their id. */
  private static final class Books {
    final Map<String, Long> amounts = new HashMap<>();
    final Map<Integer, String> slots = new HashMap<>();
    int created;

    Books copy() {
      Books copy = new Books();
      copy.amounts.putAll(amounts);
      copy.slots.putAll(slots);
      copy.created = created;
      return copy;
    }

    long of(String holder, long asset) {
      return amounts.getOrDefault(holder + "/" + asset, 0L);
    }

    boolean move(String from, String to, long asset, long quanta) {
      if (quanta < 1 || of(from, asset) < quanta) {
        return false;
      }
      amounts.merge(from + "/" + asset, -quanta, Long::sum);
      amounts.merge(to + "/" + asset, quanta, Long::sum);
      return true;
    }

    long total(long asset) {
      long sum = 0;
      for (Map.Entry<String, Long> entry : amounts.entrySet()) {
        sum += entry.getKey().endsWith("/" + asset) ? entry.getValue() : 0;
      }
      return sum;
    }
  }

  /** One transaction in the naive world. */
  private static final class Turn {
    final Books books;
    final String sender;
    final long[] limits;
    final List<String> pools = new ArrayList<>();

    Turn(Books books, String sender, long[] limits) {
      this.books = books;
      this.sender = sender;
      this.limits = limits.clone();
    }

    boolean run(List<Step> steps) {
      for (Step step : steps) {
        if (!run(step)) {
          return false;
        }
      }
      return pools.stream().noneMatch(this::isWithoutOwner);
    }

    private boolean isWithoutOwner(String pool) {
      return books.of(pool, 2) == 0 && books.of(pool, 0) + books.of(pool, 1) > 0;
    }

    private boolean run(Step step) {
      long asset = step.a() & 1;
      String to = step.to().toString();
      String held = books.slots.getOrDefault((int) step.a(), "");
      return switch (step.op()) {
        case PAY -> take(to, asset, step.b());
        case OPEN_ESCROW -> open("escrow" + asset, step) && take(last(step), asset, step.b());
        case OPEN_POOL -> open("pool", step);
        case LOCK -> isOpen(held) && take(held, assetOf(held), step.b());
        case RELEASE -> isOpen(held) && books.move(held, to, assetOf(held), step.b());
        case RELEASE_ALL ->
            isOpen(held) && books.move(held, to, assetOf(held), books.of(held, assetOf(held)));
        case ADD -> isPool(held) && take(held, asset, step.b());
        case POOL_PAY -> isPool(held) && books.move(held, to, asset, step.b());
        case MINT -> isPool(held) && shares(held, to, step.b());
        default -> isPool(held) && shares(held, sender, -step.b()) && step.b() > 0;
      };
    }

    private String last(Step step) {
      return books.slots.getOrDefault((int) step.a(), "");
    }

    private boolean open(String kind, Step step) {
      books.slots.put((int) step.a(), kind + "#" + books.created++);
      return true;
    }

    private boolean isOpen(String held) {
      return held.startsWith("escrow") && books.of(held, assetOf(held)) > 0;
    }

    private boolean isPool(String held) {
      if (held.startsWith("pool")) {
        pools.add(held);
      }
      return held.startsWith("pool");
    }

    private static long assetOf(String escrow) {
      return Character.digit(escrow.charAt("escrow".length()), 10);
    }

    private boolean take(String to, long asset, long quanta) {
      int limit = (int) asset;
      if (limits[limit] < quanta || !books.move(sender, to, asset, quanta)) {
        return false;
      }
      limits[limit] -= quanta;
      return true;
    }

    /**
     * Shares of a pool are a third asset here: what an account has, and under the pool their sum.
     */
    private boolean shares(String pool, String account, long change) {
      String mine = account + "@" + pool;
      if (change == 0 || books.of(mine, 2) + change < 0) {
        return false;
      }
      books.amounts.merge(mine + "/2", change, Long::sum);
      books.amounts.merge(pool + "/2", change, Long::sum);
      return true;
    }
  }

  @Test
  void noSequenceOfModuleCallsMovesValueBeyondTheSignedLimitsAnEscrowOrAPool() {
    Random random = new Random(20_261_122);
    int succeeded = 0;
    for (int done = 0; done < SEQUENCES; done += OF_A_WORLD) {
      succeeded += world(random);
    }
    assertThat(succeeded).as("sequences that ran to their end").isGreaterThan(SEQUENCES / 10);
  }

  /** Plays a world of its own, so that value does not all end in pools that nobody empties. */
  private int world(Random random) {
    TestChain chain = TestChain.create().funded(ACCOUNTS);
    Books books = new Books();
    nonces.clear();
    for (int i = 1; i <= ACCOUNTS; i++) {
      books.amounts.put(TestChain.account(i) + "/0", 10_000L);
      books.amounts.put(TestChain.account(i) + "/1", 10_000L);
    }
    int succeeded = 0;
    for (int done = 0; done < OF_A_WORLD; done += OF_A_BLOCK) {
      BlockExecution execution = chain.transition().begin(chain.state(), chain.nextStart());
      Map<Account, Long> inBlock = new HashMap<>();
      for (int i = 0; i < OF_A_BLOCK; i++) {
        succeeded += sequence(random, chain, execution, books, inBlock) ? 1 : 0;
      }
      ExecutedBlock unused = chain.finish(execution);
      nonces.putAll(inBlock);
      compare(chain, books);
    }
    return succeeded;
  }

  private final Map<Account, Long> nonces = new HashMap<>();

  private boolean sequence(
      Random random,
      TestChain chain,
      BlockExecution execution,
      Books books,
      Map<Account, Long> inBlock) {
    Account sender = TestChain.account(1 + random.nextInt(ACCOUNTS));
    long nonce = inBlock.getOrDefault(sender, nonces.getOrDefault(sender, 0L));
    inBlock.put(sender, nonce + 1);
    long[] limits = {random.nextInt(400), random.nextInt(400)};
    TestChain.Draft draft = chain.from(sender).nonce(nonce);
    for (int asset = 0; asset < limits.length; asset++) {
      if (limits[asset] > 0) {
        draft.spend(asset == 0 ? TestChain.GOLD_INDEX : TestChain.GEM_INDEX, limits[asset]);
      }
    }
    List<Step> steps = steps(random);
    Books before = books.copy();
    boolean expected = new Turn(books, sender.toString(), limits).run(steps);
    if (!expected) {
      books.amounts.clear();
      books.amounts.putAll(before.amounts);
      books.slots.clear();
      books.slots.putAll(before.slots);
    }
    Inclusion inclusion =
        execution.include(chain.verified(draft.script(steps.toArray(new Step[0]))));
    Status status = ((Inclusion.Included) inclusion).result().outcome().status();
    assertThat(status.isSuccess()).as("%s by %s: %s", steps, sender, status).isEqualTo(expected);
    return expected;
  }

  private static List<Step> steps(Random random) {
    List<Step> steps = new ArrayList<>();
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      Op op = OPS.get(random.nextInt(OPS.size()));
      long quanta = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(120);
      Account to = TestChain.account(1 + random.nextInt(ACCOUNTS));
      int slot = random.nextInt(SLOTS);
      steps.add(ScriptModule.step(op, slot, quanta, to));
      if (op == Op.ADD || op == Op.OPEN_POOL) {
        steps.add(ScriptModule.step(Op.MINT, slot, 1 + random.nextInt(9), to));
      }
    }
    return steps;
  }

  private static void compare(TestChain chain, Books books) {
    for (int i = 1; i <= ACCOUNTS; i++) {
      Account account = TestChain.account(i);
      assertThat(chain.gold(account)).isEqualTo(books.of(account.toString(), 0));
      assertThat(chain.gems(account)).isEqualTo(books.of(account.toString(), 1));
    }
    assertThat(books.total(0)).isEqualTo(ACCOUNTS * 10_000L);
    assertThat(books.total(1)).isEqualTo(ACCOUNTS * 10_000L);
  }
}
