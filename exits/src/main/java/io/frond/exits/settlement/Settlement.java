package io.frond.exits.settlement;

import io.frond.core.outbox.WithdrawalProof;
import io.frond.core.proof.BlockVerifier;
import io.frond.exits.bank.Bank;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.exits.store.JournaledStore;
import io.frond.vm.DecodeException;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The settlement of one chain on its parent: one state machine, whose rules are in the classes
 * beside it and whose whole state is in a store.
 *
 * <p>Value comes in by deposits and leaves by credits. A credit comes from a withdrawal in a final
 * batch, from a claim of the snapshot after a freeze, or from a deposit that no final batch
 * consumed; each unit by one of them, once. Custody is never less than credits, open withdrawals,
 * pending deposits and the claims of the last final state together, whatever the evidence behind
 * batches is worth: that is the custody cap, at every finalisation and every escape.
 *
 * <p>A call either takes effect or is refused and changes nothing. It never throws, whatever its
 * bytes are; an exception is a bug. Re-execution is the evidence of this version. Where the rest
 * will stand: certificates and validity proofs in {@code Commits} (which then finalises in the same
 * call), the pause in {@code State.operatorClock}, announcements and sunset beside {@code
 * Freezing}, slashing beside {@code Bonds}.
 *
 * <p>For one thread.
 */
public final class Settlement {
  private final JournaledStore store;
  private final State state;
  private final Funds funds;
  private final Requests requests;
  private final Commits commits;
  private final Challenges challenges;
  private final Finality finality;
  private final Bonds bonds;
  private final Withdrawals withdrawals;
  private final Payouts payouts;
  private final Freezing freezing;
  private final Refunds refunds;
  private final Escapes escapes;
  private final SettlementView view;
  private boolean isBusy;

  private Settlement(
      SettlementConfig config, JournaledStore store, Bank bank, BlockVerifier verifier) {
    this.store = store;
    Cells cells = new Cells(store);
    state = new State(config, cells);
    DepositSums deposits = new DepositSums(cells);
    Books books = new Books(state, deposits);
    Items items = new Items(state);
    Vault vault = new Vault(config, bank);
    funds = new Funds(state, vault);
    Inbox inbox = new Inbox(state, funds);
    Batches batches = new Batches(state);
    Rewinds rewinds = new Rewinds(state, batches, inbox);
    requests = new Requests(state, inbox, books, items, deposits, vault);
    commits = new Commits(state, batches, inbox, books, funds);
    challenges = new Challenges(state, batches, inbox, rewinds, funds, verifier);
    finality = new Finality(state, batches, inbox, books, rewinds, funds);
    bonds = new Bonds(batches, funds);
    withdrawals = new Withdrawals(state, batches, books, items);
    payouts = new Payouts(state, books, items, vault);
    freezing = new Freezing(state, batches, inbox);
    refunds = new Refunds(state, inbox, books, items, deposits, funds);
    escapes = new Escapes(state, books, items);
    view = new SettlementView(state, inbox, batches, books, items, funds);
  }

  /**
   * The settlement of this config over this store: registers it there if the store is empty, else
   * goes on.
   *
   * @param store the host ends its spans, such as one for each block; within a span it grows with
   *     every change
   * @param bank the parent's tokens
   * @param verifier executes disputed blocks
   * @throws IllegalArgumentException if the store is of another config
   */
  public static Settlement open(
      SettlementConfig config, JournaledStore store, Bank bank, BlockVerifier verifier) {
    Optional<Bytes> registered = store.get(Keys.CONFIG);
    if (registered.isEmpty()) {
      store.put(Keys.CONFIG, config.hash());
    } else if (!registered.get().equals(config.hash())) {
      throw new IllegalArgumentException(
          "settlement: expected config " + registered.get() + ", actual " + config.hash());
    }
    return new Settlement(config, store, bank, verifier);
  }

  /** What anybody can read. */
  public SettlementView view() {
    return view;
  }

  /** Executes a call that arrives as {@link SettlementCall#encode}. */
  public CallResult call(Bytes encoded, CallContext context) {
    SettlementCall call;
    try {
      call = SettlementCall.decode(encoded);
    } catch (DecodeException e) {
      return new CallResult.Refused(
          new SettlementError(Rule.MALFORMED, "a call", String.valueOf(e.getMessage())));
    }
    return call(call, context);
  }

  /** Executes a call. */
  public CallResult call(SettlementCall call, CallContext context) {
    if (isBusy) {
      return new CallResult.Refused(
          new SettlementError(Rule.REENTERED, "no call under way", "one"));
    }
    isBusy = true;
    int mark = store.mark();
    boolean isDone = false;
    try {
      execute(call, context);
      isDone = true;
      return new CallResult.Done(state.takeEvents());
    } catch (Refusal refusal) {
      return new CallResult.Refused(refusal.error());
    } finally {
      isBusy = false;
      if (!isDone) {
        store.rollbackTo(mark);
        state.takeEvents();
      }
    }
  }

  private void execute(SettlementCall call, CallContext context) {
    if (call instanceof SettlementCall.Deposit c) {
      requests.deposit(c, context);
    } else if (call instanceof SettlementCall.ForceExit c) {
      requests.forceExit(c, context);
    } else if (call instanceof SettlementCall.ForceTransaction c) {
      requests.forceTransaction(c, context);
    } else if (call instanceof SettlementCall.RevokeSessions c) {
      requests.revokeSessions(c, context);
    } else if (call instanceof SettlementCall.SendMessage c) {
      requests.sendMessage(c, context);
    } else if (call instanceof SettlementCall.PostFunds c) {
      funds.post(context.caller(), c.amount());
    } else if (call instanceof SettlementCall.CollectFunds c) {
      funds.collect(context.caller(), c.amount(), c.to());
    } else if (call instanceof SettlementCall.SetRecipient c) {
      state.setRecipient(context.caller(), c.recipient());
    } else {
      executeBatchesAndExits(call, context);
    }
  }

  private void executeBatchesAndExits(SettlementCall call, CallContext context) {
    if (call instanceof SettlementCall.Commit c) {
      commits.commit(c, context);
    } else if (call instanceof SettlementCall.Challenge c) {
      challenges.challenge(c, context);
    } else if (call instanceof SettlementCall.FinalizeThrough c) {
      finality.finalizeThrough(c.number(), context);
    } else if (call instanceof SettlementCall.SettleBond c) {
      bonds.settle(c.batch());
    } else if (call instanceof SettlementCall.ClaimWithdrawals c) {
      claimAll(c);
    } else if (call instanceof SettlementCall.Withdraw c) {
      payouts.withdraw(c, context);
    } else if (call instanceof SettlementCall.Freeze) {
      freezing.freeze(context);
    } else if (call instanceof SettlementCall.Seal) {
      freezing.seal();
    } else if (call instanceof SettlementCall.Refund c) {
      refunds.refund(c.index());
    } else if (call instanceof SettlementCall.Escape c) {
      escapes.escape(c);
    }
  }

  /** Each proof by itself, so that nobody spoils a list by claiming one of it first. */
  private void claimAll(SettlementCall.ClaimWithdrawals call) {
    Refusal.unless(!call.proofs().isEmpty(), Rule.MALFORMED, "at least one proof", 0);
    @Nullable Refusal first = null;
    boolean isAnyDone = false;
    for (WithdrawalProof proof : call.proofs()) {
      int mark = store.mark();
      int events = state.eventCount();
      try {
        withdrawals.claim(proof);
        isAnyDone = true;
      } catch (Refusal refusal) {
        store.rollbackTo(mark);
        state.dropEvents(events);
        first = first == null ? refusal : first;
      }
    }
    if (!isAnyDone && first != null) {
      throw first;
    }
  }
}
