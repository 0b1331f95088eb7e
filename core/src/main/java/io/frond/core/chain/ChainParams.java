package io.frond.core.chain;

import io.frond.core.hash.HashSuite;
import io.frond.vm.ByteWriter;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The parameters of the transition. They change only by an announced upgrade; every batch header
 * binds their hash.
 *
 * @param limits what one block may hold
 * @param prices what the library's work costs in steps
 * @param maxDriftMs how far a block's time may be from its parent reference's, at least 1
 * @param maxLockParentBlocks the longest that an escrow may bind value, in parent blocks
 * @param feeAssetIndex the asset that fees are paid in, 0 to 255
 * @param priceShift a tick is 2^-priceShift quanta, 0 to 32
 * @param feeModel the canonical name and parameters of the fee model
 * @param orderingPolicy the canonical name of the ordering policy
 */
public record ChainParams(
    BlockLimits limits,
    StepPrices prices,
    long maxDriftMs,
    long maxLockParentBlocks,
    int feeAssetIndex,
    int priceShift,
    String feeModel,
    String orderingPolicy) {
  /** Version of the protocol; first in every encoding. */
  public static final int PROTOCOL_VERSION = 1;

  /** Parameters of these parts. */
  public ChainParams {
    if (maxDriftMs < 1 || maxLockParentBlocks < 1) {
      throw new IllegalArgumentException("drift and longest lock: expected at least 1");
    }
    if (feeAssetIndex < 0 || feeAssetIndex > Asset.MAX_INDEX || priceShift < 0 || priceShift > 32) {
      throw new IllegalArgumentException("fee asset index or price shift is out of range");
    }
  }

  /** Defaults for a free chain: first come, first served, one hour of drift. */
  public static ChainParams defaults() {
    return new ChainParams(
        BlockLimits.DEFAULT, StepPrices.DEFAULT, 3_600_000, 50_400, 0, 32, "free", "fcfs");
  }

  /** The hash that headers bind: of these parameters, the assets and the hash suite's name. */
  public Bytes32 hash(HashSuite suite, Assets assets) {
    ByteWriter out = new ByteWriter();
    out.u32(PROTOCOL_VERSION).text(suite.name());
    limits.encode(out);
    prices.encode(out);
    out.u64(maxDriftMs).u64(maxLockParentBlocks).u8(feeAssetIndex).u8(priceShift);
    out.text(feeModel).text(orderingPolicy);
    Bytes encoded = Bytes.concatenate(out.toBytes(), assets.encode());
    return suite.hash(0x50, encoded);
  }
}
