package io.frond.testkit;

import io.frond.core.AppChain;
import io.frond.core.ChainOptions;
import io.frond.core.admission.AdmissionPolicy;
import io.frond.core.admission.PoolBounds;
import io.frond.core.admission.TransactionResult;
import io.frond.core.data.DataAvailability;
import io.frond.core.environment.SimulatedClock;
import io.frond.core.inbox.InboxEntry;
import io.frond.core.ordering.OrderingPolicy;
import io.frond.core.proof.BlockReexecution;
import io.frond.core.proof.ProofSystem;
import io.frond.core.transition.ChainRules;
import io.frond.core.transition.ProtocolCommand;
import io.frond.core.tx.FeeOffer;
import io.frond.core.tx.Payer;
import io.frond.core.tx.SignatureScheme;
import io.frond.core.tx.TransactionVerifier;
import io.frond.exits.parent.LocalParent;
import io.frond.exits.settlement.SettlementCall;
import io.frond.exits.settlement.SettlementConfig;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.ExecutionModule;
import io.frond.vm.StateView;
import java.math.BigInteger;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;
import org.jspecify.annotations.Nullable;

/**
 * A chain and its parent in this process, with wallets, for tests and examples. Time stands still
 * until somebody mines: a parent block takes {@link #PARENT_BLOCK_MS} and nothing else takes any
 * time. So the same calls give the same blocks, batches and roots on every machine.
 *
 * <pre>{@code
 * try (DevChain chain = DevChain.of(new KingOfTheHill(), GOLD)) {
 *   Wallet alice = chain.wallet("alice");
 *   chain.deposit(alice, GOLD, 100);
 *   chain.send(alice, new Climb(1));
 *   chain.withdraw(alice, GOLD, 100);
 * }
 * }</pre>
 *
 * <p><b>Its keys are known to everybody and its parent secures nothing.</b> For one thread.
 */
public final class DevChain implements AutoCloseable {
  /** From one parent block to the next. */
  public static final long PARENT_BLOCK_MS = 12_000;

  /** Time of the parent's first block. */
  public static final long START_MS = 1_767_225_600_000L; // 2026-01-01

  static final int MAX_QUEUED = 1 << 16;

  private static final BigInteger RICHES = BigInteger.ONE.shiftLeft(62);
  private static final long OPERATOR_FUNDS = 1L << 40;
  private static final long NEVER_MS = Long.MAX_VALUE;
  private static final FeeOffer ANY_FEE = new FeeOffer(Payer.SELF, Long.MAX_VALUE, 0);

  private final ChainRules rules;
  private final Keys keys;
  private final DevStorage storage;
  private final ChainOptions options;
  private final LocalParent parent;
  private final PublicExit exits;
  private Predicate<InboxEntry> ignored = entry -> false;
  private @Nullable AppChain operator;
  private @Nullable ParallelVerifiers verifiers;

  /**
   * Who signs, and what checks it.
   *
   * @param seed gives every wallet but the operator's
   * @param operator runs the chain
   * @param scheme checks signatures
   */
  record Keys(long seed, Wallet operator, SignatureScheme scheme) {}

  DevChain(
      ChainRules rules,
      Keys keys,
      SettlementConfig config,
      DevStorage storage,
      ChainOptions options) {
    this.rules = rules;
    this.keys = keys;
    this.storage = storage;
    this.options = options;
    storage.clock().set(START_MS);
    TransactionVerifier verifier = TransactionVerifier.of(rules.transactionRules(), keys.scheme());
    this.parent =
        LocalParent.open(
            config,
            new BlockReexecution(rules, verifier),
            storage.parentJournal(),
            storage.clock());
    this.exits = PublicExit.of(parent, rules, keys.scheme());
    beforeParentBlock();
  }

  /** A chain of one module in memory. */
  public static DevChain of(ExecutionModule<?> module, AssetId... assets) {
    DevChainBuilder builder = builder().module(module);
    for (AssetId asset : assets) {
      builder.asset(asset);
    }
    return builder.open();
  }

  /** A chain of other parts. */
  public static DevChainBuilder builder() {
    return new DevChainBuilder();
  }

  void verifyIn(int threads) {
    verifiers = new ParallelVerifiers(threads);
  }

  /** Starts the operator, or goes on with the one of the folder. */
  public void startOperator() {
    Account address = keys.operator().address();
    if (parent.view().funds(address) == 0) {
      enrich(address);
      Calls.done(parent.call(address, new SettlementCall.PostFunds(OPERATOR_FUNDS).encode()));
    }
    operator =
        AppChain.builder()
            .rules(rules)
            .environment(storage.chain())
            .parent(parent, parent.writer(address))
            .data(DataAvailability.withCommit(rules.suite(), parent))
            .proofs(ProofSystem.reexecution())
            .signatures(keys.scheme())
            .operator(keys.operator().signer())
            .admission(AdmissionPolicy.bounded(new PoolBounds(MAX_QUEUED, 1_024, NEVER_MS / 2, 1)))
            .ordering(OrderingPolicy.firstComeFirstServed())
            .log(storage.chainLog())
            .states(storage.chainStates())
            .options(options)
            .inbox(entry -> !ignored.test(entry))
            .open();
    awake();
  }

  /**
   * Lets the operator look around at the time of the newest parent block, and make nothing: from
   * then on its pace and the parent's go together.
   */
  private void awake() {
    Predicate<InboxEntry> before = ignored;
    ignored = entry -> true;
    clock().set(timeOf(parent.head().height()));
    run(Runnable::run);
    ignored = before;
    beforeParentBlock();
  }

  /** What the chain is. */
  public ChainRules rules() {
    return rules;
  }

  /**
   * The chain as its operator runs it.
   *
   * @throws IllegalStateException if the operator has stopped
   */
  public AppChain app() {
    if (operator == null) {
      throw new IllegalStateException("the operator has stopped");
    }
    return operator;
  }

  /** The parent. */
  public LocalParent parent() {
    return parent;
  }

  /** Ways out that need no operator. */
  public PublicExit exits() {
    return exits;
  }

  /** Time, which moves with the parent. */
  public SimulatedClock clock() {
    return storage.clock();
  }

  /** The wallet of this name, with the next nonce that the chain knows of. */
  public Wallet wallet(String name) {
    Wallet wallet = Wallet.of(keys.seed(), name);
    if (operator != null) {
      wallet.setNextNonce(operator.nextNonce(wallet.address(), 0));
    }
    return wallet;
  }

  /** Makes somebody rich enough on the parent for every fee. */
  public void enrich(Account account) {
    if (parent.balance(account, DevChainBuilder.PARENT_MONEY).compareTo(RICHES.shiftRight(1)) < 0) {
      parent.setBalance(account, DevChainBuilder.PARENT_MONEY, RICHES);
    }
  }

  /**
   * Enqueues a deposit of value that the wallet is given on the parent for it. It is on the chain
   * once its block is closed and confirmed, see {@link #mine}.
   */
  public void enqueueDeposit(Wallet wallet, AssetId asset, long quanta) {
    Account account = wallet.address();
    enrich(account);
    BigInteger units =
        rules
            .definition()
            .assets()
            .find(asset)
            .orElseThrow(() -> new IllegalArgumentException("the chain declares no " + asset))
            .quantum()
            .multiply(BigInteger.valueOf(quanta));
    if (parent.balance(account, asset).compareTo(units) < 0) {
      parent.setBalance(account, asset, units);
    }
    SettlementCall.Deposit deposit =
        new SettlementCall.Deposit(asset, Bytes32.ZERO, quanta, account, PublicExit.ANY_FEE);
    Calls.done(parent.call(account, deposit.encode()));
  }

  /** Deposits value that the wallet is given on the parent for it; it is on the chain then. */
  public void deposit(Wallet wallet, AssetId asset, long quanta) {
    enqueueDeposit(wallet, asset, quanta);
    mine(1 + options.parent().confirmations());
  }

  /**
   * Sends a command, at whatever fee, and waits for its block.
   *
   * @throws IllegalStateException if no block takes it
   */
  public TransactionResult.Included send(Wallet wallet, Object command, Spend... spends) {
    return trySend(wallet, command, spends)
        .fold(
            included -> included,
            refusal -> {
              throw new IllegalStateException("no block takes it: " + refusal);
            });
  }

  /** Sends a command; what becomes of it, in a block or not. */
  public TransactionResult trySend(Wallet wallet, Object command, Spend... spends) {
    long nonce = wallet.nextNonce();
    Bytes wire =
        wallet.sign(
            rules.transactionRules(), moduleOf(command), command, NEVER_MS, ANY_FEE, spends);
    TransactionResult result = execute(wire);
    if (result instanceof TransactionResult.Refused) {
      wallet.setNextNonce(nonce);
    }
    return result;
  }

  /** Submits a transaction and steps until it is known what becomes of it. */
  public TransactionResult execute(Bytes wire) {
    CompletableFuture<TransactionResult> result = app().submit(wire).result();
    gather();
    settle();
    if (!result.isDone()) {
      throw new IllegalStateException("the transaction still waits; does the pace let blocks be?");
    }
    return result.join();
  }

  /** The name of the module that understands a command. */
  public String moduleOf(Object command) {
    for (String module : rules.catalog().modules()) {
      try {
        var unused = rules.catalog().encode(module, command);
        return module;
      } catch (IllegalArgumentException other) {
        // The command is another module's.
      }
    }
    throw new IllegalArgumentException("no module understands " + command);
  }

  /** What the wallet may spend on the chain. */
  public long balance(Wallet wallet, AssetId asset) {
    return balance(wallet.address(), asset);
  }

  /** What an account may spend on the chain. */
  public long balance(Account account, AssetId asset) {
    return query(view -> view.ledger().balance(account, asset));
  }

  /** Asks the first module. */
  public <R> R query(Function<StateView, R> question) {
    return query(rules.definition().modules().get(0).name(), question);
  }

  /** Asks a module. */
  public <R> R query(String module, Function<StateView, R> question) {
    return app().query(module, question);
  }

  /** Leaves with quanta by a transaction, without waiting for their claim. */
  public TransactionResult.Included withdraw(Wallet wallet, AssetId asset, long quanta) {
    return send(wallet, new ProtocolCommand.Withdraw(asset, quanta), Spend.of(asset, quanta));
  }

  /**
   * Mines until what was withdrawn is final, then claims all of an account and pays it out.
   *
   * @return how many quanta were paid out
   */
  public long claim(Wallet wallet, AssetId asset) {
    Account account = wallet.address();
    long patience = 2 * options.parent().window() + options.pace().blocksPerBatch();
    while (exits.claim(account) == 0 && patience-- > 0) {
      mine(1);
    }
    return exits.payOut(account, asset);
  }

  /** Asks the parent for an exit that no operator can refuse. */
  public void forceExit(Wallet wallet) {
    enrich(wallet.address());
    Calls.done(exits.forceExit(wallet.address()));
  }

  /** Lets the operator pass over these inbox entries; what is behind them waits as well. */
  public void ignore(Predicate<InboxEntry> entries) {
    ignored = entries;
  }

  /** Verifies and admits all that was submitted, without making a block that the pace forbids. */
  public void gather() {
    ParallelVerifiers parallel = verifiers;
    if (parallel == null) {
      run(Runnable::run);
    } else {
      boolean worked = true;
      while (worked) {
        worked = app().step(parallel);
        parallel.awaitIdle();
      }
    }
  }

  /** Lets the time of the parent block come that is open, and the operator do all that it can. */
  public void settle() {
    clock().set(timeOf(parent.now()));
    run(Runnable::run);
  }

  private void run(Executor executor) {
    AppChain chain = operator;
    if (chain == null) {
      return;
    }
    boolean worked = chain.step(executor);
    while (worked) {
      worked = chain.step(executor);
    }
  }

  /** Closes so many parent blocks; the operator does before each and after the last what it can. */
  public void mine(long blocks) {
    for (long i = 0; i < blocks; i++) {
      settle();
      parent.mine(1);
      beforeParentBlock();
    }
    settle();
  }

  /** Closes the open parent block, without a step of the operator. */
  public void closeParentBlock() {
    clock().set(timeOf(parent.now()));
    parent.mine(1);
    beforeParentBlock();
  }

  private void beforeParentBlock() {
    clock().set(timeOf(parent.now()) - 1);
  }

  private static long timeOf(long height) {
    return START_MS + height * PARENT_BLOCK_MS;
  }

  /** Ends the operator for good, as a power cut that nobody repairs. */
  public void stopOperator() {
    AppChain chain = operator;
    operator = null;
    if (chain != null) {
      chain.close();
    }
  }

  /** Ends everything; what is kept in a folder can be opened again. */
  @Override
  public void close() {
    try {
      stopOperator();
      if (verifiers != null) {
        verifiers.close();
      }
    } finally {
      parent.close();
    }
  }
}
