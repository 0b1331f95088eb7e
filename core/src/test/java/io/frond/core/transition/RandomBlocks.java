package io.frond.core.transition;

import static io.frond.core.transition.ScriptModule.caught;
import static io.frond.core.transition.ScriptModule.step;

import io.frond.core.inbox.ExitSelector;
import io.frond.core.inbox.InboxEntry;
import io.frond.core.inbox.InboxPayload;
import io.frond.core.state.FullStateTrees;
import io.frond.core.state.StateWitness;
import io.frond.core.state.WitnessRecorder;
import io.frond.core.transition.ScriptModule.Op;
import io.frond.core.transition.ScriptModule.Step;
import io.frond.core.tx.Nonce;
import io.frond.core.tx.SignedTransaction;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** Random blocks over the script module, from one seed, with the witness of each. */
public final class RandomBlocks {
  private static final int PLAYERS = 5;
  private static final int KEYS = 12;
  private static final Op[] OPS = Op.values();

  private final SplittableRandom random;
  private final WitnessRecorder recorder = new WitnessRecorder();
  private final TestChain chain;

  public RandomBlocks(long seed, long secret) {
    random = new SplittableRandom(seed);
    chain = TestChain.recording(recorder, secret);
  }

  /**
   * One block that ran.
   *
   * @param pre the state root before it
   * @param post the state root after it
   */
  public record Recorded(
      Block block,
      List<InboxEntry> entries,
      long batch,
      boolean firstOfBatch,
      Bytes32 pre,
      Bytes32 post,
      StateWitness witness,
      ExecutedBlock executed) {}

  public TestChain chain() {
    return chain;
  }

  /** Makes, runs and commits the next block. */
  public Recorded next() {
    if (random.nextInt(4) == 0) {
      chain.nextBatch();
    }
    List<InboxEntry> entries = entries();
    Block block = chain.block(transactions(entries.isEmpty() ? 1 : 0), entries.size());
    return run(block, entries);
  }

  /** Runs and commits this block. */
  public Recorded run(Block block, List<InboxEntry> entries) {
    Bytes32 pre = chain.state().stateRoot();
    recorder.start();
    BlockResult result =
        chain
            .transition()
            .execute(chain.state(), block, chain.batch(), chain.firstOfBatch(), entries);
    recorder.stop();
    if (!(result instanceof BlockResult.Executed executed)) {
      throw new AssertionError(result);
    }
    FullStateTrees trees = chain.state().fullTrees().orElseThrow();
    StateWitness witness = recorder.witness(trees, executed.block().changes());
    Bytes32 post = executed.execution().commit(executed.block());
    Recorded recorded =
        new Recorded(
            block,
            entries,
            chain.batch(),
            chain.firstOfBatch(),
            pre,
            post,
            witness,
            executed.block());
    chain.passed();
    return recorded;
  }

  private List<InboxEntry> entries() {
    List<InboxEntry> entries = new ArrayList<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      entries.add(chain.enqueue(payload()));
    }
    return entries;
  }

  private InboxPayload payload() {
    Account player = player();
    return switch (random.nextInt(10)) {
      case 0 -> new InboxPayload.ForcedExit(player, ExitSelector.all());
      case 1 -> new InboxPayload.ForcedExit(player, new ExitSelector.OfAsset(asset()));
      case 2 -> new InboxPayload.ForcedExit(player, new ExitSelector.OfItem(swords(), item()));
      case 3 -> new InboxPayload.RevokeSessions(player);
      case 4 -> new InboxPayload.Message(player, Bytes.repeat((byte) 1, random.nextInt(9)));
      case 5 -> new InboxPayload.Deposit(swords(), item(), 1, player);
      case 6 -> forced(player);
      default -> InboxPayload.Deposit.of(asset(), 1 + random.nextInt(5_000), player);
    };
  }

  private InboxPayload forced(Account player) {
    if (random.nextInt(4) == 0) {
      return new InboxPayload.ForcedTransaction(Bytes.of(1, 2, 3));
    }
    long nonce = chain.state().forcedNonce(player) + random.nextInt(2);
    SignedTransaction signed =
        chain.from(player).nonce(new Nonce.Forced(nonce)).spend(0, 50).script(steps());
    return new InboxPayload.ForcedTransaction(chain.rules().format().encode(signed));
  }

  private List<SignedTransaction> transactions(int least) {
    Map<Account, Long> nonces = new TreeMap<>();
    List<SignedTransaction> transactions = new ArrayList<>();
    for (int count = least + random.nextInt(6); count > 0; count--) {
      Account sender = player();
      long nonce = nonces.computeIfAbsent(sender, known -> chain.state().laneNonce(known, 0));
      nonces.put(sender, nonce + 1);
      transactions.add(
          chain
              .from(sender)
              .nonce(nonce)
              .spend(TestChain.GOLD_INDEX, 1 + random.nextInt(3_000))
              .spend(TestChain.GEM_INDEX, 1 + random.nextInt(3_000))
              .spendItem(TestChain.SWORDS_INDEX, item())
              .script(steps()));
    }
    return transactions;
  }

  private Step[] steps() {
    Step[] steps = new Step[1 + random.nextInt(8)];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = randomStep();
    }
    return steps;
  }

  private Step randomStep() {
    Op op = OPS[random.nextInt(OPS.length)];
    boolean fails = op == Op.REVERT || op == Op.FAIL;
    if (fails && random.nextInt(3) > 0) {
      op = Op.SORTED_PUT;
    }
    long b = op == Op.SEND ? random.nextInt(4) : random.nextInt(KEYS) * 20L;
    Step step = step(op, random.nextInt(KEYS), b, player());
    return random.nextInt(3) == 0 ? step : caught(step);
  }

  private Account player() {
    return TestChain.account(1 + random.nextInt(PLAYERS));
  }

  private AssetId asset() {
    return random.nextBoolean() ? TestChain.GOLD : TestChain.GEM;
  }

  private static AssetId swords() {
    return TestChain.SWORDS;
  }

  private Bytes32 item() {
    return TestChain.item(20 + 20L * random.nextInt(KEYS));
  }
}
