package io.frond.core;

import io.frond.core.admission.AdmissionPolicy;
import io.frond.core.admission.PoolBounds;
import io.frond.core.admission.Submission;
import io.frond.core.admission.TransactionResult;
import io.frond.core.chain.Asset;
import io.frond.core.chain.Assets;
import io.frond.core.chain.BlockLimits;
import io.frond.core.chain.ChainParams;
import io.frond.core.data.DataAvailability;
import io.frond.core.environment.SimulatedEnvironment;
import io.frond.core.hash.HashSuite;
import io.frond.core.inbox.InboxPayload;
import io.frond.core.log.FileChainLog;
import io.frond.core.ordering.OrderingPolicy;
import io.frond.core.proof.ProofSystem;
import io.frond.core.sequencing.InboxPolicy;
import io.frond.core.settling.ChainEvent;
import io.frond.core.state.StateStore;
import io.frond.core.transition.ChainDefinition;
import io.frond.core.transition.ChainRules;
import io.frond.core.transition.ChainState;
import io.frond.core.transition.NamedModule;
import io.frond.core.tx.KeyPair;
import io.frond.core.tx.SignatureSchemes;
import io.frond.core.tx.SigningDomain;
import io.frond.core.tx.TransactionBuilder;
import io.frond.core.tx.TransactionRules;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/** A chain with its parent, disk and clock, in one thread from one seed. */
final class ChainWorld {
  static final HashSuite SUITE = HashSuite.sha256();
  static final AssetId GOLD = AssetId.named("GOLD");
  static final ChainRules RULES = ChainRules.of(definition());
  static final TransactionRules TRANSACTIONS = RULES.transactionRules();
  static final SigningDomain SIGNING = TRANSACTIONS.domain();
  static final KeyPair OPERATOR = key(1);
  static final KeyPair ALICE = key(2);
  static final KeyPair BOB = key(3);
  static final ChainOptions OPTIONS =
      new ChainOptions(
          new ChainOptions.Pace(10, 4, 3, 1_000, 5),
          new ChainOptions.ParentTerms(0, 16, 2, 100, 50),
          1_000);

  private final SimulatedEnvironment environment;
  private final ChainRules rules;
  private MemoryParent parent;
  private KeyPair operator = OPERATOR;
  private final List<ChainEvent> events = new ArrayList<>();
  private ChainOptions options = OPTIONS;
  private InboxPolicy inbox = InboxPolicy.takeAll();
  private PoolBounds bounds = PoolBounds.DEFAULT;

  ChainWorld(long seed) {
    this(seed, RULES);
  }

  ChainWorld(long seed, ChainRules rules) {
    this.rules = rules;
    parent = new MemoryParent(SUITE, rules.domain(), ChainState.genesis(rules, 0).stateRoot());
    environment = new SimulatedEnvironment(seed);
    environment.clock().set(1_000);
  }

  private static ChainDefinition definition() {
    return definition(BlockLimits.DEFAULT);
  }

  static ChainDefinition definition(BlockLimits limits) {
    ChainParams defaults = ChainParams.defaults();
    ChainParams params =
        new ChainParams(
            limits,
            defaults.prices(),
            10_000,
            defaults.maxLockParentBlocks(),
            defaults.feeAssetIndex(),
            defaults.priceShift(),
            defaults.feeModel(),
            defaults.orderingPolicy());
    return new ChainDefinition(
        new ChainDefinition.Place(
            1, Account.fromHex("0x" + "5e".repeat(20)), List.of(Bytes32.ZERO)),
        Assets.of(Asset.fungible(0, GOLD, "GOLD", 0)),
        params,
        List.of(NamedModule.of(CounterModule.NAME, new CounterModule())),
        new ChainDefinition.Fees(new FreeOfCharge(), Account.fromHex("0x" + "fe".repeat(20))),
        SUITE);
  }

  static KeyPair key(int number) {
    return KeyPair.of(Bytes32.leftPad(Bytes.ofUnsignedInt(number)));
  }

  ChainWorld options(ChainOptions newOptions) {
    options = newOptions;
    return this;
  }

  ChainWorld inbox(InboxPolicy policy) {
    inbox = policy;
    return this;
  }

  ChainWorld bounds(PoolBounds newBounds) {
    bounds = newBounds;
    return this;
  }

  /** On the parent of another world. */
  ChainWorld on(MemoryParent other) {
    parent = other;
    return this;
  }

  ChainWorld operator(KeyPair other) {
    operator = other;
    return this;
  }

  SimulatedEnvironment environment() {
    return environment;
  }

  MemoryParent parent() {
    return parent;
  }

  List<ChainEvent> events() {
    return events;
  }

  AppChainBuilder builder() {
    return AppChain.builder()
        .rules(rules)
        .environment(environment)
        .parent(parent, parent)
        .data(DataAvailability.withCommit(SUITE, parent))
        .proofs(ProofSystem.reexecution())
        .signatures(SignatureSchemes.secp256k1())
        .operator(operator)
        .admission(AdmissionPolicy.bounded(bounds))
        .ordering(OrderingPolicy.firstComeFirstServed())
        .log(FileChainLog.open(environment))
        .states(StateStore.files(environment.disk()))
        .options(options)
        .inbox(inbox)
        .events(events::add);
  }

  AppChain open() {
    return builder().open();
  }

  /** Lets time pass, a parent block at each stride, and steps the chain. */
  void run(AppChain chain, int strides) {
    for (int i = 0; i < strides; i++) {
      environment.clock().advance(10);
      chain.step();
      chain.step();
      parent.mine(environment.clock().nowMs());
    }
  }

  static Bytes add(KeyPair sender, long sequence, long amount) {
    return add(TRANSACTIONS, sender, sequence, amount);
  }

  static Bytes add(TransactionRules rules, KeyPair sender, long sequence, long amount) {
    return TransactionBuilder.of(rules)
        .command(CounterModule.NAME, new CounterModule.Add(amount))
        .ordered(0, sequence)
        .validUntilMs(100_000_000)
        .sign(sender);
  }

  static CompletableFuture<TransactionResult> submit(AppChain chain, Bytes wire) {
    Submission submission = chain.submit(wire);
    return submission.result();
  }

  static TransactionResult.Included included(CompletableFuture<TransactionResult> result) {
    return (TransactionResult.Included) result.join();
  }

  static long sum(AppChain chain) {
    return chain.query(CounterModule.NAME, CounterModule.SUM::get);
  }

  void deposit(Account account, long quanta) {
    parent.enqueue(InboxPayload.Deposit.of(GOLD, quanta, account));
  }
}
