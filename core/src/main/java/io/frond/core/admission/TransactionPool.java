package io.frond.core.admission;

import io.frond.core.environment.Clock;
import io.frond.core.ordering.Candidate;
import io.frond.core.ordering.OrderingPolicy;
import io.frond.core.tx.Nonce;
import io.frond.core.tx.Refusal;
import io.frond.core.tx.RefusalCode;
import io.frond.core.tx.Stage;
import io.frond.core.tx.Verification;
import io.frond.core.tx.VerifiedTransaction;
import io.frond.vm.Account;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was admitted and is in no block yet, in the order of acceptance. A transaction whose nonce
 * comes too early is set aside until the one before it is in, or its time is over. Whoever leaves
 * without a block is told why. For the stepping thread.
 */
public final class TransactionPool implements PoolView {
  private static final long SWEEP_MS = 250;

  private final AdmissionPolicy admission;
  private final OrderingPolicy ordering;
  private final Clock clock;
  private final ArrayDeque<PooledTransaction> ready = new ArrayDeque<>();
  private final Map<NonceKey, PooledTransaction> early = new LinkedHashMap<>();
  private final Map<Account, Integer> ofSender = new HashMap<>(); // looked up, never iterated
  private int size;
  private long accepted;
  private long sweepAtMs;

  private record NonceKey(Account sender, int lane, long sequence) {
    static NonceKey of(VerifiedTransaction verified) {
      Nonce nonce = verified.transaction().nonce();
      int lane = nonce instanceof Nonce.Ordered ordered ? ordered.lane() : -1 - nonce.code();
      return new NonceKey(verified.transaction().sender(), lane, nonce.sequence());
    }

    NonceKey next() {
      return new NonceKey(sender, lane, sequence + 1);
    }
  }

  /** An empty pool. */
  public TransactionPool(AdmissionPolicy admission, OrderingPolicy ordering, Clock clock) {
    this.admission = admission;
    this.ordering = ordering;
    this.clock = clock;
  }

  /**
   * Admits what was verified.
   *
   * @return whether there was anything
   */
  public boolean admit(Intake intake) {
    boolean worked = false;
    List<PooledTransaction> verified = intake.takeVerified();
    while (!verified.isEmpty()) {
      verified.forEach(this::admit);
      worked = true;
      verified = intake.takeVerified();
    }
    return worked;
  }

  private void admit(PooledTransaction transaction) {
    if (transaction.verification() instanceof Verification.Refused refused) {
      transaction.refuse(refused.refusal());
      return;
    }
    Admission answer = admission.admit(transaction.transaction(), this);
    if (answer instanceof Admission.Refused refused) {
      transaction.refuse(refused.refusal());
    } else {
      add(transaction, ((Admission.Accepted) answer).untilMs());
      ready.add(transaction);
    }
  }

  /** Puts transactions of blocks that are gone before all others, in their order. */
  public void requeue(List<VerifiedTransaction> transactions) {
    List<PooledTransaction> again = new ArrayList<>();
    for (VerifiedTransaction transaction : transactions) {
      PooledTransaction pooled = PooledTransaction.of(transaction);
      add(pooled, transaction.transaction().validUntilMs());
      again.add(pooled);
    }
    putBack(again);
  }

  private void add(PooledTransaction transaction, long untilMs) {
    transaction.accept(accepted++, untilMs);
    ofSender.merge(sender(transaction), 1, Integer::sum);
    size++;
  }

  /** Takes out the next candidates, in the order in which they may enter a block. */
  public List<PooledTransaction> take(int most) {
    List<Candidate> candidates = new ArrayList<>(Math.min(most, ready.size()));
    while (candidates.size() < most && !ready.isEmpty()) {
      candidates.add(ready.remove());
    }
    List<Candidate> ordered = ordering.order(candidates);
    return ordered == candidates ? cast(candidates) : chosen(candidates, ordered);
  }

  private List<PooledTransaction> chosen(List<Candidate> candidates, List<Candidate> ordered) {
    Map<Candidate, Boolean> left = new LinkedHashMap<>();
    candidates.forEach(candidate -> left.put(candidate, true));
    for (Candidate candidate : ordered) {
      if (left.remove(candidate) == null) {
        throw new IllegalStateException(
            ordering.canonicalName() + ": expected candidates, each once, actual " + candidate);
      }
    }
    putBack(cast(List.copyOf(left.keySet())));
    return cast(ordered);
  }

  private static List<PooledTransaction> cast(List<Candidate> candidates) {
    List<PooledTransaction> transactions = new ArrayList<>(candidates.size());
    candidates.forEach(candidate -> transactions.add((PooledTransaction) candidate));
    return transactions;
  }

  /** Gives back what did not fit, before all others. */
  public void putBack(List<PooledTransaction> transactions) {
    for (int i = transactions.size() - 1; i >= 0; i--) {
      ready.addFirst(transactions.get(i));
    }
  }

  /** Sets aside a transaction whose nonce comes too early. */
  public void setAside(PooledTransaction transaction, Refusal gap) {
    if (early.putIfAbsent(NonceKey.of(transaction.transaction()), transaction) != null) {
      refuse(transaction, gap);
    }
  }

  /**
   * Takes note that a transaction is in a block.
   *
   * @return the one that waited for it, taken out
   */
  public Optional<PooledTransaction> included(PooledTransaction transaction) {
    forget(transaction);
    if (early.isEmpty()) {
      return Optional.empty();
    }
    NonceKey key = NonceKey.of(transaction.transaction());
    PooledTransaction rival = early.remove(key);
    if (rival != null) {
      refuse(
          rival,
          new Refusal(
              RefusalCode.NONCE_USED,
              Stage.INCLUDE,
              Refusal.NEVER,
              "above " + key.sequence(),
              Long.toString(key.sequence())));
    }
    return Optional.ofNullable(early.remove(key.next()));
  }

  /** Removes a transaction that was taken out and tells whoever submitted it why. */
  public void refuse(PooledTransaction transaction, Refusal refusal) {
    forget(transaction);
    transaction.refuse(refusal);
  }

  /** Whether its time is over; it is told so and gone then. */
  public boolean expires(PooledTransaction transaction) {
    boolean over = transaction.untilMs() <= nowMs();
    if (over) {
      refuse(transaction, expired(transaction));
    }
    return over;
  }

  /** Removes all whose time is over; does nothing if it did so just before. */
  public void sweep() {
    if (size > 0 && nowMs() >= sweepAtMs) {
      sweepAtMs = nowMs() + SWEEP_MS;
      ready.removeIf(this::expires);
      early.values().removeIf(this::expires);
    }
  }

  /** Removes everybody for one reason. */
  public void evict(Refusal reason) {
    Iterator<PooledTransaction> all = ready.iterator();
    while (all.hasNext()) {
      refuse(all.next(), reason);
    }
    ready.clear();
    early.values().forEach(transaction -> refuse(transaction, reason));
    early.clear();
  }

  private Refusal expired(PooledTransaction transaction) {
    return new Refusal(
        RefusalCode.EXPIRED_IN_POOL,
        Stage.POOL,
        Refusal.AT_ONCE,
        "a block before " + transaction.untilMs(),
        "none by " + nowMs());
  }

  private void forget(PooledTransaction transaction) {
    size--;
    ofSender.computeIfPresent(sender(transaction), (key, count) -> count == 1 ? null : count - 1);
  }

  private static Account sender(PooledTransaction transaction) {
    return transaction.transaction().transaction().sender();
  }

  /** How many could enter a block now. */
  public int readyCount() {
    return ready.size();
  }

  @Override
  public long nowMs() {
    return clock.nowMs();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int sizeOf(Account sender) {
    return ofSender.getOrDefault(sender, 0);
  }
}
