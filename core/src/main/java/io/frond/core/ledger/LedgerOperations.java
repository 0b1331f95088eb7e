package io.frond.core.ledger;

import io.frond.core.outcome.Outcome;
import io.frond.vm.Account;
import io.frond.vm.ByteWriter;
import io.frond.vm.EscrowId;
import io.frond.vm.PoolId;
import io.frond.vm.Split;
import io.frond.vm.Split.Part;
import org.apache.tuweni.bytes.Bytes32;

/**
 * Writes what moves as it moves, so that from outcomes alone anybody can keep the books of the
 * ledger. Each operation is a code and its fields; {@code what} is {@code asset index u8 ‖ quanta
 * u64} or for an item {@code asset index u8 ‖ item 32}, as the asset is declared.
 *
 * <pre>
 *  1 transfer       from 20, to 20, what        2 mint item      to 20, what
 *  3 open escrow    id 32, from 20, what, end u64, split
 *  4 lock           id 32, from 20, quanta u64   5 release        id 32, to 20, quanta u64 (1 for an item)
 *  6 split          id 32, split                 7 open pool      id 32
 *  8 add            id 32, from 20, asset index u8, quanta u64
 *  9 pay            id 32, to 20, asset index u8, quanta u64
 * 10 mint shares    id 32, to 20, shares u64    11 burn shares    id 32, from 20, shares u64
 * 12 deposit        to 20, what                 13 withdraw       from 20, what
 * 14 fee            payer 20, to 20, asset index u8, quanta u64
 * split = count u8 ‖ (account 20, weight u64)
 * </pre>
 */
final class LedgerOperations {
  private static final int MAX_OPERATION = 512;

  private final ByteWriter out = new ByteWriter(4096);
  private int count;

  int mark() {
    return out.size();
  }

  int count() {
    return count;
  }

  /** All operations, one after the other; good until the next one is written. */
  ByteWriter written() {
    return out;
  }

  void clear() {
    out.reset();
    count = 0;
  }

  void rollbackTo(int mark, int countAtMark) {
    out.truncate(mark);
    count = countAtMark;
  }

  /**
   * Checks that an outcome can hold another operation.
   *
   * @throws IllegalStateException if it cannot
   */
  void requireRoom() {
    if (out.size() > Outcome.MAX_OPERATION_BYTES - MAX_OPERATION) {
      throw new IllegalStateException(
          "operations: expected at most " + Outcome.MAX_OPERATION_BYTES + " bytes");
    }
  }

  void transfer(Account from, Account to, int asset, long quanta) {
    code(1).account(from).account(to).u8(asset).u64(quanta);
  }

  void transferItem(Account from, Account to, int asset, Bytes32 item) {
    code(1).account(from).account(to).u8(asset).raw(item);
  }

  void mintItem(Account to, int asset, Bytes32 item) {
    code(2).account(to).u8(asset).raw(item);
  }

  void openEscrow(EscrowId id, Account from, int asset, EscrowState escrow) {
    code(3).raw(id.value()).account(from).u8(asset);
    if (escrow.isItem()) {
      out.raw(escrow.item());
    } else {
      out.u64(escrow.amount());
    }
    out.u64(escrow.end());
    split(escrow.split());
  }

  void lock(EscrowId id, Account from, long quanta) {
    code(4).raw(id.value()).account(from).u64(quanta);
  }

  void release(EscrowId id, Account to, long quanta) {
    code(5).raw(id.value()).account(to).u64(quanta);
  }

  void split(EscrowId id, Split split) {
    code(6).raw(id.value());
    split(split);
  }

  void openPool(PoolId id) {
    code(7).raw(id.value());
  }

  void add(PoolId id, Account from, int asset, long quanta) {
    code(8).raw(id.value()).account(from).u8(asset).u64(quanta);
  }

  void pay(PoolId id, Account to, int asset, long quanta) {
    code(9).raw(id.value()).account(to).u8(asset).u64(quanta);
  }

  void mintShares(PoolId id, Account to, long shares) {
    code(10).raw(id.value()).account(to).u64(shares);
  }

  void burnShares(PoolId id, Account from, long shares) {
    code(11).raw(id.value()).account(from).u64(shares);
  }

  void deposit(Account to, int asset, long quanta) {
    code(12).account(to).u8(asset).u64(quanta);
  }

  void depositItem(Account to, int asset, Bytes32 item) {
    code(12).account(to).u8(asset).raw(item);
  }

  void withdraw(Account from, int asset, long quanta) {
    code(13).account(from).u8(asset).u64(quanta);
  }

  void withdrawItem(Account from, int asset, Bytes32 item) {
    code(13).account(from).u8(asset).raw(item);
  }

  void fee(Account payer, Account to, int asset, long quanta) {
    code(14).account(payer).account(to).u8(asset).u64(quanta);
  }

  private ByteWriter code(int code) {
    count++;
    return out.u8(code);
  }

  private void split(Split split) {
    out.u8(split.parts().size());
    for (Part part : split.parts()) {
      out.account(part.account()).u64(part.weight());
    }
  }
}
