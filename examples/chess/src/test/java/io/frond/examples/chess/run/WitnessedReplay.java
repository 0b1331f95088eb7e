package io.frond.examples.chess.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.frond.core.batch.Batch;
import io.frond.core.batch.BatchHeader;
import io.frond.core.inbox.InboxEntry;
import io.frond.core.parent.ParentReader;
import io.frond.core.state.StateWitness;
import io.frond.core.state.WitnessRecorder;
import io.frond.core.transition.Block;
import io.frond.core.transition.BlockResult;
import io.frond.core.transition.ChainRules;
import io.frond.core.transition.ChainState;
import io.frond.core.transition.StateTransition;
import io.frond.core.transition.WitnessExecution;
import io.frond.core.tx.SignatureScheme;
import io.frond.core.tx.TransactionVerifier;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Executes every published block twice: on the whole state, which gives the witness, and then from
 * the bytes of that witness alone.
 */
final class WitnessedReplay {
  private final ParentReader parent;
  private final ChainRules rules;
  private final StateTransition transition;
  private final WitnessRecorder recorder = new WitnessRecorder();
  private final ChainState state;
  private long blocks;

  WitnessedReplay(ParentReader parent, ChainRules rules, SignatureScheme scheme) {
    this.parent = parent;
    this.rules = rules;
    this.transition = new StateTransition(TransactionVerifier.of(rules.transactionRules(), scheme));
    this.state = ChainState.genesis(rules, recorder, 7);
  }

  /** Replays all there is; gives the number of blocks. */
  long run() {
    long last = parent.settlement().batches().lastCommitted();
    for (long number = 1; number <= last; number++) {
      BatchHeader header = BatchHeader.decode(parent.batch(number).orElseThrow().header());
      Batch batch = Batch.decode(parent.published(header.dataCommitment()).orElseThrow());
      for (int index = 0; index < batch.blocks().size(); index++) {
        replay(batch, index);
      }
    }
    return blocks;
  }

  private void replay(Batch batch, int index) {
    long number = batch.header().position().number();
    boolean isFirst = index == 0;
    Block block = Block.decode(rules.format(), batch.blocks().get(index).data());
    List<InboxEntry> entries =
        parent.inboxEntries(state.head().inbox().next(), block.inboxEntries(), 0).stream()
            .map(InboxEntry::decode)
            .toList();
    Bytes32 preRoot = state.stateRoot();
    recorder.start();
    BlockResult.Executed executed =
        (BlockResult.Executed) transition.execute(state, block, number, isFirst, entries);
    Bytes witness =
        recorder.witness(state.fullTrees().orElseThrow(), executed.block().changes()).encode();
    Bytes32 root = executed.execution().commit(executed.block());
    assertThat(root).isEqualTo(batch.blocks().get(index).postRoot());
    WitnessExecution.Result alone =
        new WitnessExecution(rules, transition)
            .execute(
                StateWitness.decode(rules.suite(), witness),
                preRoot,
                block,
                number,
                isFirst,
                entries);
    assertThat(alone).isInstanceOf(WitnessExecution.Result.Executed.class);
    assertThat(((WitnessExecution.Result.Executed) alone).postRoot()).isEqualTo(root);
    blocks++;
  }
}
