package io.frond.core.transition;

import io.frond.core.chain.ChainParams;
import io.frond.core.fee.Bill;
import io.frond.core.fee.FeeModel;
import io.frond.core.fee.PricedTransaction;
import io.frond.core.fee.Quote;
import io.frond.core.fee.Usage;
import io.frond.core.ledger.Allowances;
import io.frond.core.ledger.ChainLedger;
import io.frond.core.outcome.Status;
import io.frond.core.tx.DecodedCommand;
import io.frond.core.tx.Nonce;
import io.frond.core.tx.Payer;
import io.frond.core.tx.Refusal;
import io.frond.core.tx.RefusalCode;
import io.frond.core.tx.SpendLimit;
import io.frond.core.tx.Stage;
import io.frond.core.tx.Transaction;
import io.frond.core.tx.VerifiedTransaction;
import io.frond.vm.Account;
import io.frond.vm.Context;
import io.frond.vm.ExecutionModule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a transaction: what must hold for it to be in a block at all, then the fee, then the
 * command. The transition owns the money: it takes the quote's maximum, runs the module, asks for
 * the bill and gives the rest back.
 */
final class TransactionExecution {
  private final ChainState state;
  private final BlockStart start;
  private final ModuleRunner runner;
  private final ChainParams params;
  private final FeeModel fees;
  private final Account feeRecipient;
  private Status status = new Status.Success();
  private Usage used = Usage.NONE;
  private Bill bill = Bill.ZERO;

  TransactionExecution(ChainState state, BlockStart start, ModuleRunner runner) {
    this.state = state;
    this.start = start;
    this.runner = runner;
    this.params = state.rules().definition().params();
    this.fees = state.rules().definition().fees().model();
    this.feeRecipient = state.rules().definition().fees().recipient();
  }

  /**
   * Tries a transaction.
   *
   * @return why it is not in the block; null if it is, and then {@link #status}, {@link #used} and
   *     {@link #bill} tell how it ended
   */
  @Nullable Inclusion attempt(VerifiedTransaction verified) {
    Transaction transaction = verified.transaction();
    // First of all, because it reaches furthest into memory and what follows need not wait for it.
    long balance = state.ledger().balance(transaction.sender(), params.feeAssetIndex());
    Usage limits = transaction.limits();
    if (limits.compute() > runner.stepsLeft()) {
      return limits.compute() > params.limits().steps() - params.limits().forcedSteps()
          ? refused(RefusalCode.TOO_LARGE, Stage.DECODE, "steps within a block's", limits)
          : new Inclusion.NoRoom("steps");
    }
    Inclusion refused = checkIncludable(transaction);
    return refused == null ? charge(verified, transaction, balance) : refused;
  }

  private @Nullable Inclusion checkIncludable(Transaction transaction) {
    if (start.timeMs() >= transaction.validUntilMs()) {
      return refused(
          RefusalCode.EXPIRED,
          Stage.INCLUDE,
          "valid after " + start.timeMs(),
          transaction.validUntilMs());
    }
    if (!(transaction.nonce() instanceof Nonce.Ordered nonce)) {
      return refused(
          RefusalCode.FORCED_NONCE_ONLY, Stage.INCLUDE, "an ordered nonce", transaction.nonce());
    }
    if (nonce.lane() >= ChainLedger.MAX_LANES) {
      return refused(RefusalCode.NONCE_GAP, Stage.INCLUDE, "lane 0 to 7", nonce.lane());
    }
    long next = state.ledger().laneNonce(transaction.sender(), nonce.lane());
    if (nonce.sequence() != next) {
      RefusalCode code = nonce.sequence() < next ? RefusalCode.NONCE_USED : RefusalCode.NONCE_GAP;
      return refused(code, Stage.INCLUDE, next, nonce.sequence());
    }
    return null;
  }

  private @Nullable Inclusion charge(
      VerifiedTransaction verified, Transaction transaction, long balance) {
    Quote quote = quote(verified, transaction);
    long maxFee = transaction.fee().maxFee();
    if (quote.max() > maxFee) {
      return refused(RefusalCode.MAX_FEE_TOO_LOW, Stage.CHARGE, quote.max(), maxFee);
    }
    if (balance < quote.max()) {
      return refused(RefusalCode.INSUFFICIENT_BALANCE, Stage.CHARGE, quote.max(), balance);
    }
    Nonce.Ordered nonce = (Nonce.Ordered) transaction.nonce();
    ChainLedger ledger = state.ledger();
    ledger.setLaneNonce(transaction.sender(), nonce.lane(), nonce.sequence() + 1);
    ledger.reserve(transaction.sender(), params.feeAssetIndex(), quote.max());
    runner.beginTransaction(transaction.limits());
    status = runTransaction(verified);
    used = runner.used();
    runner.endTransaction(used);
    bill = billFor(transaction.sender(), quote, used);
    ledger.settle(
        transaction.sender(), feeRecipient, params.feeAssetIndex(), quote.max(), bill.total());
    return null;
  }

  private Quote quote(VerifiedTransaction verified, Transaction transaction) {
    runner.beginCallback();
    runner.turnOfFees(transaction.sender(), true);
    return fees.quote(
        state.context(),
        new PricedTransaction(
            transaction.sender(),
            transaction.limits(),
            verified.sizeBytes(),
            transaction.fee().maxFee(),
            transaction.fee().tip(),
            transaction.fee().payer() instanceof Payer.QuotaOnly));
  }

  private Bill billFor(Account sender, Quote quote, Usage usage) {
    runner.beginCallback();
    runner.turnOfFees(sender, false);
    Bill named = fees.bill(state.context(), quote, usage);
    if (named.total() > quote.max()) {
      throw new IllegalStateException(
          "fee model: expected a bill of at most " + quote.max() + ", actual " + named.total());
    }
    return named;
  }

  private Status runTransaction(VerifiedTransaction verified) {
    return runner.run(
        () -> {
          state.meter().dataBytes(verified.sizeBytes());
          execute(verified);
        });
  }

  /** Runs a forced transaction, on the forced budget and with no fee. */
  Status runForced(VerifiedTransaction verified) {
    return runner.run(() -> execute(verified));
  }

  private void execute(VerifiedTransaction verified) {
    Transaction transaction = verified.transaction();
    DecodedCommand command = verified.commands().get(0); // several are not supported yet
    int module = command.entry().moduleIndex();
    limitsOf(runner.turn(module, transaction.sender()), transaction);
    state.meter().steps(params.prices().transaction());
    state.meter().steps(params.prices().encodedByte() * command.encodedBytes());
    execute(state.modules().get(module).module(), command.value(), state.context());
  }

  private static void limitsOf(Allowances allowances, Transaction transaction) {
    List<SpendLimit> spends = transaction.spends();
    for (int i = 0; i < spends.size(); i++) {
      SpendLimit spend = spends.get(i);
      if (spend instanceof SpendLimit.Quanta quanta) {
        allowances.allow(quanta.assetIndex(), quanta.quanta());
      } else if (spend instanceof SpendLimit.Item item) {
        allowances.allowItem(item.assetIndex(), item.item());
      }
    }
  }

  @SuppressWarnings("unchecked") // the catalog pairs each command with its own module
  private static <C> void execute(ExecutionModule<C> module, Object command, Context context) {
    module.execute((C) command, context);
  }

  /** How the last one ended that is in the block. */
  Status status() {
    return status;
  }

  /** What it used. */
  Usage used() {
    return used;
  }

  /** What it paid. */
  Bill bill() {
    return bill;
  }

  private static Inclusion refused(RefusalCode code, Stage stage, Object expected, Object actual) {
    long retryAfter =
        code == RefusalCode.NONCE_GAP || code == RefusalCode.MAX_FEE_TOO_LOW
            ? Refusal.AT_ONCE
            : Refusal.NEVER;
    return new Inclusion.Refused(
        new Refusal(code, stage, retryAfter, String.valueOf(expected), String.valueOf(actual)));
  }
}
