package io.frond.exits.settlement;

import io.frond.vm.ByteWriter;
import org.apache.tuweni.bytes.Bytes;

/**
 * The sum of all deposits of an asset up to each one, so that the sum up to any inbox index is
 * found without walking the entries between.
 */
final class DepositSums {
  private final Cells cells;

  DepositSums(Cells cells) {
    this.cells = cells;
  }

  /** Notes a deposit; entries come in ascending order. */
  void add(int asset, long entry, long quanta) {
    long count = cells.number(Keys.depositCount(asset));
    // Cannot overflow: custody stays below 2^63, but what was paid out and came back adds up, so
    // the sum is unsigned and only differences of it are used.
    long sum = (count == 0 ? 0 : sumAt(asset, count - 1)) + quanta;
    cells.put(Keys.depositSum(asset, count), new ByteWriter(16).u64(entry).u64(sum).toBytes());
    cells.setNumber(Keys.depositCount(asset), count + 1);
  }

  /** Takes a refunded deposit out of what is pending. */
  void refund(int asset, long quanta) {
    cells.add(Keys.refundedSum(asset), quanta);
  }

  /** Deposits at or past this inbox index that were not refunded. */
  long pending(int asset, long index) {
    long count = cells.number(Keys.depositCount(asset));
    if (count == 0) {
      return 0;
    }
    long before = firstAtOrPast(asset, count, index);
    long consumed = before == 0 ? 0 : sumAt(asset, before - 1);
    return sumAt(asset, count - 1) - consumed - cells.number(Keys.refundedSum(asset));
  }

  private long firstAtOrPast(int asset, long count, long index) {
    long low = 0;
    long high = count;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (stored(asset, middle).getLong(0) < index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private long sumAt(int asset, long number) {
    return stored(asset, number).getLong(8);
  }

  private Bytes stored(int asset, long number) {
    return cells
        .get(Keys.depositSum(asset, number))
        .orElseThrow(() -> new IllegalStateException("no deposit " + number + " of " + asset));
  }
}
