package io.frond.core.transition;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.ledger.CoverageException;
import io.frond.core.state.FullStateTrees;
import io.frond.core.state.StateChanges;
import io.frond.core.state.StateWitness;
import io.frond.core.state.WitnessEntry;
import io.frond.core.state.WitnessIncomplete;
import io.frond.core.state.WitnessRecorder;
import io.frond.core.state.WitnessStateSource;
import io.frond.core.transition.RandomBlocks.Recorded;
import io.frond.core.transition.WitnessExecution.Result;
import io.frond.vm.DecodeException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.tuweni.bytes.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A block runs from the bytes of its witness as it runs from the state, and from no other bytes.
 */
class WitnessExecutionTest {
  private static Result execute(ChainRules rules, TestChain chain, Recorded block, StateWitness w) {
    return new WitnessExecution(rules, chain.transition())
        .execute(
            w, block.pre(), block.block(), block.batch(), block.firstOfBatch(), block.entries());
  }

  private static Result executeBytes(TestChain chain, Recorded block, Bytes witness) {
    StateWitness decoded;
    try {
      decoded = StateWitness.decode(chain.rules().suite(), witness);
    } catch (DecodeException refused) {
      return new Result.Rejected(String.valueOf(refused.getMessage()));
    }
    return execute(chain.rules(), chain, block, decoded);
  }

  @Test
  void runningFromTheWitnessGivesTheSameRootAndOutcomes() {
    for (int seed = 0; seed < 8; seed++) {
      RandomBlocks blocks = new RandomBlocks(seed, seed * 31L);
      for (int i = 0; i < 30; i++) {
        Recorded block = blocks.next();
        Result result = executeBytes(blocks.chain(), block, block.witness().encode());
        assertThat(result).as("seed %d, block %d", seed, i).isInstanceOf(Result.Executed.class);
        Result.Executed executed = (Result.Executed) result;
        assertThat(executed.postRoot()).isEqualTo(block.post());
        assertThat(executed.block().results()).isEqualTo(block.executed().results());
        assertThat(executed.block().head()).isEqualTo(block.executed().head());
        assertThat(executed.block().withdrawals()).isEqualTo(block.executed().withdrawals());
      }
    }
  }

  @Test
  void aWitnessWithAnEntryLeftOutIsRejected() {
    mutateEntries((entries, at) -> entries.remove(at));
  }

  @Test
  void aWitnessWithAnEntryTwiceIsRejected() {
    mutateEntries((entries, at) -> entries.add(at, entries.get(at)));
  }

  @Test
  void aWitnessInAnotherOrderIsRejected() {
    mutateEntries((entries, at) -> entries.add(entries.remove(at)));
  }

  @Test
  void aWitnessThatCallsWhatIsThereAbsentIsRejected() {
    mutateEntries(
        (entries, at) ->
            entries.set(
                at, new WitnessEntry(entries.get(at).section(), entries.get(at).rawKey(), null)));
  }

  @Test
  void anEntryOfAnotherBlockMakesAWitnessSuperfluous() {
    RandomBlocks blocks = new RandomBlocks(5, 1);
    Recorded before = blocks.next();
    for (int i = 0; i < 20; i++) {
      Recorded block = blocks.next();
      for (WitnessEntry foreign : before.witness().entries()) {
        if (!block.witness().entries().contains(foreign)) {
          List<WitnessEntry> entries = new ArrayList<>(block.witness().entries());
          entries.add(foreign);
          assertRejected(blocks.chain(), block, entries);
        }
      }
      before = block;
    }
  }

  private interface Mutation {
    void apply(List<WitnessEntry> entries, int at);
  }

  private static void mutateEntries(Mutation mutation) {
    RandomBlocks blocks = new RandomBlocks(77, 3);
    for (int i = 0; i < 15; i++) {
      Recorded block = blocks.next();
      for (int at = 0; at < block.witness().entries().size(); at++) {
        List<WitnessEntry> entries = new ArrayList<>(block.witness().entries());
        mutation.apply(entries, at);
        if (!entries.equals(block.witness().entries())) {
          assertRejected(blocks.chain(), block, entries);
        }
      }
    }
  }

  private static void assertRejected(TestChain chain, Recorded block, List<WitnessEntry> entries) {
    StateWitness whole = block.witness();
    StateWitness mutated = new StateWitness(entries, whole.ledger(), whole.module(), whole.meta());
    assertThat(execute(chain.rules(), chain, block, mutated)).isInstanceOf(Result.Rejected.class);
  }

  @Test
  void aWitnessWithOneByteFlippedIsRejected() {
    RandomBlocks blocks = new RandomBlocks(3, 3);
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 5; i++) {
      Recorded block = blocks.next();
      byte[] bytes = block.witness().encode().toArray();
      for (int at = 0; at < bytes.length; at++) {
        byte was = bytes[at];
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        assertThat(executeBytes(blocks.chain(), block, Bytes.wrap(bytes)))
            .as("block %d, byte %d", i, at)
            .isInstanceOf(Result.Rejected.class);
        bytes[at] = was;
      }
    }
  }

  /**
   * The adversary leaves out an entry, sees which way the block takes then, and makes the witness
   * that is exactly right for that way.
   */
  @Test
  void noWitnessHidesAnEntryConsistently() {
    RandomBlocks blocks = new RandomBlocks(21, 3);
    RandomBlocks behind = new RandomBlocks(21, 4); // the same chain, one block behind
    for (int i = 0; i < 60; i++) {
      Recorded block = blocks.next();
      FullStateTrees before = behind.chain().state().fullTrees().orElseThrow();
      for (WitnessEntry hidden : block.witness().entries()) {
        List<WitnessEntry> entries = new ArrayList<>(block.witness().entries());
        entries.remove(hidden);
        StateWitness lie = witnessOfTheWayThroughThese(blocks.chain(), block, entries, before);
        if (lie != null && !lie.encode().equals(block.witness().encode())) {
          assertThat(execute(blocks.chain().rules(), blocks.chain(), block, lie))
              .isInstanceOf(Result.Rejected.class);
        }
      }
      Recorded same = behind.next();
      assertThat(same.post()).isEqualTo(block.post());
    }
  }

  private static @Nullable StateWitness witnessOfTheWayThroughThese(
      TestChain chain, Recorded block, List<WitnessEntry> entries, FullStateTrees before) {
    WitnessRecorder recorder = new WitnessRecorder();
    recorder.start();
    ChainState state =
        new ChainState(chain.rules(), before, new WitnessStateSource(entries), recorder, 0);
    try {
      BlockResult result =
          chain
              .transition()
              .execute(state, block.block(), block.batch(), block.firstOfBatch(), block.entries());
      StateChanges changes =
          result instanceof BlockResult.Executed executed
              ? executed.block().changes()
              : new StateChanges.Builder().build();
      return recorder.witness(before, changes);
    } catch (WitnessIncomplete | CoverageException stuck) {
      return null; // the module may have swallowed what is missing in the middle of a move
    }
  }

  @Test
  void theWitnessOfOneBlockIsNoneOfAnother() {
    RandomBlocks blocks = new RandomBlocks(4, 3);
    Recorded first = blocks.next();
    Recorded second = blocks.next();
    assertThat(executeBytes(blocks.chain(), second, first.witness().encode()))
        .isInstanceOf(Result.Rejected.class);
  }
}
