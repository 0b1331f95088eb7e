package io.frond.testkit;

import io.frond.core.ChainOptions;
import io.frond.core.ChainOptions.Pace;
import io.frond.core.batch.BatchHeader;
import io.frond.core.chain.Asset;
import io.frond.core.chain.Assets;
import io.frond.core.chain.ChainParams;
import io.frond.core.chain.Domain;
import io.frond.core.fee.FeeModel;
import io.frond.core.hash.HashSuite;
import io.frond.core.transition.ChainDefinition;
import io.frond.core.transition.ChainRules;
import io.frond.core.transition.ChainState;
import io.frond.core.transition.NamedModule;
import io.frond.core.tx.SignatureScheme;
import io.frond.core.tx.SignatureSchemes;
import io.frond.exits.settlement.Money;
import io.frond.exits.settlement.SettlementConfig;
import io.frond.exits.settlement.SettlementParams;
import io.frond.exits.settlement.SettlementParams.Capacity;
import io.frond.fees.model.FeeModels;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.ExecutionModule;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/** Puts a {@link DevChain} together. Everything but a module has a default. */
public final class DevChainBuilder {
  /** What fees and bonds are paid in on the parent. */
  public static final AssetId PARENT_MONEY = AssetId.named("PARENT-MONEY");

  private static final long ROOT_CHAIN_ID = 1_337;
  private static final Account CUSTODIAN = Account.fromHex("c0".repeat(Account.BYTES));
  private static final Account FEE_RECIPIENT = Account.fromHex("fe".repeat(Account.BYTES));
  private static final long BASE_FEE = 1;
  private static final long BOND = 1_000;

  private static final SettlementParams IN_PROCESS =
      new SettlementParams(
          SettlementParams.IN_PROCESS.evidence(),
          SettlementParams.IN_PROCESS.deadlines(),
          new Capacity(64, 512, 256),
          SettlementParams.IN_PROCESS.protection());

  private final List<NamedModule> modules = new ArrayList<>();
  private final List<Asset> assets = new ArrayList<>();
  private ChainParams params = ChainParams.defaults();
  private FeeModel fees = FeeModels.free();
  private SettlementParams settlement = IN_PROCESS;
  private Pace pace = new Pace(0, 1, 64, DevChain.PARENT_BLOCK_MS, 1_000);
  private SignatureScheme signatures = SignatureSchemes.secp256k1();
  private long seed;
  private int verifierThreads;
  private boolean hasOperator = true;
  private @Nullable Path data;

  DevChainBuilder() {}

  /** Adds a module under a name of its class: {@code KingOfTheHill} is {@code king-of-the-hill}. */
  public DevChainBuilder module(ExecutionModule<?> module) {
    return module(nameOf(module.getClass()), module);
  }

  /** Adds a module. */
  public DevChainBuilder module(String name, ExecutionModule<?> module) {
    modules.add(NamedModule.of(name, module));
    return this;
  }

  /** Adds a fungible asset whose symbol is its name. */
  public DevChainBuilder asset(AssetId id) {
    return asset(Asset.fungible(assets.size(), id, symbolOf(id), 0));
  }

  /** Adds an asset. */
  public DevChainBuilder asset(Asset asset) {
    assets.add(asset);
    return this;
  }

  /** Limits and prices; those of a free chain if nothing is said. */
  public DevChainBuilder params(ChainParams params) {
    this.params = params;
    return this;
  }

  /** What transactions cost, in the first asset; nothing if nothing is said. */
  public DevChainBuilder fees(FeeModel fees) {
    this.fees = fees;
    return this;
  }

  /** Times and sizes of the settlement; those of a parent in this process if nothing is said. */
  public DevChainBuilder settlement(SettlementParams settlement) {
    this.settlement = settlement;
    return this;
  }

  /**
   * How often things happen; if nothing is said, a block as soon as there is something for one, and
   * a batch for each parent block.
   */
  public DevChainBuilder pace(Pace pace) {
    this.pace = pace;
    return this;
  }

  /** What checks signatures; the fastest there is if nothing is said. */
  public DevChainBuilder signatures(SignatureScheme signatures) {
    this.signatures = signatures;
    return this;
  }

  /** Another world with other keys; 0 if nothing is said. */
  public DevChainBuilder seed(long seed) {
    this.seed = seed;
    return this;
  }

  /** Verifies signatures in so many threads; in the calling one if nothing is said. */
  public DevChainBuilder verifierThreads(int threads) {
    this.verifierThreads = threads;
    return this;
  }

  /** Keeps chain and parent in a folder, where they go on when it is opened again. */
  public DevChainBuilder data(Path folder) {
    this.data = folder;
    return this;
  }

  /** Opens the parent alone, as if the operator had stopped for good. */
  public DevChainBuilder withoutOperator() {
    this.hasOperator = false;
    return this;
  }

  /**
   * Opens the chain.
   *
   * @throws IllegalArgumentException if parts contradict each other
   */
  public DevChain open() {
    ChainRules rules = ChainRules.of(definition());
    Wallet operator = Wallet.of(seed, "operator");
    SettlementConfig config = config(rules, operator.address());
    DevStorage storage =
        Optional.ofNullable(data).map(DevStorage::in).orElseGet(() -> DevStorage.inMemory(seed));
    DevChain chain =
        new DevChain(
            rules, new DevChain.Keys(seed, operator, signatures), config, storage, options());
    if (verifierThreads > 0) {
      chain.verifyIn(verifierThreads);
    }
    if (hasOperator) {
      chain.startOperator();
    }
    return chain;
  }

  private ChainDefinition definition() {
    List<Asset> declared =
        assets.isEmpty()
            ? List.of(Asset.fungible(0, AssetId.named("GOLD"), "GOLD", 0))
            : List.copyOf(assets);
    ChainParams ofModel =
        new ChainParams(
            params.limits(),
            params.prices(),
            params.maxDriftMs(),
            params.maxLockParentBlocks(),
            declared.get(0).index(),
            params.priceShift(),
            fees.canonicalName(),
            params.orderingPolicy());
    return new ChainDefinition(
        new ChainDefinition.Place(ROOT_CHAIN_ID, CUSTODIAN, List.of(Bytes32.leftPad(Bytes.of(1)))),
        Assets.of(declared),
        ofModel,
        modules,
        new ChainDefinition.Fees(fees, FEE_RECIPIENT),
        HashSuite.sha256());
  }

  private SettlementConfig config(ChainRules rules, Account operator) {
    ChainDefinition.Place place = rules.definition().place();
    return new SettlementConfig(
        rules.suite(),
        new Domain(place.rootChainId(), place.settlement(), place.path(), rules.genesisRoot()),
        ChainState.genesis(rules, 0).root(),
        new BatchHeader.Rules(rules.moduleDigest(), rules.paramsHash()),
        rules.definition().assets(),
        settlement,
        new Money(PARENT_MONEY, BigInteger.ONE, BASE_FEE, BOND),
        operator);
  }

  private ChainOptions options() {
    SettlementParams.Deadlines deadlines = settlement.deadlines();
    return new ChainOptions(
        pace,
        new ChainOptions.ParentTerms(
            deadlines.confirmations(),
            (int) settlement.capacity().maxBatchEntries(),
            deadlines.window(),
            deadlines.maxLag(),
            deadlines.maxLag()),
        DevChain.MAX_QUEUED);
  }

  private static String nameOf(Class<?> module) {
    String dashed = module.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-");
    return dashed.toLowerCase(java.util.Locale.ROOT);
  }

  private static String symbolOf(AssetId id) {
    String name = new String(id.toBytes().toArray(), StandardCharsets.US_ASCII).trim();
    return name.substring(0, Math.min(name.length(), 12));
  }
}
