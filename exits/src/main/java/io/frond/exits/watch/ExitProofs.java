package io.frond.exits.watch;

import io.frond.core.chain.Asset;
import io.frond.core.chain.AssetQuanta;
import io.frond.core.chain.Assets;
import io.frond.core.ledger.Claim;
import io.frond.core.state.FullStateTrees;
import io.frond.core.state.Section;
import io.frond.core.state.StateRoot;
import io.frond.core.transition.ChainState;
import io.frond.exits.proof.EscapeProof;
import io.frond.exits.proof.ProvenClaim;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.PoolId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.tuweni.bytes.Bytes32;

/**
 * The proofs by which everybody leaves a chain that froze at a state. Reads the state as it stands
 * when this is made and asked; the state must not change in between. For one thread.
 */
public final class ExitProofs {
  private final ChainState state;
  private final FullStateTrees trees;
  private final StateRoot roots;
  private final TreeMap<Bytes32, ProvenClaim> pools = new TreeMap<>();

  private ExitProofs(ChainState state, FullStateTrees trees) {
    this.state = state;
    this.trees = trees;
    this.roots = trees.root();
  }

  /**
   * The proofs below the root of this state.
   *
   * @throws IllegalArgumentException if the state is not whole
   */
  public static ExitProofs of(ChainState state) {
    return new ExitProofs(
        state,
        state
            .fullTrees()
            .orElseThrow(() -> new IllegalArgumentException("exit proofs: a whole state")));
  }

  /** The state root that they are below. */
  public Bytes32 stateRoot() {
    return state.stateRoot();
  }

  /** All that an account has, claim by claim in the order of its list. */
  public List<Entitlement> of(Account account) {
    List<Entitlement> found = new ArrayList<>();
    state.claimsOf(account).forEach(claim -> collect(claim, found));
    found.removeIf(entitlement -> !entitlement.account().equals(account));
    return found;
  }

  /** All that anybody has, in no particular order. */
  public List<Entitlement> ofEverybody() {
    List<Claim> claims = new ArrayList<>();
    state.forEachEntry(
        entry -> {
          if (entry.section() == Section.LEDGER) {
            claims.add(Claim.of(entry));
          }
        });
    List<Entitlement> found = new ArrayList<>();
    claims.forEach(claim -> collect(claim, found));
    return found;
  }

  /** A pool and a child chain pay nothing by themselves. */
  private void collect(Claim claim, List<Entitlement> found) {
    if (claim instanceof Claim.Balances balances) {
      collect(balances, found);
    } else if (claim instanceof Claim.Item item) {
      found.add(new Entitlement(item.owner(), item.collection(), 1, item.id(), proof(claim), 0));
    } else if (claim instanceof Claim.Share share) {
      collect(share, found);
    } else if (claim instanceof Claim.Escrow escrow) {
      collect(escrow, found);
    } else if (claim instanceof Claim.Residual residual) {
      found.add(
          new Entitlement(
              residual.beneficiary(),
              residual.asset(),
              residual.amount(),
              Bytes32.ZERO,
              proof(claim),
              0));
    }
  }

  private void collect(Claim.Balances balances, List<Entitlement> found) {
    if (balances.assets().entries().isEmpty()) {
      return;
    }
    EscapeProof proof = proof(balances);
    for (AssetQuanta.Entry entry : balances.assets().entries()) {
      int index = entry.assetIndex();
      found.add(
          new Entitlement(
              balances.account(), asset(index), entry.quanta(), Bytes32.ZERO, proof, index));
    }
  }

  private void collect(Claim.Share share, List<Entitlement> found) {
    ProvenClaim proven = pool(share.pool());
    Claim.Pool pool = (Claim.Pool) proven.claim();
    EscapeProof proof = EscapeProof.ofShare(roots, proven(share), proven);
    for (AssetQuanta.Entry entry : pool.reserves().entries()) {
      int index = entry.assetIndex();
      long quanta = pool.quantaOf(share.shares(), index);
      if (quanta > 0) {
        found.add(
            new Entitlement(share.account(), asset(index), quanta, Bytes32.ZERO, proof, index));
      }
    }
  }

  private void collect(Claim.Escrow escrow, List<Entitlement> found) {
    EscapeProof proof = proof(escrow);
    for (int place = 0; place < escrow.split().parts().size(); place++) {
      long quanta = escrow.quantaAt(place);
      if (quanta > 0) {
        Account account = escrow.split().parts().get(place).account();
        found.add(new Entitlement(account, escrow.asset(), quanta, escrow.item(), proof, place));
      }
    }
  }

  private EscapeProof proof(Claim claim) {
    return EscapeProof.of(roots, proven(claim));
  }

  private ProvenClaim proven(Claim claim) {
    Bytes32 key = claim.key(state.rules().suite());
    return new ProvenClaim(claim, trees.prove(Section.LEDGER, key));
  }

  private ProvenClaim pool(PoolId id) {
    return pools.computeIfAbsent(id.value(), unknown -> proven(state.pool(id).orElseThrow()));
  }

  private AssetId asset(int index) {
    Assets assets = state.rules().definition().assets();
    return assets.at(index).map(Asset::id).orElseThrow();
  }
}
