package io.frond.core.transition;

import static io.frond.core.transition.ScriptModule.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frond.core.state.AccessLog;
import io.frond.core.state.Section;
import io.frond.core.state.StoredEntry;
import io.frond.core.transition.RandomBlocks.Recorded;
import io.frond.core.transition.ScriptModule.Op;
import io.frond.vm.DecodeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.tuweni.bytes.Bytes32;
import org.junit.jupiter.api.Test;

/** What a chain is depends on its blocks alone. */
class SameChainTest {
  @Test
  void theSecretThatHashesKeysChangesNothing() {
    for (int seed = 0; seed < 6; seed++) {
      RandomBlocks one = new RandomBlocks(seed, 1);
      RandomBlocks other = new RandomBlocks(seed, 0x7777_7777_7777L);
      for (int i = 0; i < 30; i++) {
        Recorded block = one.next();
        Recorded same = other.next();
        assertThat(same.post()).isEqualTo(block.post());
        assertThat(same.executed().results()).isEqualTo(block.executed().results());
        assertThat(same.witness().encode()).isEqualTo(block.witness().encode());
      }
    }
  }

  @Test
  void aChainRestoredFromItsEntriesGoesOnAsTheOther() {
    for (int seed = 0; seed < 5; seed++) {
      RandomBlocks going = new RandomBlocks(seed, 1);
      RandomBlocks restored = new RandomBlocks(seed, 2);
      for (int i = 0; i < 30; i++) {
        Recorded block = going.next();
        if (i % 5 == 0) {
          restore(restored.chain(), entries(restored.chain().state(), seed + i));
        }
        assertThat(restored.next().post()).isEqualTo(block.post());
      }
    }
  }

  private static void restore(TestChain chain, List<StoredEntry> entries) {
    Bytes32 root = chain.state().stateRoot();
    chain.restore(entries);
    assertThat(chain.state().stateRoot()).isEqualTo(root);
  }

  private static List<StoredEntry> entries(ChainState state, int shuffle) {
    List<StoredEntry> entries = new ArrayList<>();
    state.forEachEntry(entries::add);
    Collections.shuffle(entries, new Random(shuffle));
    return entries;
  }

  @Test
  void anEntryOfNoItemOfTheChainIsNotRestored() {
    TestChain chain = TestChain.create();
    for (StoredEntry foreign :
        List.of(
            new StoredEntry(Section.MODULE, new byte[] {1, 3, 'x', 'y', 'z', 0}, new byte[8]),
            new StoredEntry(Section.MODULE, new byte[] {}, new byte[8]),
            new StoredEntry(Section.LEDGER, new byte[] {9}, new byte[8]))) {
      assertThatThrownBy(
              () -> ChainState.restore(chain.rules(), List.of(foreign), AccessLog.off(), 0))
          .isInstanceOf(DecodeException.class);
    }
  }

  @Test
  void aBlockGivenUpLeavesNoTrace() {
    RandomBlocks blocks = new RandomBlocks(8, 1);
    RandomBlocks undisturbed = new RandomBlocks(8, 1);
    for (int i = 0; i < 25; i++) {
      TestChain chain = blocks.chain();
      Bytes32 before = chain.state().stateRoot();
      BlockExecution given = chain.transition().begin(chain.state(), chain.nextStart());
      Inclusion unused =
          given.include(
              chain.verified(
                  chain
                      .from(TestChain.account(1))
                      .nonce(0)
                      .script(step(Op.SET, 9, 9), step(Op.SORTED_PUT, 3, 3), step(Op.PUT, 1, 1))));
      given.abandon();
      assertThat(chain.state().stateRoot()).isEqualTo(before);
      assertThat(blocks.next().post()).isEqualTo(undisturbed.next().post());
    }
  }

  @Test
  void theGenesisRootIsTheSameForEverySecretAndInstance() {
    ChainRules rules = ChainRules.of(TestChain.definition());
    assertThat(ChainState.genesis(rules, 1).root().genesisHash(rules.suite()))
        .isEqualTo(rules.genesisRoot());
    assertThat(ChainState.genesis(rules, -1).root().genesisHash(rules.suite()))
        .isEqualTo(rules.genesisRoot());
    assertThat(ChainRules.of(TestChain.definition()).domain()).isEqualTo(rules.domain());
    assertThat(ChainRules.of(TestChain.definition()).moduleDigest())
        .isEqualTo(rules.moduleDigest());
  }
}
