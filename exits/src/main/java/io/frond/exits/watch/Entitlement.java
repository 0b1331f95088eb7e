package io.frond.exits.watch;

import io.frond.exits.proof.EscapeProof;
import io.frond.exits.settlement.SettlementCall;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import org.apache.tuweni.bytes.Bytes32;

/**
 * What an account would leave with by one index of one claim, if the chain froze at this state.
 *
 * @param account who is paid, whoever shows the proof
 * @param asset the fungible asset or the collection
 * @param amount quanta, above 0; 1 for an item
 * @param item the item, zero if the asset is fungible
 * @param proof the claim, shown below the state root
 * @param index the asset index in balances and pools, the place in an escrow's split, else 0
 */
public record Entitlement(
    Account account, AssetId asset, long amount, Bytes32 item, EscapeProof proof, int index) {
  /** The call that pays it, once the settlement is frozen at this state. */
  public SettlementCall.Escape escape() {
    return new SettlementCall.Escape(proof, index);
  }
}
