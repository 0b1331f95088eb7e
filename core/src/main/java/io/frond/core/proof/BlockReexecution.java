package io.frond.core.proof;

import io.frond.core.batch.BatchHeader;
import io.frond.core.proof.Verdict.FraudKind;
import io.frond.core.state.StateWitness;
import io.frond.core.transition.Block;
import io.frond.core.transition.ChainRules;
import io.frond.core.transition.StateTransition;
import io.frond.core.transition.WitnessExecution;
import io.frond.core.tx.TransactionVerifier;
import io.frond.vm.DecodeException;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The verifier of a parent that can run the chain's modules: it executes the disputed block again,
 * from the witness alone, in a fresh state that shares nothing with anybody.
 */
public final class BlockReexecution implements BlockVerifier {
  private final ChainRules rules;
  private final StateTransition transition;

  /** Judges blocks of a chain with these rules. */
  public BlockReexecution(ChainRules rules, TransactionVerifier verifier) {
    this.rules = rules;
    this.transition = new StateTransition(verifier);
  }

  @Override
  public Verdict verify(BlockDispute dispute, ParentRecords records) {
    Block block;
    try {
      block = Block.decode(rules.format(), dispute.blockData());
    } catch (DecodeException undecodable) {
      return new Verdict.Fraud(FraudKind.DATA);
    }
    try {
      StateWitness witness = StateWitness.decode(rules.suite(), dispute.witness());
      return judge(dispute, new BlockExamination(rules.suite(), records), block, witness);
    } catch (RuntimeException refused) {
      // Total: whatever bytes and a module can provoke, nothing is proved by it.
      return new Verdict.WitnessRejected(String.valueOf(refused.getMessage()));
    }
  }

  private Verdict judge(
      BlockDispute dispute, BlockExamination examination, Block block, StateWitness witness) {
    if (!examination.isReferenceRight(block, dispute.oldestReference())) {
      return new Verdict.Fraud(FraudKind.REFERENCE);
    }
    BatchHeader header = dispute.header();
    long cursor = rules.headOf(witness).map(head -> head.inbox().next()).orElse(0L);
    WitnessExecution.Result result =
        new WitnessExecution(rules, transition)
            .execute(
                witness,
                dispute.roots().pre(),
                block,
                header.position().number(),
                dispute.blockIndex() == 0,
                examination.entries(header, cursor, block.inboxEntries()));
    if (result instanceof WitnessExecution.Result.Rejected rejected) {
      return new Verdict.WitnessRejected(rejected.reason());
    }
    if (result instanceof WitnessExecution.Result.Invalid invalid) {
      return new Verdict.Fraud(BlockExamination.kindOf(invalid.fault()));
    }
    if (result instanceof WitnessExecution.Result.Executed executed) {
      Bytes32 claimed = dispute.roots().post();
      return examination.compare(
          header, claimed, dispute.isLast(), executed.block(), executed.postRoot());
    }
    return new Verdict.Fraud(FraudKind.COVERAGE);
  }
}
