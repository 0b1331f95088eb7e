package io.frond.core.transition;

import io.frond.core.chain.Asset;
import io.frond.core.chain.Assets;
import io.frond.core.chain.BlockLimits;
import io.frond.core.chain.ChainParams;
import io.frond.core.chain.ParentReference;
import io.frond.core.fee.Bill;
import io.frond.core.fee.FeeModel;
import io.frond.core.fee.PricedTransaction;
import io.frond.core.fee.Quote;
import io.frond.core.fee.Usage;
import io.frond.core.hash.HashSuite;
import io.frond.core.inbox.InboxEntry;
import io.frond.core.inbox.InboxPayload;
import io.frond.core.outcome.Outcome;
import io.frond.core.outcome.Status;
import io.frond.core.state.AccessLog;
import io.frond.core.state.StoredEntry;
import io.frond.core.tx.Authorisation;
import io.frond.core.tx.CommandList;
import io.frond.core.tx.FeeOffer;
import io.frond.core.tx.Nonce;
import io.frond.core.tx.Payer;
import io.frond.core.tx.Signature;
import io.frond.core.tx.SignatureScheme;
import io.frond.core.tx.SignatureVerdict;
import io.frond.core.tx.SignedTransaction;
import io.frond.core.tx.SpendLimit;
import io.frond.core.tx.Transaction;
import io.frond.core.tx.TransactionVerifier;
import io.frond.core.tx.VerifiedTransaction;
import io.frond.vm.Account;
import io.frond.vm.AssetId;
import io.frond.vm.Context;
import io.frond.vm.StateView;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.tuweni.bytes.Bytes;
import org.apache.tuweni.bytes.Bytes32;

/**
 * A chain of one {@link ScriptModule} (or others) and a parent that is a list of inbox entries.
 * Everybody signs with a signature of ones, which this chain's scheme takes for the sender's.
 */
public final class TestChain {
  public static final AssetId GOLD = AssetId.named("GOLD");
  public static final AssetId GEM = AssetId.named("GEM");
  public static final AssetId SWORDS = AssetId.named("SWORDS");
  public static final AssetId BADGES = AssetId.named("BADGES");
  public static final int GOLD_INDEX = 0;
  public static final int GEM_INDEX = 2;
  public static final int SWORDS_INDEX = 5;
  public static final int BADGES_INDEX = 7;
  public static final Assets ASSETS =
      Assets.of(
          Asset.fungible(GOLD_INDEX, GOLD, "GOLD", 2),
          Asset.fungible(GEM_INDEX, GEM, "GEM", 0),
          Asset.collection(SWORDS_INDEX, SWORDS, "SWORD"),
          new Asset(
              BADGES_INDEX, BADGES, Asset.Kind.CHAIN_BORN_COLLECTION, "BADGE", 0, BigInteger.ONE));
  public static final Account NOBODY = Account.ofWords(0, 0, 0);
  public static final Account OPERATOR = account(99);
  public static final String MODULE = "script";
  public static final Usage LIMITS = new Usage(10_000_000, 1 << 20, 1 << 16, 0);

  private static final Signature.Secp256k1 SIGNED =
      new Signature.Secp256k1(Bytes.repeat((byte) 1, 64));
  private static final SignatureScheme TRUSTING =
      (digest, sender, signature, hint) ->
          signature.get(0) == 1 ? SignatureVerdict.VALID : SignatureVerdict.INVALID;

  private final ChainRules rules;
  private final TransactionVerifier verifier;
  private final StateTransition transition;
  private final List<InboxEntry> inbox = new ArrayList<>();
  private final AccessLog accesses;
  private ChainState state;
  private long batch = 1;
  private boolean firstOfBatch = true;
  private long time = 1_000_000;
  private long height = 10;

  TestChain(ChainDefinition definition, AccessLog accesses, long secret) {
    this.accesses = accesses;
    rules = ChainRules.of(definition);
    verifier = TransactionVerifier.of(rules.transactionRules(), TRUSTING);
    transition = new StateTransition(verifier);
    state = ChainState.genesis(rules, accesses, secret);
  }

  public static TestChain create() {
    return new TestChain(definition(), AccessLog.off(), 7);
  }

  public static TestChain recording(AccessLog accesses, long secret) {
    return new TestChain(definition(), accesses, secret);
  }

  static TestChain of(ChainDefinition definition) {
    return new TestChain(definition, AccessLog.off(), 7);
  }

  static ChainDefinition definition() {
    return definition(
        params -> params, 0, NamedModule.of(MODULE, new ScriptModule()).minting(BADGES));
  }

  static ChainDefinition definition(
      UnaryOperator<ChainParams> change, long fee, NamedModule... modules) {
    ChainParams defaults = ChainParams.defaults();
    ChainParams params =
        new ChainParams(
            defaults.limits(),
            defaults.prices(),
            defaults.maxDriftMs(),
            1_000,
            GOLD_INDEX,
            32,
            "flat-" + fee,
            "fcfs");
    return new ChainDefinition(
        new ChainDefinition.Place(1, account(0x5e7), List.of(Bytes32.leftPad(Bytes.of(1)))),
        ASSETS,
        change.apply(params),
        List.of(modules),
        new ChainDefinition.Fees(new FlatFee(fee), OPERATOR),
        HashSuite.sha256());
  }

  static UnaryOperator<ChainParams> limits(UnaryOperator<BlockLimits> change) {
    return params ->
        new ChainParams(
            change.apply(params.limits()),
            params.prices(),
            params.maxDriftMs(),
            params.maxLockParentBlocks(),
            params.feeAssetIndex(),
            params.priceShift(),
            params.feeModel(),
            params.orderingPolicy());
  }

  /** Quotes twice what it bills. */
  record FlatFee(long quanta) implements FeeModel {
    @Override
    public String canonicalName() {
      return "flat-" + quanta;
    }

    @Override
    public Quote quote(StateView fees, PricedTransaction transaction) {
      return new Quote(2 * quanta, "flat");
    }

    @Override
    public Bill bill(Context fees, Quote quote, Usage used) {
      return new Bill(quanta, 0, 0, 0);
    }
  }

  public static Account account(int number) {
    return Account.ofWords(0x1111_0000_0000_0000L + number, number * 31L, number);
  }

  public static Bytes32 item(long number) {
    return Bytes32.leftPad(Bytes.ofUnsignedLong(number));
  }

  public ChainRules rules() {
    return rules;
  }

  public ChainState state() {
    return state;
  }

  public TransactionVerifier verifier() {
    return verifier;
  }

  public StateTransition transition() {
    return transition;
  }

  public List<InboxEntry> inbox() {
    return inbox;
  }

  public long batch() {
    return batch;
  }

  public void nextBatch() {
    batch++;
    firstOfBatch = true;
  }

  public boolean firstOfBatch() {
    return firstOfBatch;
  }

  /** Goes on with a state made of these entries. */
  void restore(Iterable<StoredEntry> entries) {
    state = ChainState.restore(rules, entries, accesses, 5);
  }

  void height(long newHeight) {
    height = newHeight;
  }

  public BlockStart nextStart() {
    return new BlockStart(
        state.head().blockNumber() + 1, time, reference(), time - 5, batch, firstOfBatch);
  }

  public ParentReference reference() {
    return new ParentReference(height, parentHash(height));
  }

  public static Bytes32 parentHash(long height) {
    return HashSuite.sha256().hash(0xee, Bytes.ofUnsignedLong(height));
  }

  public InboxEntry enqueue(InboxPayload payload) {
    InboxEntry entry = new InboxEntry(inbox.size(), height, payload);
    inbox.add(entry);
    return entry;
  }

  /** Consumes everything in the inbox in a block of its own. */
  public List<ExecutedBlock.Result> drain() {
    BlockExecution execution = transition.begin(state, nextStart());
    for (long next = execution.cursor().next(); next < inbox.size(); next++) {
      execution.consume(inbox.get((int) next));
    }
    return finish(execution).results();
  }

  public ExecutedBlock finish(BlockExecution execution) {
    ExecutedBlock executed = execution.finish();
    Bytes32 unused = execution.commit(executed);
    passed();
    return executed;
  }

  void passed() {
    firstOfBatch = false;
    time += 10;
    height++;
  }

  public void deposit(Account to, AssetId asset, long quanta) {
    InboxEntry unused = enqueue(InboxPayload.Deposit.of(asset, quanta, to));
  }

  public Outcome entry(InboxPayload payload) {
    InboxEntry unused = enqueue(payload);
    List<ExecutedBlock.Result> results = drain();
    return results.get(results.size() - 1).outcome();
  }

  /** Funds the first so many accounts with both assets. */
  public TestChain funded(int accounts) {
    for (int i = 1; i <= accounts; i++) {
      deposit(account(i), GOLD, 10_000);
      deposit(account(i), GEM, 10_000);
    }
    List<ExecutedBlock.Result> unused = drain();
    return this;
  }

  /** A transaction that is still to be put together. */
  public Draft from(Account sender) {
    return new Draft(sender);
  }

  public final class Draft {
    private final Account sender;
    private final List<SpendLimit> spends = new ArrayList<>();
    private Nonce nonce;
    private Usage limits = LIMITS;
    private long validUntil = Long.MAX_VALUE;
    private FeeOffer fee = new FeeOffer(Payer.SELF, 1_000, 0);

    private Draft(Account sender) {
      this.sender = sender;
      this.nonce = new Nonce.Ordered(0, 0);
    }

    public Draft nonce(Nonce newNonce) {
      nonce = newNonce;
      return this;
    }

    public Draft nonce(long sequence) {
      return nonce(new Nonce.Ordered(0, sequence));
    }

    public Draft limits(Usage newLimits) {
      limits = newLimits;
      return this;
    }

    public Draft validUntil(long newTime) {
      validUntil = newTime;
      return this;
    }

    public Draft fee(FeeOffer offer) {
      fee = offer;
      return this;
    }

    public Draft spend(int asset, long quanta) {
      spends.add(new SpendLimit.Quanta(asset, quanta));
      return this;
    }

    public Draft spendItem(int asset, Bytes32 item) {
      spends.add(new SpendLimit.Item(asset, item));
      return this;
    }

    public SignedTransaction command(String module, Object command) {
      return SignedTransaction.of(
          new Transaction(
              sender,
              Authorisation.OWNER,
              nonce,
              validUntil,
              limits,
              fee,
              spends,
              CommandList.of(rules.catalog().encode(module, command))),
          SIGNED);
    }

    public SignedTransaction script(ScriptModule.Step... steps) {
      return command(MODULE, new ScriptModule.Script(List.of(steps)));
    }
  }

  public VerifiedTransaction verified(SignedTransaction signed) {
    return (VerifiedTransaction) verifier.verify(signed);
  }

  /** Runs one transaction in a block of its own. */
  public Outcome run(SignedTransaction signed) {
    BlockExecution execution = transition.begin(state, nextStart());
    Inclusion inclusion = execution.include(verified(signed));
    if (!(inclusion instanceof Inclusion.Included included)) {
      execution.abandon();
      throw new AssertionError(inclusion);
    }
    ExecutedBlock unused = finish(execution);
    return included.result().outcome();
  }

  /** Runs a script in a block of its own, with unlimited spends and the right nonce. */
  public Outcome script(Account sender, ScriptModule.Step... steps) {
    return run(
        from(sender)
            .nonce(state.laneNonce(sender, 0))
            .spend(GOLD_INDEX, Long.MAX_VALUE)
            .spend(GEM_INDEX, Long.MAX_VALUE)
            .script(steps));
  }

  public Status status(Account sender, ScriptModule.Step... steps) {
    return script(sender, steps).status();
  }

  public long gold(Account account) {
    return state.balance(account, GOLD_INDEX);
  }

  public long gems(Account account) {
    return state.balance(account, GEM_INDEX);
  }

  /** The module's cell; 0 if it is absent. */
  public long cell() {
    return state.query(MODULE, view -> ScriptModule.CELL.find(view).orElse(0L));
  }

  public Block block(List<SignedTransaction> transactions, int entries) {
    BlockStart start = nextStart();
    return new Block(
        start.number(),
        start.timeMs(),
        start.reference(),
        start.referenceTimeMs(),
        entries,
        transactions);
  }
}
