package io.frond.core.sequencing;

import io.frond.core.admission.PooledTransaction;
import io.frond.core.admission.TransactionPool;
import io.frond.core.chain.BlockLimits;
import io.frond.core.transition.BlockExecution;
import io.frond.core.transition.Inclusion;
import io.frond.core.tx.Refusal;
import io.frond.core.tx.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes transactions from the pool into a block until one does not fit. */
final class BlockFilling {
  /** More than what a block takes beside its transactions. */
  private static final int FRAME_BYTES = 96;

  private final TransactionPool pool;
  private final BlockExecution execution;
  private final BlockLimits limits;
  private final List<PooledTransaction> included = new ArrayList<>();
  // Of wire forms, which are never shorter than the forms in block data.
  private int bytes = FRAME_BYTES;

  BlockFilling(TransactionPool pool, BlockExecution execution, BlockLimits limits) {
    this.pool = pool;
    this.execution = execution;
    this.limits = limits;
  }

  List<PooledTransaction> included() {
    return included;
  }

  void fill() {
    List<PooledTransaction> candidates = pool.take(limits.transactions());
    for (int i = 0; i < candidates.size(); i++) {
      Optional<PooledTransaction> left = include(candidates.get(i));
      if (left.isPresent()) {
        List<PooledTransaction> rest = new ArrayList<>();
        rest.add(left.get());
        rest.addAll(candidates.subList(i + 1, candidates.size()));
        pool.putBack(rest);
        return;
      }
    }
  }

  /** Includes a transaction and those that waited for it; gives the one that does not fit. */
  private Optional<PooledTransaction> include(PooledTransaction first) {
    Optional<PooledTransaction> next = Optional.of(first);
    while (next.isPresent()) {
      PooledTransaction transaction = next.get();
      if (pool.expires(transaction) || isTooLarge(transaction)) {
        next = Optional.empty();
      } else if (bytes + transaction.transaction().sizeBytes() > limits.dataBytes()) {
        return next;
      } else {
        Inclusion inclusion = execution.include(transaction.transaction());
        if (inclusion instanceof Inclusion.NoRoom) {
          return next;
        }
        next = settle(transaction, inclusion);
      }
    }
    return Optional.empty();
  }

  private Optional<PooledTransaction> settle(PooledTransaction transaction, Inclusion inclusion) {
    if (inclusion instanceof Inclusion.Included) {
      included.add(transaction);
      bytes += transaction.transaction().sizeBytes();
      return pool.included(transaction);
    }
    Refusal refusal = ((Inclusion.Refused) inclusion).refusal();
    if (refusal.code() == RefusalCode.NONCE_GAP) {
      pool.setAside(transaction, refusal);
    } else {
      pool.refuse(transaction, refusal);
    }
    return Optional.empty();
  }

  /** Refuses what no block has room for, so that it does not wait for ever. */
  private boolean isTooLarge(PooledTransaction transaction) {
    int size = transaction.transaction().sizeBytes();
    int most = limits.dataBytes() - FRAME_BYTES;
    if (size > most) {
      pool.refuse(
          transaction,
          Refusal.never(
              RefusalCode.TOO_LARGE, "at most " + most + " bytes", Integer.toString(size)));
    }
    return size > most;
  }
}
