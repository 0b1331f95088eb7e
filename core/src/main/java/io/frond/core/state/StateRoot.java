package io.frond.core.state;

import io.frond.core.hash.HashSuite;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The roots of the three trees that make a state.
 *
 * @param ledger the claims: everything that somebody can leave with
 * @param module the state items of the modules
 * @param meta what the protocol keeps for itself
 */
public record StateRoot(Bytes32 ledger, Bytes32 module, Bytes32 meta) {
  private static final int STATE_TAG = 0x40;
  private static final int GENESIS_TAG = 0x41;

  /** The roots, copied. */
  public StateRoot {
    ledger = ledger.copy();
    module = module.copy();
    meta = meta.copy();
  }

  /** The state root of a chain: {@code H(0x40 ‖ domain ‖ ledger ‖ module ‖ meta)}; never zero. */
  public Bytes32 hash(HashSuite suite, Bytes32 domain) {
    return suite.hash(STATE_TAG, domain, ledger, module, meta);
  }

  /** The root that goes into a chain's domain: {@code H(0x41 ‖ ledger ‖ module ‖ meta)}. */
  public Bytes32 genesisHash(HashSuite suite) {
    return suite.hash(GENESIS_TAG, ledger, module, meta);
  }
}
