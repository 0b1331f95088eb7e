package io.frond.exits.settlement;

import io.frond.core.inbox.InboxEntry;
import io.frond.vm.Account;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * An inbox entry as the settlement keeps it. Nothing of it ever changes, so its age never does.
 *
 * @param entry the entry
 * @param rollingHash the rolling hash after it
 * @param due on the operator's clock
 * @param feesTo the sum of all fees up to and with it
 * @param fee its own
 * @param payer who paid
 */
record InboxRecord(
    InboxEntry entry, Bytes32 rollingHash, long due, long feesTo, long fee, Account payer) {
  static InboxRecord decode(Bytes encoded) {
    ByteReader in = ByteReader.of(encoded);
    Bytes32 rollingHash = in.bytes32();
    long due = in.u63();
    long feesTo = in.u64();
    long fee = in.u63();
    Account payer = in.account();
    InboxEntry entry = InboxEntry.decode(in.bytes(in.remaining()));
    return new InboxRecord(entry, rollingHash, due, feesTo, fee, payer);
  }

  Bytes encode() {
    return new ByteWriter(224)
        .raw(rollingHash)
        .u64(due)
        .u64(feesTo)
        .u64(fee)
        .account(payer)
        .raw(entry.encode())
        .toBytes();
  }
}
