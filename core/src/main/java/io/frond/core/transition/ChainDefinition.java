package io.frond.core.transition;

import io.frond.core.chain.Asset;
import io.frond.core.chain.Assets;
import io.frond.core.chain.ChainParams;
import io.frond.core.fee.FeeModel;
import io.frond.core.hash.HashSuite;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.tuweni.bytes.Bytes32;

/**
 * What a host chooses when it makes a chain. Immutable; the same definition gives the same chain
 * everywhere.
 *
 * @param place where the chain is settled
 * @param assets what it counts
 * @param params limits and prices
 * @param modules 1 to 16 modules, in an order that is part of consensus
 * @param fees the fee model, and who is paid
 * @param hashSuite the hash of every tree and commitment
 */
public record ChainDefinition(
    Place place,
    Assets assets,
    ChainParams params,
    List<NamedModule> modules,
    Fees fees,
    HashSuite hashSuite) {
  /**
   * Where a chain is settled.
   *
   * @param rootChainId id of the root chain
   * @param settlement address of the settlement there
   * @param path chain id of each level, the outermost first
   */
  public record Place(long rootChainId, Account settlement, List<Bytes32> path) {}

  /**
   * What a transaction costs and who gets it.
   *
   * @param model the fee model; its canonical name stands in the parameters
   * @param recipient the account that fees are credited to
   */
  public record Fees(FeeModel model, Account recipient) {}

  /**
   * A definition of these parts.
   *
   * @throws IllegalArgumentException if the number of modules is not 1 to 16, two mint one
   *     collection or one mints what is not declared as chain-born, the parameters name another fee
   *     model, or the fee asset is not a declared fungible one
   */
  public ChainDefinition {
    modules = List.copyOf(modules);
    if (modules.isEmpty() || modules.size() > NamedModule.MAX_COUNT) {
      throw new IllegalArgumentException("modules: expected 1 to 16, actual " + modules.size());
    }
    if (!params.feeModel().equals(fees.model().canonicalName())) {
      throw new IllegalArgumentException(
          "fee model: expected "
              + params.feeModel()
              + " as in the parameters, actual "
              + fees.model().canonicalName());
    }
    if (!assets.at(params.feeAssetIndex()).map(Asset::isFungible).orElse(false)) {
      throw new IllegalArgumentException(
          "fee asset: expected a declared fungible asset, actual index " + params.feeAssetIndex());
    }
    checkMints(assets, modules);
  }

  private static void checkMints(Assets assets, List<NamedModule> modules) {
    Set<AssetId> minted = new TreeSet<>();
    for (NamedModule named : modules) {
      for (AssetId collection : named.mints()) {
        Asset.Kind kind = assets.find(collection).map(Asset::kind).orElse(null);
        if (kind != Asset.Kind.CHAIN_BORN_COLLECTION || !minted.add(collection)) {
          throw new IllegalArgumentException(
              "module "
                  + named.name()
                  + " mints "
                  + collection
                  + ": expected a chain-born collection that no other module mints");
        }
      }
    }
  }
}
