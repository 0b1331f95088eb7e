package io.frond.core.transition;

import io.frond.core.batch.Head;
import io.frond.core.chain.Asset;
import io.frond.core.chain.Domain;
import io.frond.core.hash.HashSuite;
import io.frond.core.state.Section;
import io.frond.core.state.StateWitness;
import io.frond.core.state.WitnessEntry;
import io.frond.core.tx.CommandCatalog;
import io.frond.core.tx.SigningDomain;
import io.frond.core.tx.TransactionFormat;
import io.frond.core.tx.TransactionRules;
import io.frond.vm.AssetId;
import io.frond.vm.StateItem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * What follows from a {@link ChainDefinition}: the domain, the digests that headers bind, the
 * command catalog, the positions of the modules. Immutable.
 *
 * <p>Position 0 is the protocol's own module, 1 to n are the application's in their order, n + 1 is
 * the fee model's state.
 */
public final class ChainRules {
  private static final int MODULE_ID_TAG = 0x60;
  private static final int MODULE_DIGEST_TAG = 0x61;
  private static final String FEES = "fees";

  private final ChainDefinition definition;
  private final List<InstalledModule> installed;
  private final List<NamedModule> modules;
  private final List<Bytes32> moduleIds;
  private final CommandCatalog catalog;
  private final Bytes32 genesisRoot;
  private final Bytes32 domain;
  private final TransactionFormat format;
  private final TransactionRules transactionRules;
  private final Bytes32 moduleDigest;
  private final Bytes32 paramsHash;

  private ChainRules(
      ChainDefinition definition, List<InstalledModule> installed, Bytes32 genesisRoot) {
    this.definition = definition;
    this.installed = installed;
    this.modules = installed.stream().map(InstalledModule::named).toList();
    this.moduleIds = moduleIds();
    this.catalog = CommandCatalog.of(installed.stream().map(InstalledModule::commands).toList());
    this.genesisRoot = genesisRoot;
    ChainDefinition.Place place = definition.place();
    this.domain =
        new Domain(place.rootChainId(), place.settlement(), place.path(), genesisRoot)
            .hash(suite());
    this.format = TransactionFormat.of(suite(), domain, definition.assets());
    this.transactionRules = TransactionRules.of(format, catalog, SigningDomain.of("Frond", domain));
    this.moduleDigest = digestModules();
    this.paramsHash = definition.params().hash(suite(), definition.assets());
  }

  /**
   * The rules of a chain. Runs the genesis of its modules once, because the domain binds its root.
   *
   * @throws IllegalArgumentException if names, items or commands of the modules clash
   */
  public static ChainRules of(ChainDefinition definition) {
    List<InstalledModule> installed = install(definition.modules());
    ChainRules withoutDomain = new ChainRules(definition, installed, Bytes32.ZERO);
    Bytes32 root = ChainState.genesis(withoutDomain, 0).root().genesisHash(definition.hashSuite());
    return new ChainRules(definition, installed, root);
  }

  private static List<InstalledModule> install(List<NamedModule> application) {
    List<InstalledModule> all = new ArrayList<>();
    all.add(InstalledModule.of(NamedModule.of(ProtocolModule.NAME, new ProtocolModule())));
    application.forEach(named -> all.add(InstalledModule.of(named)));
    return List.copyOf(all);
  }

  private List<Bytes32> moduleIds() {
    List<Bytes32> ids = new ArrayList<>();
    for (NamedModule module : modules) {
      ids.add(suite().hash(MODULE_ID_TAG, ascii(module.name())));
    }
    // The application cannot use the protocol's name for its own module, so this one is free.
    ids.add(suite().hash(MODULE_ID_TAG, ascii(ProtocolModule.NAME + "/" + FEES)));
    return List.copyOf(ids);
  }

  /** What each module says of itself; its code only where the host gave a digest. */
  private Bytes32 digestModules() {
    StringBuilder text = new StringBuilder();
    installed.forEach(module -> module.describe(text));
    return suite()
        .hash(MODULE_DIGEST_TAG, Bytes.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /** What the host chose. */
  public ChainDefinition definition() {
    return definition;
  }

  /** The chain's hash. */
  public HashSuite suite() {
    return definition.hashSuite();
  }

  /** Every module by position, the protocol's first. */
  public List<NamedModule> modules() {
    return modules;
  }

  /** The state items of the module at a position, the protocol's first. */
  List<StateItem> stateOf(int position) {
    return installed.get(position).state();
  }

  /** The position of the module that mints a collection, by its asset index; -1 for none. */
  int[] minters() {
    int[] minters = new int[Asset.MAX_INDEX + 1];
    Arrays.fill(minters, -1);
    for (int position = 0; position < modules.size(); position++) {
      for (AssetId collection : modules.get(position).mints()) {
        minters[definition.assets().find(collection).orElseThrow().index()] = position;
      }
    }
    return minters;
  }

  /** The position of the fee model's state. */
  int feeSpace() {
    return modules.size();
  }

  /** The identity of each position in consensus. */
  List<Bytes32> ids() {
    return moduleIds;
  }

  /** Every command of every module. */
  public CommandCatalog catalog() {
    return catalog;
  }

  /** The root that the domain binds. */
  public Bytes32 genesisRoot() {
    return genesisRoot;
  }

  /** The hash of the chain's domain. */
  public Bytes32 domain() {
    return domain;
  }

  /** What transactions of the chain mean and what exactly is signed. */
  public TransactionRules transactionRules() {
    return transactionRules;
  }

  /** The wire form of the chain's transactions. */
  public TransactionFormat format() {
    return format;
  }

  /** The digest of the modules that headers bind. */
  public Bytes32 moduleDigest() {
    return moduleDigest;
  }

  /** The hash of the parameters that headers bind. */
  public Bytes32 paramsHash() {
    return paramsHash;
  }

  /**
   * The head that a witness shows; empty before the first block. Checked when the witness is used.
   */
  public Optional<Head> headOf(StateWitness witness) {
    for (WitnessEntry entry : witness.entries()) {
      byte[] value = entry.value();
      if (entry.section() == Section.META
          && Arrays.equals(entry.rawKey(), ChainState.HEAD_KEY)
          && value != null) {
        return Optional.of(Head.decode(Bytes.wrap(value)));
      }
    }
    return Optional.empty();
  }

  private static Bytes ascii(String text) {
    return Bytes.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }
}
