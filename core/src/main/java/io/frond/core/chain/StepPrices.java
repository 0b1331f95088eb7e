package io.frond.core.chain;

import io.frond.vm.ByteWriter;

/**
 * What each thing that the library does for a module costs, in steps. Charged by the library and
 * not by bytecode, so the same on every JVM.
 *
 * @param transaction every transaction, its signature included
 * @param read each state access
 * @param write each state write, on top of the access
 * @param encodedByte each byte of a command, an event or a message
 * @param ledgerMove each ledger operation
 * @param event each event
 */
public record StepPrices(
    long transaction, long read, long write, long encodedByte, long ledgerMove, long event) {
  /** Prices near the measured cost, one step being about a nanosecond. */
  public static final StepPrices DEFAULT = new StepPrices(60_000, 200, 1_500, 4, 1_500, 200);

  /**
   * Prices of these parts.
   *
   * @throws IllegalArgumentException if one is negative or above 2^32
   */
  public StepPrices {
    for (long price : new long[] {transaction, read, write, encodedByte, ledgerMove, event}) {
      if (price < 0 || price > 1L << 32) {
        throw new IllegalArgumentException("step price: expected 0 to 2^32, actual " + price);
      }
    }
  }

  void encode(ByteWriter out) {
    out.u64(transaction).u64(read).u64(write).u64(encodedByte).u64(ledgerMove).u64(event);
  }
}
