package io.frond.core.sequencing;

import io.frond.core.admission.TransactionResult;
import io.frond.core.hash.CompleteTree;
import io.frond.core.hash.HashSuite;
import io.frond.core.hash.TreeKind;
import io.frond.core.journal.JournalRecord.GroupRecord;
import io.frond.core.journal.JournalRecord.ReceiptTail;
import io.frond.core.journal.JournalRecord.SilenceRecord;
import io.frond.core.log.ChainLog;
import io.frond.core.ordering.Receipt;
import io.frond.core.ordering.ReceiptGroup;
import io.frond.core.ordering.SignedReceipt;
import io.frond.core.ordering.TrustLabel;
import io.frond.core.transition.ExecutedBlock;
import io.frond.core.tx.Signature;
import io.frond.core.tx.Signer;
import io.frond.core.tx.SigningDomain;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Promises blocks: several blocks, then the record that ends their group, then one sync, then one
 * signature, and only then the receipts go out. So nothing is signed that a crash could take back,
 * and what a group says is in the log: after a crash it is signed again as it was or not at all.
 */
public final class GroupCommit {
  private final HashSuite suite;
  private final SigningDomain domain;
  private final Signer operator;
  private final TrustLabel label;
  private final ChainLog log;
  private final List<ProducedBlock> blocks = new ArrayList<>();
  private int results;
  private ReceiptTail tail;

  /**
   * Goes on from where receipts had come to.
   *
   * @param label of every receipt
   * @param tail the end of the last group in the log
   */
  public GroupCommit(
      HashSuite suite,
      SigningDomain domain,
      Signer operator,
      TrustLabel label,
      ChainLog log,
      ReceiptTail tail) {
    this.suite = suite;
    this.domain = domain;
    this.operator = operator;
    this.label = label;
    this.log = log;
    this.tail = tail;
  }

  /** How far receipts have come. */
  public ReceiptTail tail() {
    return tail;
  }

  /** Signs nothing any more in this epoch, also after a restart. */
  public void silence(long epoch) {
    log.append(new SilenceRecord(epoch).encode());
    log.sync();
    tail = tail.silencedIn(epoch);
  }

  /** How many blocks wait for the end of their group. */
  public int blockCount() {
    return blocks.size();
  }

  /** Whether a block of so many results still fits the group. */
  public boolean hasRoomFor(int more) {
    return results + more <= CompleteTree.MAX_LEAVES;
  }

  /** Writes a block; nobody is told of it yet. */
  public void add(ProducedBlock block) {
    log.append(block.record().encode());
    blocks.add(block);
    results += block.promised().size();
  }

  /**
   * Ends the group: writes its record, syncs, signs, and gives everybody their receipts. Does
   * nothing if no block waits. In an epoch in which nothing may be promised it signs nothing.
   *
   * @param epoch the settlement's epoch
   * @param deadline on the operator's clock, by when the batches of these blocks are on the parent
   */
  public void close(long epoch, long deadline) {
    if (blocks.isEmpty()) {
      return;
    }
    ReceiptTail start = tail.epoch() == epoch ? tail : ReceiptTail.startOf(epoch);
    List<Receipt> receipts = receipts(start, deadline);
    List<Bytes32> leaves = new ArrayList<>(receipts.size());
    receipts.forEach(receipt -> leaves.add(receipt.leaf(suite, domain.domainHash())));
    CompleteTree tree = CompleteTree.of(suite, TreeKind.RECEIPTS, leaves);
    ReceiptGroup group =
        new ReceiptGroup(
            epoch,
            start.nextGroup(),
            start.previous(),
            start.nextSequence(),
            receipts.size(),
            tree.root());
    log.append(new GroupRecord(group, deadline, label).encode());
    log.sync();
    Bytes32 hash = group.hash(domain);
    tail = start.after(group, hash);
    if (!tail.isSilent()) {
      deliver(group, operator.sign(hash), tree, receipts);
    }
    blocks.clear();
    results = 0;
  }

  private List<Receipt> receipts(ReceiptTail start, long deadline) {
    List<Receipt> receipts = new ArrayList<>(results);
    for (ProducedBlock block : blocks) {
      List<ExecutedBlock.Result> executed = block.promised();
      for (int position = 0; position < executed.size(); position++) {
        receipts.add(
            new Receipt(
                start.epoch(),
                start.nextSequence() + receipts.size(),
                executed.get(position).id(),
                new Receipt.Place(block.record().number(), position),
                deadline,
                executed.get(position).outcomeHash(),
                label));
      }
    }
    return receipts;
  }

  private void deliver(
      ReceiptGroup group,
      Signature.Secp256k1 signature,
      CompleteTree tree,
      List<Receipt> receipts) {
    int index = 0;
    for (ProducedBlock block : blocks) {
      List<ExecutedBlock.Result> executed = block.promised();
      int entries = block.entryCount();
      for (int i = 0; i < block.transactions().size(); i++) {
        int at = index + entries + i;
        SignedReceipt receipt =
            new SignedReceipt(receipts.get(at), group, tree.path(at), signature);
        var unused =
            block
                .transactions()
                .get(i)
                .result()
                .complete(
                    new TransactionResult.Included(receipt, executed.get(entries + i).outcome()));
      }
      index += executed.size();
    }
  }
}
