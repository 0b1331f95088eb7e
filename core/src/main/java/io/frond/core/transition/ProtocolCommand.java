package io.frond.core.transition;

import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.CommandType;
import org.apache.tuweni.bytes.Bytes32;

/** What every chain can do, whatever its modules. The signed spend limits bind these too. */
public sealed interface ProtocolCommand {
  /** Leaves with quanta: a withdrawal that is claimed on the parent once its batch is final. */
  @CommandType(1)
  record Withdraw(AssetId asset, long quanta) implements ProtocolCommand {}

  /** Leaves with an item. */
  @CommandType(2)
  record WithdrawItem(AssetId collection, Bytes32 item) implements ProtocolCommand {}

  /** Pays another account of this chain. */
  @CommandType(3)
  record Transfer(Account to, AssetId asset, long quanta) implements ProtocolCommand {}

  /** Gives an item to another account of this chain. */
  @CommandType(4)
  record TransferItem(Account to, AssetId collection, Bytes32 item) implements ProtocolCommand {}
}
