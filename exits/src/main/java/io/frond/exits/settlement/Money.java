package io.frond.exits.settlement;

import io.frond.vm.AssetId;
import io.frond.vm.ByteWriter;
import java.math.BigInteger;

/**
 * What fees and bonds are paid in on the parent. They are counted in quanta of their own and kept
 * in books apart from custody, also if the chain declares the same asset.
 *
 * @param asset the parent's own asset
 * @param quantum how many of its units one quantum is, at least 1
 * @param baseFee the fee of an entry in an empty inbox, which its proposer earns
 * @param bond what a proposer locks for each batch
 */
public record Money(AssetId asset, BigInteger quantum, long baseFee, long bond) {
  private static final int STEP = 256;
  private static final int MAX_DOUBLINGS = 32;

  /**
   * Money of these parts.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public Money {
    if (quantum.signum() <= 0 || baseFee < 0 || bond < 0) {
      throw new IllegalArgumentException("money: expected a quantum above 0, no negative amount");
    }
  }

  /** The fee of an entry on top of so many: it doubles with each 256, at most 2^63-1. */
  long fee(long pending) {
    int doublings = (int) Math.min(MAX_DOUBLINGS, pending / STEP);
    return baseFee > Long.MAX_VALUE >> doublings ? Long.MAX_VALUE : baseFee << doublings;
  }

  void write(ByteWriter out) {
    byte[] units = quantum.toByteArray();
    out.asset(asset).uv(units.length).raw(units).u64(baseFee).u64(bond);
  }
}
