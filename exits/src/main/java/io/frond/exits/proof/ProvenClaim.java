package io.frond.exits.proof;

import io.frond.core.hash.HashSuite;
import io.frond.core.ledger.Claim;
import io.frond.core.state.TreePath;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import org.apache.tuweni.bytes.Bytes32;

/**
 * A claim with its path below a ledger root: {@code kind u8 ‖ identity ‖ value ‖ path}, each but
 * the kind after its length.
 *
 * @param claim the claim
 * @param path its path
 */
public record ProvenClaim(Claim claim, TreePath path) {
  private static final int MAX_IDENTITY_BYTES = 64;
  private static final int MAX_VALUE_BYTES = 1_024;

  static ProvenClaim read(ByteReader in) {
    int kind = in.u8();
    Claim claim =
        Claim.decode(
            kind,
            in.sized(MAX_IDENTITY_BYTES, "claim identity"),
            in.sized(MAX_VALUE_BYTES, "claim value"));
    return new ProvenClaim(claim, TreePath.decode(in.sized(TreePath.MAX_BYTES, "claim path")));
  }

  void write(ByteWriter out) {
    out.u8(claim.kind()).sized(claim.identity()).sized(claim.value()).sized(path.encode());
  }

  /** Whether a ledger of this root holds the claim. Total. */
  public boolean verify(HashSuite suite, Bytes32 ledgerRoot) {
    Bytes32 valueHash = suite.newHasher().raw(claim.value()).digest();
    return path.proves(suite, ledgerRoot, claim.key(suite), valueHash);
  }
}
