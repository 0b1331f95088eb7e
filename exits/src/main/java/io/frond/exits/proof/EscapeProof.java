package io.frond.exits.proof;

import io.frond.core.hash.HashSuite;
import io.frond.core.ledger.Claim;
import io.frond.core.state.StateRoot;
import io.frond.vm.ByteReader;
import io.frond.vm.ByteWriter;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * A claim in a snapshot: {@code ledger root 32 ‖ module root 32 ‖ meta root 32 ‖ claim ‖ pool
 * present u8 ‖ pool}.
 *
 * @param roots the roots of which the snapshot is the hash
 * @param claim the claim that pays
 * @param pool the pool of a share; empty for every other kind
 */
public record EscapeProof(StateRoot roots, ProvenClaim claim, Optional<ProvenClaim> pool) {
  /** The proof of a claim that needs no other. */
  public static EscapeProof of(StateRoot roots, ProvenClaim claim) {
    return new EscapeProof(roots, claim, Optional.empty());
  }

  /** The proof of a share with its pool. */
  public static EscapeProof ofShare(StateRoot roots, ProvenClaim share, ProvenClaim pool) {
    return new EscapeProof(roots, share, Optional.of(pool));
  }

  /**
   * Decodes what {@link #encode} gives.
   *
   * @throws io.frond.vm.DecodeException if it is anything else
   */
  public static EscapeProof decode(Bytes encoded) {
    ByteReader in = ByteReader.of(encoded);
    StateRoot roots = new StateRoot(in.bytes32(), in.bytes32(), in.bytes32());
    ProvenClaim claim = ProvenClaim.read(in);
    int hasPool = in.u8();
    if (hasPool > 1) {
      throw in.error("escape proof: expected 0 or 1, actual " + hasPool);
    }
    Optional<ProvenClaim> pool =
        hasPool == 1 ? Optional.of(ProvenClaim.read(in)) : Optional.empty();
    in.end();
    return new EscapeProof(roots, claim, pool);
  }

  /** The one encoding of this proof. */
  public Bytes encode() {
    ByteWriter out = new ByteWriter(1_024);
    out.raw(roots.ledger()).raw(roots.module()).raw(roots.meta());
    claim.write(out);
    out.u8(pool.isPresent() ? 1 : 0);
    pool.ifPresent(proven -> proven.write(out));
    return out.toBytes();
  }

  /**
   * Whether it holds against a snapshot: the roots are the snapshot's, the claim is in the ledger,
   * and a share, and only a share, comes with the pool that it is of. Total.
   */
  public boolean verify(HashSuite suite, Bytes32 domain, Bytes32 snapshot) {
    return roots.hash(suite, domain).equals(snapshot)
        && claim.verify(suite, roots.ledger())
        && poolFits(suite);
  }

  private boolean poolFits(HashSuite suite) {
    if (claim.claim() instanceof Claim.Share share) {
      return pool.isPresent()
          && pool.get().claim() instanceof Claim.Pool of
          && of.pool().equals(share.pool())
          && pool.get().verify(suite, roots.ledger());
    }
    return pool.isEmpty();
  }
}
