package io.frond.exits.settlement;

import io.frond.exits.settlement.BatchRecord.Status;
import io.frond.exits.settlement.SettlementError.Rule;
import io.frond.vm.Account;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Settles the bonds of batches that were rewound because of one before them, one at a time and in
 * order: a batch that was not itself wrong went with the batch that it continues.
 */
final class Bonds {
  private final Batches batches;
  private final Funds funds;

  Bonds(Batches batches, Funds funds) {
    this.batches = batches;
    this.funds = funds;
  }

  void settle(Bytes32 hash) {
    BatchRecord batch =
        batches.find(hash).orElseThrow(() -> Refusal.of(Rule.BOND, "a batch", hash));
    boolean isOpen = batch.status() instanceof Status.Committed;
    Refusal.unless(
        isOpen && !batches.isCurrent(batch, hash), Rule.BOND, "a rewound batch", batch.status());
    Bytes32 previous = batch.header().position().previous();
    Status before =
        batches
            .find(previous)
            .map(BatchRecord::status)
            .orElseThrow(() -> Refusal.of(Rule.BOND, "a settled batch before", previous));
    if (!(before instanceof Status.Rewound rewound)) {
      throw Refusal.of(Rule.BOND, "a settled batch before", before);
    }
    batches.store(hash, batch.with(rewound));
    payBond(batch, rewound.culprit());
  }

  private void payBond(BatchRecord batch, Account culprit) {
    Account proposer = batch.commitment().proposer();
    if (proposer.equals(culprit)) {
      funds.burn(batch.commitment().bond());
    } else {
      funds.give(proposer, batch.commitment().bond());
    }
  }
}
