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
import io.frond.core.tx.Command;
import io.frond.core.tx.CommandEntry;
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
import io.frond.vm.DecodeException;
import io.frond.vm.ExecutionModule;
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

  TransactionExecution(ChainState state, BlockStart start, ModuleRunner runner) {
    this.state = state;
    this.start = start;
    this.runner = runner;
    this.params = state.rules().definition().params();
    this.fees = state.rules().definition().fees().model();
    this.feeRecipient = state.rules().definition().fees().recipient();
  }

  /** What came of it. */
  sealed interface Attempt {}

  /** It is in the block. */
  record Ran(Status status, Usage used, Bill bill) implements Attempt {}

  /** It is not. */
  record NotRun(Inclusion inclusion) implements Attempt {}

  Attempt attempt(VerifiedTransaction verified) {
    Transaction transaction = verified.transaction();
    Usage limits = transaction.limits();
    if (limits.compute() > runner.stepsLeft()) {
      return limits.compute() > params.limits().steps() - params.limits().forcedSteps()
          ? refused(RefusalCode.TOO_LARGE, Stage.DECODE, "steps within a block's", limits)
          : new NotRun(new Inclusion.NoRoom("steps"));
    }
    NotRun notIncludable = checkIncludable(transaction);
    if (notIncludable != null) {
      return notIncludable;
    }
    return charge(verified, transaction);
  }

  private @Nullable NotRun checkIncludable(Transaction transaction) {
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

  private Attempt charge(VerifiedTransaction verified, Transaction transaction) {
    Quote quote = quote(verified, transaction);
    long maxFee = transaction.fee().maxFee();
    if (quote.max() > maxFee) {
      return refused(RefusalCode.MAX_FEE_TOO_LOW, Stage.CHARGE, quote.max(), maxFee);
    }
    long balance = state.ledger().balance(transaction.sender(), params.feeAssetIndex());
    if (balance < quote.max()) {
      return refused(RefusalCode.INSUFFICIENT_BALANCE, Stage.CHARGE, quote.max(), balance);
    }
    Nonce.Ordered nonce = (Nonce.Ordered) transaction.nonce();
    ChainLedger ledger = state.ledger();
    ledger.setLaneNonce(transaction.sender(), nonce.lane(), nonce.sequence() + 1);
    ledger.reserve(transaction.sender(), params.feeAssetIndex(), quote.max());
    runner.beginTransaction(transaction.limits());
    Status status = runTransaction(verified, transaction);
    runner.endTransaction();
    Usage used = runner.used();
    Bill bill = bill(quote, used);
    ledger.settle(
        transaction.sender(), feeRecipient, params.feeAssetIndex(), quote.max(), bill.total());
    return new Ran(status, used, bill);
  }

  private Quote quote(VerifiedTransaction verified, Transaction transaction) {
    runner.beginCallback();
    runner.turn(state.rules().feeSpace(), null);
    state.context().turn(state.rules().feeSpace(), transaction.sender(), true);
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

  private Bill bill(Quote quote, Usage used) {
    runner.beginCallback();
    runner.turn(state.rules().feeSpace(), null);
    Bill bill = fees.bill(state.context(), quote, used);
    if (bill.total() > quote.max()) {
      throw new IllegalStateException(
          "fee model: expected a bill of at most " + quote.max() + ", actual " + bill.total());
    }
    return bill;
  }

  private Status runTransaction(VerifiedTransaction verified, Transaction transaction) {
    return runner.run(
        () -> {
          state.meter().dataBytes(verified.sizeBytes());
          execute(transaction);
        });
  }

  /** Runs a forced transaction, on the forced budget and with no fee. */
  Status runForced(Transaction transaction) {
    return runner.run(() -> execute(transaction));
  }

  private void execute(Transaction transaction) {
    Command command = transaction.commands().commands().get(0);
    // An unknown command was refused when the transaction was verified.
    CommandEntry entry = state.rules().catalog().find(command.wireType()).orElseThrow();
    limitsOf(runner.turn(entry.moduleIndex(), transaction.sender()), transaction);
    state.meter().steps(params.prices().transaction());
    state.meter().steps(params.prices().encodedByte() * command.fields().size());
    execute(entry, command);
  }

  private static void limitsOf(Allowances allowances, Transaction transaction) {
    for (SpendLimit spend : transaction.spends()) {
      if (spend instanceof SpendLimit.Quanta quanta) {
        allowances.allow(quanta.assetIndex(), quanta.quanta());
      } else if (spend instanceof SpendLimit.Item item) {
        allowances.allowItem(item.assetIndex(), item.item());
      }
    }
  }

  private void execute(CommandEntry entry, Command command) {
    Object decoded;
    try {
      decoded = entry.decode(command.fields());
    } catch (DecodeException malformed) {
      throw io.frond.vm.Revert.because("the command does not decode");
    }
    execute(state.modules().get(entry.moduleIndex()).module(), decoded, state.context());
  }

  @SuppressWarnings("unchecked") // the catalog pairs each command with its own module
  private static <C> void execute(ExecutionModule<C> module, Object command, Context context) {
    module.execute((C) command, context);
  }

  private static NotRun refused(RefusalCode code, Stage stage, Object expected, Object actual) {
    long retryAfter =
        code == RefusalCode.NONCE_GAP || code == RefusalCode.MAX_FEE_TOO_LOW
            ? Refusal.AT_ONCE
            : Refusal.NEVER;
    return new NotRun(
        new Inclusion.Refused(
            new Refusal(
                code, stage, retryAfter, String.valueOf(expected), String.valueOf(actual))));
  }
}
