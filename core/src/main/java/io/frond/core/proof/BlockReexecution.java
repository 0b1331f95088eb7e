package io.frond.core.proof;

import io.frond.core.batch.BatchHeader;
import io.frond.core.batch.Head;
import io.frond.core.hash.TreeKind;
import io.frond.core.inbox.InboxEntry;
import io.frond.core.ledger.CoverageException;
import io.frond.core.parent.ParentBlock;
import io.frond.core.proof.Verdict.FraudKind;
import io.frond.core.state.StateWitness;
import io.frond.core.transition.Block;
import io.frond.core.transition.BlockFault;
import io.frond.core.transition.ChainRules;
import io.frond.core.transition.ExecutedBlock;
import io.frond.core.transition.StateTransition;
import io.frond.core.transition.WitnessExecution;
import io.frond.core.tx.TransactionVerifier;
import io.frond.vm.DecodeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
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
      return judge(dispute, records, block, witness);
    } catch (CoverageException broken) {
      return new Verdict.Fraud(FraudKind.COVERAGE);
    } catch (RuntimeException refused) {
      // Total: whatever bytes and a module can provoke, nothing is proved by it.
      return new Verdict.WitnessRejected(String.valueOf(refused.getMessage()));
    }
  }

  private Verdict judge(
      BlockDispute dispute, ParentRecords records, Block block, StateWitness witness) {
    if (!isReferenceRight(dispute, records, block)) {
      return new Verdict.Fraud(FraudKind.REFERENCE);
    }
    Optional<Head> before = rules.headOf(witness);
    long cursor = before.map(head -> head.inbox().next()).orElse(0L);
    Optional<List<InboxEntry>> entries = entries(dispute, records, cursor, block.inboxEntries());
    WitnessExecution execution = new WitnessExecution(rules, transition);
    WitnessExecution.Result result =
        execution.execute(
            witness,
            dispute.roots().pre(),
            block,
            dispute.header().position().number(),
            dispute.blockIndex() == 0,
            entries.orElse(List.of()));
    if (result instanceof WitnessExecution.Result.Rejected rejected) {
      return new Verdict.WitnessRejected(rejected.reason());
    }
    if (result instanceof WitnessExecution.Result.Invalid invalid) {
      return new Verdict.Fraud(kindOf(invalid.fault()));
    }
    return compare(dispute, (WitnessExecution.Result.Executed) result);
  }

  private static boolean isReferenceRight(
      BlockDispute dispute, ParentRecords records, Block block) {
    if (block.reference().height() < dispute.oldestReference()) {
      return false;
    }
    ParentBlock known = records.at(block.reference().height()).orElse(null);
    return known != null
        && known.hash().equals(block.reference().hash())
        && known.timeMs() == block.referenceTimeMs();
  }

  /** The entries that the block says it consumes; empty if the batch or the inbox ends before. */
  private static Optional<List<InboxEntry>> entries(
      BlockDispute dispute, ParentRecords records, long from, int count) {
    if (from + count > dispute.header().inbox().to()) {
      return Optional.empty();
    }
    List<InboxEntry> entries = new ArrayList<>();
    for (long index = from; index < from + count; index++) {
      Optional<Bytes> encoded = records.inboxEntry(index);
      if (encoded.isEmpty()) {
        return Optional.empty();
      }
      entries.add(InboxEntry.decode(encoded.get()));
    }
    return Optional.of(entries);
  }

  private Verdict compare(BlockDispute dispute, WitnessExecution.Result.Executed executed) {
    if (!executed.postRoot().equals(dispute.roots().post())) {
      return new Verdict.Fraud(FraudKind.ROOT);
    }
    if (dispute.isLast() && !isHeaderOf(dispute.header(), executed.block(), executed.postRoot())) {
      return new Verdict.Fraud(FraudKind.HEADER);
    }
    return new Verdict.Valid();
  }

  /** Whether the header says of its last block what that block's state says. */
  private boolean isHeaderOf(BatchHeader header, ExecutedBlock block, Bytes32 postRoot) {
    Head head = block.head();
    Bytes32 withdrawals = head.withdrawals().root(rules.suite(), TreeKind.WITHDRAWALS);
    return header.state().post().equals(postRoot)
        && header.blocks().last() == head.blockNumber()
        && header.inbox().to() == head.inbox().next()
        && header.inbox().rollingHash().equals(head.inbox().rollingHash())
        && header.withdrawals().count() == head.withdrawals().count()
        && header.withdrawals().root().equals(withdrawals)
        && header.withdrawals().totals().equals(head.totals())
        && header.outboxRoot().equals(head.outboxRoot())
        && header.reference().equals(head.reference())
        && header.timeMs() == head.timeMs();
  }

  private static FraudKind kindOf(BlockFault fault) {
    return switch (fault.kind()) {
      case UNDECODABLE -> FraudKind.DATA;
      case NUMBER, TIME -> FraudKind.SEQUENCE;
      case REFERENCE -> FraudKind.REFERENCE;
      case LIMIT, WITHDRAWALS, EMPTY -> FraudKind.LIMIT;
      case INBOX -> FraudKind.INBOX;
      case TRANSACTION -> FraudKind.TRANSACTION;
    };
  }
}
