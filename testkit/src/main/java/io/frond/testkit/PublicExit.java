package io.frond.testkit;

import io.frond.core.inbox.ExitSelector;
import io.frond.core.outbox.WithdrawalProof;
import io.frond.core.parent.SettlementStatus;
import io.frond.core.transition.ChainRules;
import io.frond.core.tx.SignatureScheme;
import io.frond.core.tx.TransactionVerifier;
import io.frond.exits.parent.LocalParent;
import io.frond.exits.settlement.CallResult;
import io.frond.exits.settlement.SettlementCall;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.exits.watch.ChainFollower;
import io.frond.exits.watch.Entitlement;
import io.frond.exits.watch.ExitProofs;
import io.frond.exits.watch.FollowedBatch;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Leaving with what was published alone: the parent's batches, the module jar, and calls to the
 * parent as bytes. It knows no operator, so nothing here can depend on one. For one thread.
 */
public final class PublicExit {
  /** The most that callers here pay for an entry. */
  public static final long ANY_FEE = Long.MAX_VALUE;

  private final LocalParent parent;
  private final ChainFollower follower;

  private PublicExit(LocalParent parent, ChainFollower follower) {
    this.parent = parent;
    this.follower = follower;
  }

  /** Ways out of the chain of these rules. */
  public static PublicExit of(LocalParent parent, ChainRules rules, SignatureScheme scheme) {
    TransactionVerifier verifier = TransactionVerifier.of(rules.transactionRules(), scheme);
    long maxLag = parent.view().config().params().deadlines().maxLag();
    return of(parent, new ChainFollower(parent, rules, verifier, maxLag, 0));
  }

  /** Ways out of the chain that somebody follows. */
  public static PublicExit of(LocalParent parent, ChainFollower follower) {
    return new PublicExit(parent, follower);
  }

  /** The chain as rebuilt from what was published, as far as it was followed. */
  public ChainFollower follower() {
    return follower;
  }

  /** Asks the parent to let the account leave with everything. */
  public CallResult forceExit(Account account) {
    return call(account, new SettlementCall.ForceExit(account, ExitSelector.all(), ANY_FEE));
  }

  /** Makes every batch final that is ready. */
  public CallResult finalizeReady(Account caller) {
    return call(caller, new SettlementCall.FinalizeThrough(batches().lastCommitted()));
  }

  /** Closes the chain because somebody was left waiting. */
  public CallResult freeze(Account caller) {
    return call(caller, new SettlementCall.Freeze());
  }

  /** Takes the snapshot from which people escape. */
  public CallResult seal(Account caller) {
    return call(caller, new SettlementCall.Seal());
  }

  /** The withdrawals in final batches that nobody has claimed, with their proofs, by account. */
  public Map<Account, List<WithdrawalProof>> claimable() {
    follower.catchUp();
    long lastFinal = batches().lastFinal();
    Map<Account, List<WithdrawalProof>> open = new TreeMap<>();
    for (FollowedBatch batch : follower.batches()) {
      if (batch.number() <= lastFinal && !batch.withdrawals().isEmpty()) {
        for (WithdrawalProof proof : batch.proofs(follower.rules().suite())) {
          if (!parent.view().isClaimed(proof.batch(), proof.index())) {
            open.computeIfAbsent(proof.withdrawal().account(), none -> new ArrayList<>())
                .add(proof);
          }
        }
      }
    }
    return open;
  }

  /**
   * Turns every withdrawal of an account that is final into a credit.
   *
   * @return how many there were
   */
  public int claim(Account account) {
    List<WithdrawalProof> proofs = claimable().getOrDefault(account, List.of());
    claim(account, proofs);
    return proofs.size();
  }

  /**
   * Turns these withdrawals into credits.
   *
   * @throws IllegalStateException if the parent refuses
   */
  public void claim(Account caller, List<WithdrawalProof> proofs) {
    int most = SettlementCall.MAX_CLAIMS;
    for (int from = 0; from < proofs.size(); from += most) {
      List<WithdrawalProof> some = proofs.subList(from, Math.min(proofs.size(), from + most));
      Calls.done(call(caller, new SettlementCall.ClaimWithdrawals(some)));
    }
  }

  /**
   * The proofs by which accounts leave a chain that is frozen.
   *
   * @throws IllegalStateException unless the chain is sealed at a state that can be rebuilt
   */
  public ExitProofs exitProofs() {
    follower.catchUp();
    ExitProofs proofs = ExitProofs.of(follower.stateAt(batches().lastFinal()));
    Bytes32 snapshot =
        parent
            .view()
            .snapshot()
            .orElseThrow(() -> new IllegalStateException("the chain is not sealed"));
    if (!proofs.stateRoot().equals(snapshot)) {
      throw new IllegalStateException(
          "snapshot: expected " + proofs.stateRoot() + ", actual " + snapshot);
    }
    return proofs;
  }

  /**
   * Turns all that an account has in the snapshot into credits, except what it had turned before.
   *
   * @return how many claims were paid
   */
  public int escape(Account account, ExitProofs proofs) {
    int paid = 0;
    for (Entitlement entitlement : proofs.of(account)) {
      CallResult result = call(account, entitlement.escape());
      if (!Calls.isRefused(result, Rule.SPENT)) {
        Calls.done(result);
        paid++;
      }
    }
    return paid;
  }

  /**
   * Pays an account's whole credit of an asset out to itself.
   *
   * @return how many quanta
   */
  public long payOut(Account account, AssetId asset) {
    long credit = parent.view().credit(account, asset);
    if (credit > 0) {
      Calls.done(call(account, new SettlementCall.Withdraw(account, asset, Bytes32.ZERO, account)));
    }
    return credit;
  }

  private CallResult call(Account caller, SettlementCall call) {
    return parent.call(caller, call.encode());
  }

  private SettlementStatus.Batches batches() {
    return parent.settlement().batches();
  }
}
