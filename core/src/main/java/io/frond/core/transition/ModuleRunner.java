package io.frond.core.transition;

import io.frond.core.chain.BlockLimits;
import io.frond.core.fee.Dimension;
import io.frond.core.fee.Usage;
import io.frond.core.ledger.Allowances;
import io.frond.core.ledger.LedgerRefusal;
import io.frond.core.outcome.Status;
import io.frond.core.state.WitnessIncomplete;
import io.frond.vm.Account;
import io.frond.vm.Revert;
import org.jspecify.annotations.Nullable;

/**
 * Runs module code: one savepoint, one meter, one place where failures are caught. Also keeps the
 * block's budgets.
 */
final class ModuleRunner {
  private final ChainState state;
  private final BlockLimits limits;
  private final BlockStart start;
  private final Usage callback;
  private long steps;
  private long stateBytes;
  private long dataBytes;
  private long forcedSteps;
  private Usage entryUsed = Usage.NONE;
  private int savedEvents;
  private int savedMessages;
  private int savedWithdrawals;

  ModuleRunner(ChainState state, BlockStart start) {
    this.state = state;
    this.start = start;
    this.limits = state.rules().definition().params().limits();
    this.callback = new Usage(limits.entrySteps(), Usage.MAX, Usage.MAX, 0);
  }

  long stepsLeft() {
    return limits.steps() - limits.forcedSteps() - steps;
  }

  long forcedStepsLeft() {
    return limits.forcedSteps() - forcedSteps;
  }

  Usage used() {
    return state.meter().used();
  }

  /** Begins a budget for what the protocol runs by itself. */
  void beginCallback() {
    state.meter().begin(callback);
  }

  /** Begins one inbox entry, which runs no code yet. */
  void beginEntry() {
    state.meter().begin(Usage.NONE);
    entryUsed = Usage.NONE;
  }

  /** Begins the forced budget of a transaction, which its own limits narrow. */
  void beginForced(Usage limit) {
    state
        .meter()
        .begin(
            new Usage(
                Math.min(limits.entrySteps(), limit.compute()),
                limit.stateBytes(),
                limit.dataBytes(),
                0));
  }

  /**
   * Begins one module's part of an entry's forced budget: equal parts, so that no module can use up
   * another's.
   */
  void beginPart() {
    long steps = limits.entrySteps() / (state.modules().size() - 1);
    state.meter().begin(new Usage(steps, Usage.MAX, Usage.MAX, 0));
  }

  /** Counts what a part used. */
  void endPart() {
    entryUsed = plus(entryUsed, used());
  }

  /** What the entry's parts used; counted against the block's forced budget. */
  Usage endEntry() {
    forcedSteps += entryUsed.compute();
    return entryUsed;
  }

  /** Begins the budget of one transaction. */
  void beginTransaction(Usage limit) {
    state.meter().begin(limit);
  }

  /** Counts what a transaction used against the block's budget. */
  void endTransaction(Usage used) {
    steps += used.compute();
    stateBytes += used.stateBytes();
    dataBytes += used.dataBytes();
  }

  private Usage total() {
    return new Usage(steps, Math.min(Usage.MAX, stateBytes), Math.min(Usage.MAX, dataBytes), 0);
  }

  private static Usage plus(Usage first, Usage second) {
    return new Usage(
        Math.min(Usage.MAX, first.compute() + second.compute()),
        Math.min(Usage.MAX, first.stateBytes() + second.stateBytes()),
        Math.min(Usage.MAX, first.dataBytes() + second.dataBytes()),
        0);
  }

  /** Makes this the point that {@link #undo} goes back to; code of modules is never nested. */
  private void save() {
    state.items().save();
    savedEvents = state.context().events().size();
    savedMessages = state.context().messages().size();
    savedWithdrawals = state.withdrawals().mark();
    state.ledger().save();
  }

  private void undo() {
    state.items().undo();
    state.context().rollbackTo(savedEvents, savedMessages);
    state.withdrawals().rollbackTo(savedWithdrawals);
    state.ledger().undo();
  }

  /**
   * Gives the fee model its turn, in which it moves nothing; its view of the sender is the same.
   */
  void turnOfFees(@Nullable Account sender, boolean readOnly) {
    state.context().turn(state.rules().feeSpace(), sender, readOnly);
    state.ledger().authorizeNothing(state.rules().feeSpace());
  }

  /** Gives a module its turn, with no spend limits; they are added by whoever read them. */
  Allowances turn(int module, @Nullable Account sender) {
    state.context().turn(module, sender, false);
    return state.ledger().authorize(sender, module, start.reference().height());
  }

  /**
   * Runs a module's code in its turn. Whatever it throws or tried undoes what it wrote; an {@link
   * Error} goes on up, because stack depth and memory differ between JVMs.
   */
  Status run(Runnable code) {
    save();
    Status status = statusOf(code);
    if (!status.isSuccess()) {
      undo();
    }
    return status;
  }

  private Status statusOf(Runnable code) {
    Status status;
    try {
      code.run();
      status = new Status.Success();
    } catch (WitnessIncomplete incomplete) {
      throw incomplete;
    } catch (Revert revert) {
      status = new Status.Reverted(revert.template(), revert.arguments());
    } catch (RuntimeException failure) {
      status = new Status.Failed(failure.getClass().getName());
    }
    return hidden(status);
  }

  /** What the library refused stands, also where the module caught it. */
  private Status hidden(Status status) {
    Dimension exhausted = state.meter().exhausted();
    if (exhausted != null) {
      return new Status.OutOfResource(exhausted);
    }
    LedgerRefusal refusal = state.ledger().refusal().orElse(null);
    if (refusal != null) {
      return refusal.kind() == LedgerRefusal.Kind.SPEND_LIMIT
          ? new Status.SpendLimit(refusal.assetIndex())
          : new Status.Insufficient(refusal.assetIndex());
    }
    if (status.isSuccess() && state.ledger().leavesPoolWithoutOwner()) {
      return new Status.Failed("pool with reserves and no shares");
    }
    return status;
  }

  /** A module's callback at the end of a block, on a budget of its own. */
  Status blockEnd(int module) {
    beginCallback();
    turn(module, null);
    return run(() -> state.modules().get(module).module().blockEnd(state.context()));
  }

  /** Lets the fee model move its prices. */
  void endFees() {
    beginCallback();
    turnOfFees(null, false);
    state.rules().definition().fees().model().endBlock(state.context(), total());
  }
}
