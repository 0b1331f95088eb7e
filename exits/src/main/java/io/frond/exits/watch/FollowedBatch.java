package io.frond.exits.watch;

import io.frond.core.batch.BatchHeader;
import io.frond.core.hash.HashSuite;
import io.frond.core.outbox.Withdrawal;
import io.frond.core.outbox.WithdrawalProof;
import io.frond.core.outbox.WithdrawalTree;
import io.frond.vm.Account;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes32;

/**
 * A batch whose every block was executed again and is right.
 *
 * @param hash the hash of its header
 * @param committedAt the parent block that holds its commit
 * @param header its statement
 * @param withdrawals who leaves with what in it, in order
 */
public record FollowedBatch(
    Bytes32 hash, long committedAt, BatchHeader header, List<Withdrawal> withdrawals) {
  /** A batch of these parts. */
  public FollowedBatch {
    withdrawals = List.copyOf(withdrawals);
  }

  /** Its number, the first after genesis being 1. */
  public long number() {
    return header.position().number();
  }

  /** The state root after it. */
  public Bytes32 stateRoot() {
    return header.state().post();
  }

  /** The proof of each withdrawal of an account, good for ever once the batch is final. */
  public List<WithdrawalProof> proofsOf(HashSuite suite, Account account) {
    WithdrawalTree tree = WithdrawalTree.of(suite, header.domain(), number(), withdrawals);
    List<WithdrawalProof> proofs = new ArrayList<>();
    for (int i = 0; i < withdrawals.size(); i++) {
      if (withdrawals.get(i).account().equals(account)) {
        proofs.add(tree.proof(i));
      }
    }
    return proofs;
  }

  /** The proof of every withdrawal, in order. */
  public List<WithdrawalProof> proofs(HashSuite suite) {
    WithdrawalTree tree = WithdrawalTree.of(suite, header.domain(), number(), withdrawals);
    List<WithdrawalProof> proofs = new ArrayList<>();
    for (int i = 0; i < withdrawals.size(); i++) {
      proofs.add(tree.proof(i));
    }
    return proofs;
  }
}
