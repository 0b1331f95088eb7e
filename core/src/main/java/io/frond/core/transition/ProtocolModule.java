package io.frond.core.transition;

import io.frond.vm.Codec;
import io.frond.vm.Context;
import io.frond.vm.ExecutionModule;
import io.frond.vm.StateItem;
import java.util.List;

/** The module at position 0 of every chain. Only it can make withdrawals. */
final class ProtocolModule implements ExecutionModule<ProtocolCommand> {
  static final String NAME = "frond";

  @Override
  public Codec<ProtocolCommand> codec() {
    return Codec.of(ProtocolCommand.class);
  }

  @Override
  public List<StateItem> state() {
    return List.of();
  }

  @Override
  public void execute(ProtocolCommand command, Context context) {
    ExecutionContext execution = (ExecutionContext) context;
    if (command instanceof ProtocolCommand.Withdraw withdraw) {
      execution.withdraw(withdraw.asset(), withdraw.quanta());
    } else if (command instanceof ProtocolCommand.WithdrawItem withdraw) {
      execution.withdrawItem(withdraw.collection(), withdraw.item());
    } else if (command instanceof ProtocolCommand.Transfer transfer) {
      context.ledger().pay(transfer.to(), transfer.asset(), transfer.quanta());
    } else if (command instanceof ProtocolCommand.TransferItem transfer) {
      context.ledger().give(transfer.to(), transfer.collection(), transfer.item());
    }
  }
}
