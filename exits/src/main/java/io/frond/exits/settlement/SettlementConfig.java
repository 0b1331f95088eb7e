package io.frond.exits.settlement;

import io.frond.core.batch.BatchHeader;
import io.frond.core.chain.Assets;
import io.frond.core.chain.Domain;
import io.frond.core.hash.HashSuite;
import io.frond.core.ordering.TrustLabel;
import io.frond.core.state.StateRoot;
import io.frond.vm.Account;
import io.frond.vm.ByteWriter;
import java.util.List;
import org.apache.tuweni.bytes.Bytes32;

/**
 * What a chain registers on its parent; readable there for ever.
 *
 * @param suite the chain's hash
 * @param domain the chain's domain; its settlement is the account that holds custody
 * @param genesis the roots of the genesis state
 * @param rules module digest and params hash at genesis
 * @param assets the assets that the chain declares
 * @param params times and sizes
 * @param money fees and bonds
 * @param operator who orders and proposes
 */
public record SettlementConfig(
    HashSuite suite,
    Domain domain,
    StateRoot genesis,
    BatchHeader.Rules rules,
    Assets assets,
    SettlementParams params,
    Money money,
    Account operator) {
  /**
   * A config of these parts.
   *
   * @throws IllegalArgumentException if the genesis is not the domain's, an inequality of the
   *     parameters does not hold, or the evidence is not re-execution, which is all that this
   *     version checks
   */
  public SettlementConfig {
    if (!domain.genesisRoot().equals(genesis.genesisHash(suite))) {
      throw new IllegalArgumentException(
          "settlement: the domain names another genesis, " + domain.genesisRoot());
    }
    List<String> problems = params.problems();
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("settlement: expected " + String.join("; ", problems));
    }
    if (params.evidence() != TrustLabel.REEXECUTION) {
      throw new IllegalArgumentException(
          "settlement: expected evidence REEXECUTION, actual " + params.evidence());
    }
  }

  /** The account that holds what is in custody. */
  public Account custodian() {
    return domain.settlement();
  }

  /** {@link Domain#hash}: also the hash of batch 0. */
  public Bytes32 domainHash() {
    return domain.hash(suite);
  }

  /** What tells this registration from every other. */
  public Bytes32 hash() {
    ByteWriter out = new ByteWriter(512).raw(domainHash());
    out.raw(rules.moduleDigest()).raw(rules.paramsHash());
    params.write(out);
    money.write(out);
    out.account(operator).raw(assets.encode());
    return suite.newHasher().raw(out.toBytes()).digest();
  }
}
