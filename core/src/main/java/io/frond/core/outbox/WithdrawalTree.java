package io.frond.core.outbox;

import io.frond.core.hash.CompleteTree;
import io.frond.core.hash.HashSuite;
import io.frond.core.hash.TreeKind;
import java.util.ArrayList;
import java.util.List;
import org.apache.tuweni.bytes.Bytes32;

/** The withdrawals of one batch, in the order in which they left. Its proofs never go stale. */
public final class WithdrawalTree {
  private final long batch;
  private final List<Withdrawal> withdrawals;
  private final CompleteTree tree;

  private WithdrawalTree(long batch, List<Withdrawal> withdrawals, CompleteTree tree) {
    this.batch = batch;
    this.withdrawals = withdrawals;
    this.tree = tree;
  }

  /**
   * The tree of a batch.
   *
   * @throws IllegalArgumentException if there are more than 2^20 withdrawals
   */
  public static WithdrawalTree of(
      HashSuite suite, Bytes32 domain, long batch, List<Withdrawal> withdrawals) {
    List<Bytes32> leaves = new ArrayList<>(withdrawals.size());
    for (int i = 0; i < withdrawals.size(); i++) {
      leaves.add(withdrawals.get(i).leaf(suite, domain, batch, i));
    }
    CompleteTree tree = CompleteTree.of(suite, TreeKind.WITHDRAWALS, leaves);
    return new WithdrawalTree(batch, List.copyOf(withdrawals), tree);
  }

  /** How many withdrawals there are. */
  public int count() {
    return withdrawals.size();
  }

  /** The root that the header holds; zero if there is no withdrawal. */
  public Bytes32 root() {
    return tree.root();
  }

  /** The withdrawals in order. */
  public List<Withdrawal> withdrawals() {
    return withdrawals;
  }

  /**
   * The proof of one withdrawal.
   *
   * @throws IndexOutOfBoundsException if there is none at {@code index}
   */
  public WithdrawalProof proof(int index) {
    return new WithdrawalProof(batch, index, withdrawals.get(index), tree.path(index));
  }
}
