package io.frond.core.ledger;

import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.Split;
import io.frond.vm.Split.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes32;

/** An open escrow. Immutable; the item is zero for a fungible asset. */
record EscrowState(AssetId asset, Bytes32 item, long amount, long end, Split split) {
  boolean isItem() {
    return !item.isZero();
  }

  EscrowState withAmount(long changed) {
    return new EscrowState(asset, item, changed, end, split);
  }

  EscrowState withSplit(Split changed) {
    return new EscrowState(asset, item, amount, end, changed);
  }

  /**
   * What the account has by the default split, 0 if it is not named: its floor, and for the first
   * account also what rounding leaves.
   */
  long partOf(Account account) {
    List<Part> parts = split.parts();
    long sum = 0;
    for (Part part : parts) {
      sum += part.weight();
    }
    long first = amount;
    for (int i = 1; i < parts.size(); i++) {
      long quanta = MulDiv.floor(amount, parts.get(i).weight(), sum);
      if (parts.get(i).account().equals(account)) {
        return quanta;
      }
      first -= quanta;
    }
    return parts.get(0).account().equals(account) ? first : 0;
  }

  /** The account's place in the split, or -1. */
  int indexOf(Account account) {
    for (int i = 0; i < split.parts().size(); i++) {
      if (split.parts().get(i).account().equals(account)) {
        return i;
      }
    }
    return -1;
  }

  /** The split without an account; empty if nobody is left. */
  Optional<Split> splitWithout(Account account) {
    List<Part> rest = new ArrayList<>(split.parts());
    rest.removeIf(part -> part.account().equals(account));
    return rest.isEmpty() ? Optional.empty() : Optional.of(new Split(rest));
  }
}
