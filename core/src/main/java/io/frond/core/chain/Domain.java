package io.frond.core.chain;

import io.frond.core.hash.HashSuite;
import io.frond.core.hash.Hasher;
import io.frond.vm.Account;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * What makes a chain this one and no other. Nothing that is signed or proved in one domain is valid
 * in another.
 *
 * @param rootChainId EIP-155 id of the root chain; for an in-process parent any number
 * @param settlement the settlement's address on the root chain
 * @param path chain id of each level, the outermost first; 1 to {@link #MAX_DEPTH}
 * @param genesisRoot {@code H(0x41 ‖ ledgerRoot ‖ moduleRoot ‖ metaRoot)} of the genesis state
 */
public record Domain(
    long rootChainId, Account settlement, List<Bytes32> path, Bytes32 genesisRoot) {
  /** The most levels of chains on chains. */
  public static final int MAX_DEPTH = 8;

  private static final Bytes TAG = Bytes.wrap("frond.v1".getBytes(StandardCharsets.US_ASCII));

  /**
   * A domain of these parts.
   *
   * @throws IllegalArgumentException if the path is empty or too long
   */
  public Domain {
    path = List.copyOf(path);
    if (path.isEmpty() || path.size() > MAX_DEPTH) {
      throw new IllegalArgumentException(
          "domain path: expected 1 to " + MAX_DEPTH + " levels, actual " + path.size());
    }
  }

  /**
   * {@code H("frond.v1" ‖ rootChainId u64 ‖ settlement 20 ‖ depth u8 ‖ chainId 32 of each level ‖
   * genesisRoot 32)}.
   */
  public Bytes32 hash(HashSuite suite) {
    Hasher hasher = suite.newHasher().raw(TAG).u64(rootChainId).account(settlement).u8(path.size());
    path.forEach(hasher::raw);
    return hasher.raw(genesisRoot).digest();
  }
}
